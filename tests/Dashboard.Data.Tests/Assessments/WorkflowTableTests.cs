using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Tests.Security;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Assessments;

/// <summary>The workflow as a table: every state, what can be done in it, and everybody who tries; what the stores do is what the rule says.</summary>
public abstract class WorkflowTableTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    // Who may: P planner, E planner of another area, R reviewer, O releasing officer, A administrator, L planner and reviewer who saved the
    // last answer, B another planner and reviewer, C the command line's operator. Nobody else ever; "-" nobody. The area is LAN.
    // In every state: of the first revision while the cycle is open, of the first once it is published, and of a correction after that.
    private const string Table = """
        state                 answer sign submit agree approve return comment carry confirm opinion revise release publish
        draft                 PLBC   PLBC PELBC  -     -       -      PERLBC  PLBC  PLBC    RB      -      -       AC
        in-review             -      -    -      RBC   RBC     RLBC   PEROLBC -     -       RB      -      -       AC
        reviewed              -      -    -      -     OC      ROLBC  PEROLBC -     -       RB      -      -       AC
        returned              PLBC   PLBC PELBC  -     -       -      PERLBC  PLBC  PLBC    RB      -      -       AC
        approved              -      -    -      -     -       -      -       -     -       -       PELBC  OC      AC
        superseded            -      -    -      -     -       -      -       -     -       -       -      OC      AC
        draft/published       -      -    -      -     -       -      -       -     -       -       -      -       -
        in-review/published   -      -    -      -     -       -      -       -     -       -       -      -       -
        reviewed/published    -      -    -      -     -       -      -       -     -       -       -      -       -
        returned/published    -      -    -      -     -       -      -       -     -       -       -      -       -
        approved/published    -      -    -      -     -       -      -       -     -       -       PELBC  OC      -
        superseded/published  -      -    -      -     -       -      -       -     -       -       -      OC      -
        draft/corrected       PLBC   PLBC PELBC  -     -       -      PERLBC  PLBC  PLBC    RB      -      -       -
        in-review/corrected   -      -    -      RBC   RBC     RLBC   PEROLBC -     -       RB      -      -       -
        reviewed/corrected    -      -    -      -     OC      ROLBC  PEROLBC -     -       RB      -      -       -
        returned/corrected    PLBC   PLBC PELBC  -     -       -      PERLBC  PLBC  PLBC    RB      -      -       -
        approved/corrected    -      -    -      -     -       -      -       -     -       -       PELBC  OC      -
        superseded/corrected  -      -    -      -     -       -      -       -     -       -       -      OC      -
        """;

    private static readonly string[][] Lines = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    // Actions for which a world is made of its own, so that nothing but the state is in their way.
    private static readonly string[] Prepared = ["sign", "agree", "carry", "confirm", "publish"];

    // One for each who may, and one on which nothing is done.
    private static readonly string[] Countries = ["EST", "FIN", "FRA", "NOR", "SWE", "DNK", "POL", "LVA"];

    protected override SignOffTerms SignOff => SignOffTerms.Default;

    private Dictionary<string, Viewer> Everybody => new(Actor.All)
    {
        ["last editor"] = Both("last editor"),
        ["both"] = Both("both"),
        ["operator"] = Operator,
    };

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var line in Lines.Skip(1))
            {
                // What nobody may do changes nothing: it is tried in one and the same world.
                var nobodys = Lines[0].Where((action, i) => i > 0 && line[i] == "-" && !Prepared.Contains(action)).ToList();
                if (nobodys.Count > 0)
                    cells.Add(line[0], string.Join(' ', nobodys), "-");
                for (var action = 1; action < line.Length; action++)
                    if (!nobodys.Contains(Lines[0][action]))
                        cells.Add(line[0], Lines[0][action], line[action]);
            }

            return cells;
        }
    }

    [Fact]
    public void Table_HoldsEveryState_AndEveryStep()
    {
        // In review there is the reviewer's turn and the officer's; an approved revision may be followed by another.
        var states = Enum.GetValues<AssessmentStatus>().Select(CodeName.Of).Concat(["reviewed", "superseded"]).ToList();
        Assert.Equal(states.SelectMany(state => (string[])[state, $"{state}/published", $"{state}/corrected"]).Order(), Lines.Skip(1).Select(line => line[0]).Order());
        Assert.Equal(Enum.GetValues<SheetStep>().Order(), Lines[0].Select(WorkflowSteps.StepOf).OfType<SheetStep>().Order());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Cell_IsAsTheTableSays_ForEverybody(string state, string actions, string may)
    {
        var action = actions.Split(' ')[0];
        var steps = new WorkflowSteps(Stores, Operator, Both("last editor"));
        var allowed = may == "-" ? [] : may.Select(WhoIs).ToList();
        var targets = new Queue<Assessment>(await ReachAsync(steps, state, action, Countries[..(allowed.Count + 1)]));
        var done = new List<string>();
        var before = await TablesAsync();
        foreach (var (who, by) in Everybody)
        foreach (var tried in actions.Split(' '))
        {
            // What is refused changes nothing, so that the next one finds it as it was.
            if (!targets.TryPeek(out var on))
                break;
            var says = WorkflowSteps.StepOf(tried) is { } step
                ? WorkflowRule.May(by, (await steps.OpenAsync(Operator, on))!.Standing!, step, "LAN") && await steps.OpenAsync(by, on) is not null
                : (bool?)null;
            var why = await steps.TryAsync(tried, by, on);
            var after = await TablesAsync();
            Assert.Equal((who, tried, why is null), (who, tried, !before.SequenceEqual(after)));
            Assert.Equal((who, tried, says ?? why is null), (who, tried, why is null));
            before = after;
            if (why is not null)
                continue;
            done.Add(who);
            targets.Dequeue();
        }

        Assert.Equal(allowed.Order(), done.Order());
    }

    private static string WhoIs(char letter) => letter switch
    {
        'P' => Actor.Planner,
        'E' => Actor.PlannerElsewhere,
        'R' => Actor.Reviewer,
        'O' => Actor.Officer,
        'A' => Actor.Administrator,
        'L' => "last editor",
        'B' => "both",
        'C' => "operator",
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "nobody"),
    };

    private static Viewer Both(string name) => Planner(name) with { Roles = Roles.Planner | Roles.Reviewer };

    private async Task<List<Assessment>> ReachAsync(WorkflowSteps steps, string state, string action, IReadOnlyList<string> countries)
    {
        var (name, when) = state.Split('/') is [var first, var second] ? (first, second) : (state, "");
        // A cycle is published once.
        var cycles = action == "publish" ? countries.ToDictionary(c => c, c => $"2026-{c}") : countries.ToDictionary(c => c, _ => CycleCode);
        foreach (var own in cycles.Values.Where(code => code != CycleCode))
            await Get<CatalogStore>().AddCycleAsync(Operator, own, new DateOnly(2026, 6, 30), null);
        if (action is "carry" or "confirm")
            await steps.AnswerBeforeAsync(countries);
        var targets = new List<Assessment>();
        foreach (var country in countries)
            targets.Add(await steps.ReachAsync(await steps.BeginAsync(country, cycles[country], when == "corrected" ? "" : action), when == "corrected" ? "approved" : name, when == "corrected" ? "" : action));
        if (when.Length == 0)
            return targets;
        foreach (var cycle in cycles.Values.Distinct())
            await Get<CatalogStore>().PublishAsync(Operator, cycle);
        if (when == "published")
            return targets;
        var corrected = new List<Assessment>();
        foreach (var target in targets)
            corrected.Add(await steps.ReachAsync(await steps.ReviseAsync(target, action), name, action));
        return corrected;
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var context = Context();
        return await Tables.OfAsync(context);
    }
}

public sealed class WorkflowTableOnSqlite : WorkflowTableTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class WorkflowTableOnSqlServer : WorkflowTableTests<SqlServerHost>;
