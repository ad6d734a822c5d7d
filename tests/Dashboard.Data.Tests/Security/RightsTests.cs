using System.Reflection;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Forms;
using Dashboard.Data.Opinions;
using Dashboard.Data.Storage;
using Dashboard.Data.Tasking;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Security;

/// <summary>What a page hides, its store refuses: every way to write, tried by everybody.</summary>
public abstract class RightsTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    public static TheoryData<string> Names => [.. Attempts.All.Select(attempt => attempt.Name)];

    public static TheoryData<string> NamesOfTheAllowed => [.. Attempts.All.Where(attempt => attempt.May.Length > 0).Select(attempt => attempt.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Attempt_ByWhoeverMayNot_IsRefused_ChangesNothing_AndStandsInTheLog(string name)
    {
        var attempt = Attempts.All.Single(a => a.Name == name);
        var targets = There;
        var before = await TablesAsync();
        foreach (var (who, by) in Actor.All.Where(actor => !attempt.May.Contains(actor.Key)))
        {
            var said = Log.Said.Count;
            var why = await TryAsync(attempt, by, targets);
            Assert.True(why is not null, $"{who} may not, and was let");
            Assert.Equal(before, await TablesAsync());
            Assert.DoesNotContain("canary", why);
            if (IsAboutRights(attempt, who))
                Assert.Contains(Log.Said.Skip(said), warning => warning.Contains(InputException.Shorten(by.Name), StringComparison.Ordinal) && warning.Contains(by.Nation, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(NamesOfTheAllowed))]
    public async Task Attempt_ByWhoeverMay_IsDone(string name)
    {
        var attempt = Attempts.All.Single(a => a.Name == name);
        var targets = There;
        var before = await TablesAsync();
        Assert.Null(await TryAsync(attempt, Actor.All[attempt.May[0]], targets));
        Assert.NotEqual(before, await TablesAsync());
    }

    [Fact]
    public async Task Assessment_ThatIsHidden_IsAnsweredLikeOneThatIsNotThere()
    {
        var there = There;
        var gone = there with { Draft = there.Draft with { Id = 4711 }, InReview = there.InReview with { Id = 4712 }, Approved = there.Approved with { Id = 4713 }, Task = there.Task with { Id = 4714 }, Opinion = there.Opinion with { Id = 4715 } };
        foreach (var who in (string[])[Actor.Foreign, Actor.Uncleared, Actor.NoRole, Actor.Administrator, Actor.Auditor])
            foreach (var attempt in Attempts.All.Where(a => a.Method is not ("AssessmentStore.BeginAsync" or "TaskStore.HandOverAsync") && !a.Method.StartsWith("Catalog", StringComparison.Ordinal) && !a.Method.StartsWith("Group", StringComparison.Ordinal) && !a.Method.StartsWith("Form", StringComparison.Ordinal) && !a.Method.StartsWith("Account", StringComparison.Ordinal)))
                Assert.Equal((attempt.Name, who, WithoutNumbers(await TryAsync(attempt, Actor.All[who], gone))), (attempt.Name, who, WithoutNumbers(await TryAsync(attempt, Actor.All[who], there))));
    }

    private static string? WithoutNumbers(string? why) => why is null ? null : System.Text.RegularExpressions.Regex.Replace(why, "[0-9]+", "#");

    // What it is that somebody may not is in the log; that a thing cannot be done by anybody need not be.
    private static bool IsAboutRights(Attempt attempt, string who) =>
        attempt.May.Length > 0 && !(attempt.Method == "AssessmentStore.BeginAsync" && who is Actor.Foreign or Actor.Uncleared);

    private async Task<string?> TryAsync(Attempt attempt, Viewer by, Targets targets)
    {
        try
        {
            var trying = attempt.TryAsync(Stores, by, targets);
            await trying;
            return (trying as Task<SaveOutcome>)?.Result is SaveOutcome.Refused refused ? refused.Why : null;
        }
        catch (InputException refused)
        {
            return refused.Message;
        }
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var context = Context();
        return await Tables.OfAsync(context);
    }

    protected override string Kind => nameof(Targets);

    private Targets There => (Targets)World!;

    protected override async Task<object?> MakeAsync()
    {
        var draft = await AnsweredAsync("EST");
        var inReview = await MovedAsync(await AnsweredAsync("FIN"), AssessmentStatus.InReview);
        var approved = await MovedAsync(await MovedAsync(await AnsweredAsync("NOR"), AssessmentStatus.InReview), AssessmentStatus.Approved);
        const string person = "Rin Endo";
        var link = await Get<AccountStore>().InviteAsync(Operator, new Viewer(person, "JPN", "unclassified", Roles.Executive, []));
        await Get<LinkStore>().UseAsync(link.Code, "river stone window 88", "river stone window 88", "");
        await Get<AccountStore>().InviteAsync(Operator, Actor.All[Actor.Planner]);
        await Get<AccountStore>().InviteAsync(Operator, Actor.All[Actor.Planner] with { Name = Targets.Successor });
        var task = (await Get<TaskStore>().GiveAsync(Operator, draft.Id, ["LAN"], Actor.Planner, new DateOnly(2026, 12, 1)))[0];
        var reviewer = Actor.All[Actor.Reviewer];
        var opinion = await Get<OpinionStore>().BeginAsync(reviewer, draft.Id);
        await Get<OpinionStore>().SaveAsync(reviewer, opinion.Id, "LAN-1", Answer.Of(1, rationale: "canary"), 0);
        await using var context = Context();
        await context.Users.ExecuteUpdateAsync(set => set.SetProperty(p => p.TwoFactorEnabled, true).SetProperty(p => p.LockoutEnd, DateTimeOffset.MaxValue));
        return new Targets(draft, inReview, approved, await context.Evidence.AsNoTracking().SingleAsync(e => e.AssessmentId == draft.Id), await CarriedAsync(draft), person, task, await NotApplicableAsync("SWE"),
            await Get<CommentStore>().AddAsync(Operator, new CellKey(draft.Id, "LAN-1"), null, "canary"), opinion)
        {
            Seen = (await Get<AssessmentStore>().OwnAsync(Operator, draft.Country, draft.Cycle, draft.Basis))!,
            Form = await Get<FormStore>().AddAsync(Operator, "OLD", "Old form", [7]),
        };
    }

    private async Task<Assessment> NotApplicableAsync(string country)
    {
        var answered = await AnsweredAsync(country);
        await SaveAsync(answered, "LAN-2", Answer.NotApplicable("canary"), 0);
        return await MovedAsync(answered, AssessmentStatus.InReview);
    }

    // LAN-2 is carried over from 2025, and LAN-3 can be.
    private async Task<Score> CarriedAsync(Assessment draft)
    {
        await Get<CatalogStore>().AddCycleAsync(Operator, "2025", new DateOnly(2025, 6, 30), null);
        var before = await Get<AssessmentStore>().BeginAsync(Operator, draft.Country, "2025", draft.Basis, draft.Marking.Classification);
        foreach (var indicator in (string[])["LAN-2", "LAN-3"])
            await SaveAsync(before, indicator, Answer.Of(2, rationale: "canary"), 0);
        await MovedAsync(await MovedAsync(before, AssessmentStatus.InReview), AssessmentStatus.Approved);
        await Get<CarryStore>().CarryAsync(Operator, draft.Id);
        await SaveAsync(draft, "LAN-3", Answer.NotAssessed, 1);
        return (await Get<AssessmentStore>().OwnAsync(Operator, draft.Country, draft.Cycle, draft.Basis))!.Scores.Single(s => s.Indicator == "LAN-2");
    }

    private async Task SaveAsync(Assessment assessment, string indicator, Answer answer, int version) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(assessment.Id, indicator), answer, version, Guid.CreateVersion7(Clock.GetUtcNow())));

    private Task<Assessment> MovedAsync(Assessment assessment, AssessmentStatus to) => Get<AssessmentStore>().MoveAsync(Operator, assessment.Id, to);

    private async Task<Assessment> AnsweredAsync(string country)
    {
        var begun = await BeginAsync(country, Basis.Estimated, "restricted");
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(
            Operator, new CellKey(begun.Id, "LAN-1"), Answer.Of(3, rationale: "canary"), 0, new Guid(begun.Id, 0, 0, new byte[8])));
        Assert.IsType<EvidenceOutcome.Saved>(await Get<EvidenceStore>().SaveAsync(
            Operator, new Evidence { AssessmentId = begun.Id, Indicator = "LAN-1", Title = "canary", Source = "Embassy", Date = new DateOnly(2026, 1, 31) }));
        return begun;
    }
}

