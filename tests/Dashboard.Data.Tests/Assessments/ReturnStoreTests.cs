using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Assessments;

public abstract class ReturnStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = Planner("Aoki");
    private static readonly TakenFile Taken = new("returned.xlsx", "ab12");

    private ReturnStore Store => Get<ReturnStore>();

    [Fact]
    public async Task Save_ChangesWhatWasDecided_InOneStep_EachWithItsEntry_AndSaysFromWhere()
    {
        var draft = await BeginAsync();
        await SaveAsync(draft, "LAN-1", Answer.Of(1));
        var file = await FileAsync(("LAN-1", Answer.Of(4, Confidence.High, "seen")), ("LAN-2", Answer.NotApplicable("no such post")));
        var plan = await Store.PlanAsync(Aoki, draft.Id, [file]);
        Assert.Equal([("LAN-1", ReturnKind.Change, 1), ("LAN-2", ReturnKind.Change, 0)], plan.Cells.Select(cell => (cell.Indicator, cell.Kind, cell.Version)));
        // Looking changes nothing.
        Assert.Equal([("LAN-1", Answer.Of(1), 1)], await StoredAsync());

        Assert.Empty(await Store.SaveAsync(Aoki, draft.Id, Decided(plan), [Taken]));
        Assert.Equal([("LAN-1", Answer.Of(4, Confidence.High, "seen"), 2), ("LAN-2", Answer.NotApplicable("no such post"), 1)], await StoredAsync());
        await using var context = Context();
        var entries = await context.AuditEntries.Where(e => e.Actor == Aoki.Name).OrderBy(e => e.Sequence).ToListAsync();
        Assert.Equal(["score-saved JPN/2026/JPN/self-assessed/1/LAN-1", "score-saved JPN/2026/JPN/self-assessed/1/LAN-2", "sheet-returned JPN/2026/JPN/self-assessed/1"], entries.Select(e => $"{e.Action} {e.Subject}"));
        Assert.Contains("returned.xlsx", entries[^1].ContentText, StringComparison.Ordinal);
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task Save_OfWhatSomebodyChangedMeanwhile_SavesNothing_AndSaysWhat()
    {
        var draft = await BeginAsync();
        var plan = await Store.PlanAsync(Aoki, draft.Id, [await FileAsync(("LAN-1", Answer.Of(4)), ("LAN-2", Answer.Of(3)))]);
        await SaveAsync(draft, "LAN-2", Answer.Of(0));
        var head = (await Get<AuditStore>().HeadAsync(Operator)).Sequence;
        Assert.Equal(["LAN-2"], await Store.SaveAsync(Aoki, draft.Id, Decided(plan), [Taken]));
        Assert.Equal([("LAN-2", Answer.Of(0), 1)], await StoredAsync());
        Assert.Equal(head, (await Get<AuditStore>().HeadAsync(Operator)).Sequence);
    }

    [Fact]
    public async Task Save_OfWhatIsNotTheirs_OrNoAnswer_SavesNothing()
    {
        var draft = await BeginAsync();
        Assert.Equal("MayNotScore", await KeyAsync(Planner("Baba", "JPN", "NET"), new("NET-1", Answer.Of(1), 0), new("LAN-1", Answer.Of(1), 0)));
        Assert.Equal("LevelOutside", await KeyAsync(Aoki, new("NET-1", Answer.Of(1), 0), new("LAN-1", new Answer(ScoreState.Scored, 6), 0)));
        Assert.Equal("CarriedNotSaved", await KeyAsync(Aoki, new("NET-1", Answer.Of(1), 0), new("LAN-1", new Answer(ScoreState.Carried, 2), 0)));
        Assert.Equal("NoAssessment", await KeyAsync(Planner("Kaja", "EST"), new DecidedAnswer("LAN-1", Answer.Of(1), 0)));
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Equal("FrozenScore", await KeyAsync(Aoki, new DecidedAnswer("LAN-1", Answer.Of(1), 0)));
        Assert.Empty(await StoredAsync());

        async Task<string?> KeyAsync(Viewer by, params DecidedAnswer[] decided) => (await Assert.ThrowsAsync<InputException>(() => Store.SaveAsync(by, draft.Id, decided, [Taken]))).Key;
    }

    private static DecidedAnswer[] Decided(ReturnPlan plan) => [.. plan.Cells.Select(cell => new DecidedAnswer(cell.Indicator, cell.Changes[0].Answer, cell.Version))];

    private async Task<ReturnedSheet> FileAsync(params (string Indicator, Answer Answer)[] edits)
    {
        var sheet = (await Get<AssessmentStore>().OwnAsync(Operator, "JPN", CycleCode, Basis.SelfAssessed))!;
        var stamp = SheetStamp.Of(sheet.Assessment, FrameworkJson.BuiltIn, sheet.Scores, FrameworkJson.BuiltIn.Indicators.Select(i => i.Code));
        return new ReturnedSheet("returned.xlsx", stamp, [.. stamp.Scores.Select(s => new ReturnedAnswer(s.Indicator, "", edits.FirstOrDefault(e => e.Indicator == s.Indicator).Answer ?? s.Answer))]);
    }

    private async Task<IEnumerable<(string, Answer, int)>> StoredAsync() =>
        (await Get<AssessmentStore>().OwnAsync(Operator, "JPN", CycleCode, Basis.SelfAssessed))!.Scores.Select(s => (s.Indicator, s.Answer, s.Version));

    private async Task SaveAsync(Assessment assessment, string indicator, Answer answer, int version = 0) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(assessment.Id, indicator), answer, version, Guid.CreateVersion7(Clock.GetUtcNow())));
}

public sealed class ReturnStoreOnSqlite : ReturnStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class ReturnStoreOnSqlServer : ReturnStoreTests<SqlServerHost>;
