using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Security;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Assessments;

/// <summary>The workflow as a table: every state, what can be done in it, and everybody who tries; each on an assessment of their own.</summary>
public abstract class WorkflowTableTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    // Who may: P planner, E planner of another area, R reviewer, O releasing officer, L planner and reviewer who saved the last answer,
    // B another planner and reviewer, C the command line's operator. Nobody else ever; "-" nobody.
    private const string Table = """
        state                answer submit approve return revise release
        draft                PLBC   PELBC  -       -      -      -
        in-review            -      -      RBC     RLBC   -      -
        returned             PLBC   PELBC  -       -      -      -
        approved             -      -      -       -      PELBC  OC
        draft/published      -      -      -       -      -      -
        in-review/published  -      -      -       -      -      -
        returned/published   -      -      -       -      -      -
        approved/published   -      -      -       -      PELBC  OC
        """;

    private static readonly string[][] Lines = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    // One country for each of them to try on.
    private static readonly string[] Countries = ["EST", "FIN", "FRA", "NOR", "SWE", "DNK", "POL", "LVA", "LTU", "DEU", "ITA", "ESP", "PRT"];

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
                for (var action = 1; action < line.Length; action++)
                    cells.Add(line[0], Lines[0][action], line[action]);
            return cells;
        }
    }

    [Fact]
    public void Table_HoldsEveryStatus_OpenAndPublished() => Assert.Equal(
        Enum.GetValues<AssessmentStatus>().SelectMany(status => (string[])[CodeName.Of(status), CodeName.Of(status) + "/published"]).Order(),
        Lines.Skip(1).Select(line => line[0]).Order());

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Cell_IsAsTheTableSays_ForEverybody(string state, string action, string may)
    {
        var everybody = Everybody;
        Assert.Equal(Countries.Length, everybody.Count);
        var targets = new Dictionary<string, Assessment>();
        foreach (var (who, country) in everybody.Keys.Zip(Countries))
            targets.Add(who, await ReachAsync(country, CodeName.Parse<AssessmentStatus>("status", state.Split('/')[0])));
        if (state.EndsWith("/published", StringComparison.Ordinal))
            await Get<CatalogStore>().PublishAsync(Operator, CycleCode);

        var done = new List<string>();
        foreach (var (who, by) in everybody)
        {
            var before = await TablesAsync();
            var why = await TryAsync(action, by, targets[who]);
            if (why is null)
                done.Add(who);
            Assert.Equal((who, why is null), (who, !before.SequenceEqual(await TablesAsync())));
        }

        Assert.Equal(may == "-" ? [] : may.Select(WhoIs).Order(), done.Order());
    }

    private static string WhoIs(char letter) => letter switch
    {
        'P' => Actor.Planner,
        'E' => Actor.PlannerElsewhere,
        'R' => Actor.Reviewer,
        'O' => Actor.Officer,
        'L' => "last editor",
        'B' => "both",
        'C' => "operator",
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "nobody"),
    };

    private static Viewer Both(string name) => Planner(name) with { Roles = Roles.Planner | Roles.Reviewer };

    private async Task<Assessment> ReachAsync(string country, AssessmentStatus status)
    {
        var begun = await BeginAsync(country, Basis.Estimated, "restricted");
        Assert.IsType<SaveOutcome.Saved>(await AnswerAsync(Both("last editor"), begun, 3, 0));
        AssessmentStatus[] way = status switch
        {
            AssessmentStatus.Draft => [],
            AssessmentStatus.InReview => [AssessmentStatus.InReview],
            _ => [AssessmentStatus.InReview, status],
        };
        foreach (var step in way)
            await Get<AssessmentStore>().MoveAsync(Operator, begun.Id, step, "Look again.");
        return begun;
    }

    // Why it was refused; null if it was done.
    private async Task<string?> TryAsync(string action, Viewer by, Assessment on)
    {
        var store = Get<AssessmentStore>();
        try
        {
            switch (action)
            {
                case "answer":
                    return await AnswerAsync(by, on, 5, 1) is SaveOutcome.Refused refused ? refused.Why : null;
                case "submit":
                    await store.MoveAsync(by, on.Id, AssessmentStatus.InReview);
                    return null;
                case "approve":
                    await store.MoveAsync(by, on.Id, AssessmentStatus.Approved);
                    return null;
                case "return":
                    await store.MoveAsync(by, on.Id, AssessmentStatus.Returned, "Look again.");
                    return null;
                case "revise":
                    await store.ReviseAsync(by, on.Id);
                    return null;
                case "release":
                    await Get<ReleaseStore>().ReleaseAsync(by, on.Id, "GBR", "");
                    return null;
                default:
                    throw new ArgumentOutOfRangeException(nameof(action), action, "no such action");
            }
        }
        catch (InputException refused)
        {
            return refused.Message;
        }
    }

    private Task<SaveOutcome> AnswerAsync(Viewer by, Assessment on, int level, int version) =>
        Get<ScoreStore>().SaveAsync(by, new CellKey(on.Id, "LAN-1"), Answer.Of(level), version, new Guid(on.Id, (short)version, 0, new byte[8]));

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var context = Context();
        return await Tables.OfAsync(context);
    }
}

public sealed class WorkflowTableOnSqlite : WorkflowTableTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class WorkflowTableOnSqlServer : WorkflowTableTests<SqlServerHost>;