public sealed class RightsOnSqlite : RightsTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class RightsOnSqlServer : RightsTests<SqlServerHost>;

/// <summary>The table of attempts holds every method.</summary>
public class RightsTableTests
{
    private static readonly IEnumerable<MethodInfo> Methods = typeof(DashboardContext).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: true } && type.Name.EndsWith("Store", StringComparison.Ordinal) | type.GetConstructors().Any(TakesTheDatabase))
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("IAsync", StringComparison.Ordinal));

    [Fact]
    public void EveryMethodOfAStoreThatTakesAViewer_HasAnEntry()
    {
        string[] listed = [.. Attempts.All.Select(a => a.Method), .. Attempts.Reads, .. Attempts.Records];
        Same(listed, Methods.Where(TakesAViewer), "add an attempt to Attempts.All with who may, or the name to Attempts.Reads if it writes nothing");
    }

    [Fact]
    public void NoOtherMethodOfAStore_DoesWithoutAViewer() =>
        Same(Attempts.WithoutViewer, Methods.Where(method => !TakesAViewer(method)), "let it take a viewer first, or say in Attempts.WithoutViewer that it needs none");

    [Fact]
    public void NothingOutsideOfTheStores_WritesByAViewer() =>
        Assert.Null(typeof(AuditedWrites).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.Public));

    private static void Same(IEnumerable<string> listed, IEnumerable<MethodInfo> methods, string remedy)
    {
        var there = methods.Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToHashSet();
        Assert.All(there.Except(listed), name => Assert.Fail($"{name} has no entry: {remedy}."));
        Assert.All(listed.Except(there), name => Assert.Fail($"{name} is listed and not there: take its entry out."));
    }

    private static bool TakesAViewer(MethodInfo method) => method.GetParameters() is [{ ParameterType: { } first }, ..] && first == typeof(Viewer);

    private static bool TakesTheDatabase(ConstructorInfo constructor) =>
        constructor.GetParameters().Any(p => p.ParameterType == typeof(AuditedWrites) || p.ParameterType == typeof(Microsoft.EntityFrameworkCore.IDbContextFactory<DashboardContext>));
}
