using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Imports;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Assessments;

public abstract class ImportStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = new("Aoki", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly TakenFile File = new("levels.csv", "ab12");

    private ImportStore Store => Get<ImportStore>();

    [Fact]
    public async Task Save_BeginsWhatIsMissing_SavesAll_AndSaysFromWhere()
    {
        await BeginAsync();
        TableLevel[] levels = [new("JPN", "LAN-1", 3, "C2"), new("JPN", "NET-1", 0, "D2"), new("EST", "LAN-1", 5, "C3")];
        var plan = await Store.PlanAsync(Aoki, new ImportTarget(CycleCode), levels);
        Assert.Equal((3, 0, "EST"), (plan.Saved, plan.Same, Assert.Single(plan.Begun)));
        // Looking begins nothing.
        Assert.Null(await OwnAsync("EST", Basis.Estimated));

        await Store.SaveAsync(Aoki, new ImportTarget(CycleCode), levels, File);
        Assert.Equal([("LAN-1", Answer.Of(3, rationale: "levels.csv: C2")), ("NET-1", Answer.Of(0, rationale: "levels.csv: D2"))], (await OwnAsync("JPN", Basis.SelfAssessed))!.Scores.Select(s => (s.Indicator, s.Answer)));
        Assert.Equal([("LAN-1", Answer.Of(5, rationale: "levels.csv: C3"))], (await OwnAsync("EST", Basis.Estimated))!.Scores.Select(s => (s.Indicator, s.Answer)));
        await using var context = Context();
        Assert.Equal(["assessment-begun EST/2026/JPN/estimated/1", "score-saved EST/2026/JPN/estimated/1/LAN-1", "score-saved JPN/2026/JPN/self-assessed/1/LAN-1", "score-saved JPN/2026/JPN/self-assessed/1/NET-1", "table-imported tables/2026"],
            (await context.AuditEntries.Where(e => e.Actor == Aoki.Name).Select(e => e.Action + " " + e.Subject).ToListAsync()).Order());
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
        // The same once more changes nothing.
        Assert.Equal((0, 3), await Store.SaveAsync(Aoki, new ImportTarget(CycleCode), levels, File) is var again ? (again.Saved, again.Same) : default);
    }

    [Fact]
    public async Task AnAnswerThatSaysSomethingElse_IsReplaced_OnlyIfSomebodySaidSo()
    {
        var draft = await BeginAsync();
        await SaveAsync(draft, "LAN-1", Answer.Of(1, Confidence.High, "seen"));
        TableLevel[] levels = [new("JPN", "LAN-1", 3, "C2"), new("JPN", "LAN-2", 2, "D2")];
        Assert.Equal(("LAN-1", 1), Assert.Single((await Store.PlanAsync(Aoki, new ImportTarget(CycleCode), levels)).Different) is var other ? (other.Level.Indicator, other.Now.Answer.Level) : default);
        Assert.Equal("ImportReplaces", (await Assert.ThrowsAsync<InputException>(() => Store.SaveAsync(Aoki, new ImportTarget(CycleCode), levels, File))).Key);
        Assert.Equal([("LAN-1", 1)], await LevelsAsync());
        await Store.SaveAsync(Aoki, new ImportTarget(CycleCode, Replaces: true), levels, File);
        Assert.Equal([("LAN-1", 3), ("LAN-2", 2)], await LevelsAsync());
    }

    [Fact]
    public async Task WhatIsNotTheirs_OrClosed_SavesNothing_AndThePlanSaysWhy()
    {
        var draft = await BeginAsync();
        TableLevel[] levels = [new("EST", "LAN-1", 5, "C3"), new("JPN", "LAN-1", 3, "C2")];
        var ofJapan = Planner("Baba", "JPN", "NET");
        Assert.Equal(2, (await Store.PlanAsync(ofJapan, new ImportTarget(CycleCode), levels)).Refused.Length);
        await Assert.ThrowsAsync<InputException>(() => Store.SaveAsync(ofJapan, new ImportTarget(CycleCode), levels, File));
        Assert.Equal("MayNotImport", (await Assert.ThrowsAsync<InputException>(() => Store.PlanAsync(Viewer.Reader("JPN", "secret"), new ImportTarget(CycleCode), levels))).Key);
        await SaveAsync(draft, "LAN-1", Answer.Of(1));
        await Get<AssessmentStore>().MoveAsync(Operator, draft.Id, AssessmentStatus.InReview);
        Assert.Equal("JPN", Assert.Single((await Store.PlanAsync(Aoki, new ImportTarget(CycleCode), levels)).Refused).Country);
        Assert.Equal("ImportRefused", (await Assert.ThrowsAsync<InputException>(() => Store.SaveAsync(Aoki, new ImportTarget(CycleCode, Replaces: true), levels, File))).Key);
        Assert.Null(await OwnAsync("EST", Basis.Estimated));
    }

    private async Task<IEnumerable<(string, int?)>> LevelsAsync() => (await OwnAsync("JPN", Basis.SelfAssessed))!.Scores.Select(s => (s.Indicator, s.Answer.Level));

    private Task<OpenedSheet?> OwnAsync(string country, Basis basis) => Get<AssessmentStore>().OwnAsync(Operator, country, CycleCode, basis);

    private async Task SaveAsync(Assessment assessment, string indicator, Answer answer) =>
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(assessment.Id, indicator), answer, 0, Guid.CreateVersion7(Clock.GetUtcNow())));
}

public sealed class ImportStoreOnSqlite : ImportStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class ImportStoreOnSqlServer : ImportStoreTests<SqlServerHost>;
