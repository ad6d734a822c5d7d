using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Assessments;

public abstract class ScoreStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Guid Change = new("01900000-0000-7000-8000-000000000001");
    private static readonly Guid OtherChange = new("01900000-0000-7000-8000-000000000002");

    [Fact]
    public async Task Save_OfANewCell_IsStoredWithVersionNameAndTime()
    {
        var cell = await CellAsync();
        var saved = Assert.IsType<SaveOutcome.Saved>(await SaveAsync(cell, Answer.Of(3, Confidence.High, "roster kept"), 0));
        Assert.Equal((1, "Aoki", Clock.GetUtcNow().UtcDateTime), (saved.Score.Version, saved.Score.ChangedBy, saved.Score.ChangedAt));
        await using var context = Context();
        Assert.Equal(saved.Score, await context.Scores.SingleAsync());
    }

    [Fact]
    public async Task Save_OfTheSameAnswer_RaisesTheVersionAllTheSame()
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(3), 0);
        var again = Assert.IsType<SaveOutcome.Saved>(await SaveAsync(cell, Answer.Of(3), 1, OtherChange));
        Assert.Equal(2, again.Score.Version);
        Assert.IsType<SaveOutcome.Conflict>(await SaveAsync(cell, Answer.Of(4), 1, Guid.Empty));
    }

    [Fact]
    public async Task Save_OnAnotherVersion_ReportsTheOthersValueNameAndTimeAndChangesNothing()
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(3, rationale: "mine"), 0);
        Clock.Advance(TimeSpan.FromMinutes(5));
        var head = await Get<AuditStore>().HeadAsync(Operator);
        var conflict = Assert.IsType<SaveOutcome.Conflict>(
            await Get<ScoreStore>().SaveAsync(Planner("Baba"), cell, Answer.Of(1), 0, OtherChange));
        Assert.Equal((3, "mine", "Aoki", 1), (conflict.Current!.Answer.Level, conflict.Current.Answer.Rationale, conflict.Current.ChangedBy, conflict.Current.Version));
        Assert.Equal(Clock.GetUtcNow().UtcDateTime.AddMinutes(-5), conflict.Current.ChangedAt);
        Assert.Equal(head.HashText, (await Get<AuditStore>().HeadAsync(Operator)).HashText);
    }

    [Fact]
    public async Task Save_SentTwice_IsStoredOnce()
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(3), 0);
        var resent = Assert.IsType<SaveOutcome.Saved>(await SaveAsync(cell, Answer.Of(3), 0));
        Assert.Equal(1, resent.Score.Version);
        await using var context = Context();
        Assert.Equal(1, await context.AuditEntries.CountAsync(e => e.ChangeId == Change));
    }

    [Fact]
    public async Task Save_WithTheNumberOfSomebodyElsesChange_IsRefused()
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(3), 0);
        Assert.IsType<SaveOutcome.Refused>(await Get<ScoreStore>().SaveAsync(Planner("Baba"), cell, Answer.Of(1), 1, Change));
        Assert.IsType<SaveOutcome.Refused>(await SaveAsync(cell with { Indicator = "LAN-2" }, Answer.Of(1), 0));
        await using var context = Context();
        Assert.Equal(3, (await context.Scores.SingleAsync()).Answer.Level);
    }

    [Fact]
    public async Task Save_WithTheNumberOfAnEarlierChange_AndAnotherAnswer_IsRefused()
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(3, Confidence.Low, "first"), 0);
        foreach (var other in (Answer[])[Answer.Of(4, Confidence.Low, "first"), Answer.Of(3, Confidence.High, "first"), Answer.Of(3, Confidence.Low, "second"), Answer.NotApplicable("first")])
            foreach (var version in (int[])[0, 1])
                Assert.IsType<SaveOutcome.Refused>(await SaveAsync(cell, other, version));
        Assert.IsType<SaveOutcome.Saved>(await SaveAsync(cell, Answer.Of(3, Confidence.Low, "first"), 0));
        Assert.Contains(Log.Said, warning => warning.StartsWith("Refused Aoki of JPN: This change carries the number of another", StringComparison.Ordinal));
        await using var context = Context();
        Assert.Equal("first", (await context.Scores.SingleAsync()).Answer.Rationale);
    }

    [Fact]
    public async Task Save_ByWhoeverIsNotResponsible_IsRefused()
    {
        var cell = await CellAsync();
        Assert.Contains("There is no assessment", (await RefusedAsync(Planner("Tamm", "EST"), cell)).Why);
        Assert.Contains("may not score", (await RefusedAsync(Planner("Chiba", "JPN", "NET"), cell)).Why);
        Assert.Contains("may not score", (await RefusedAsync(Viewer.Reader("JPN", "secret"), cell)).Why);
        await using var context = Context();
        Assert.Empty(await context.Scores.ToListAsync());
    }

    [Theory]
    [InlineData("en", "Chiba may not score LAN of JPN for JPN: ask the administrator for this area.", "The assessment is in review and cannot be changed now: a reviewer returns it for changes or approves it.",
        "An assessment that is in-review cannot become draft.", "JPN has already begun the assessment of JPN (self-assessed) in 2026.")]
    [InlineData("ja", "Chibaには、JPNとしてJPNのLANを評価する権限がありません：この分野の権限を管理者に依頼してください。", "評価は審査中のため、現在は変更できません：審査担当が差し戻すか承認します。",
        "「審査中」の評価を「下書き」にすることはできません。", "JPNは、2026におけるJPNの評価（自己評価）を既に開始しています。")]
    [InlineData("fr", "Chiba ne peut pas évaluer LAN de JPN pour JPN\u00a0: demandez ce domaine à l’administrateur.", "L’évaluation est en revue et ne peut être modifiée\u00a0: un relecteur la renvoie pour modification ou l’approuve.",
        "Une évaluation à l’état «\u00a0en revue\u00a0» ne peut pas passer à l’état «\u00a0projet\u00a0».", "JPN a déjà commencé l’évaluation de JPN (auto-évaluation) dans 2026.")]
    public async Task Refusals_AreInTheReadersLanguage(string language, string notResponsible, string closed, string noStep, string twice)
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(3), 0);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Assert.Equal(notResponsible, (await RefusedAsync(Planner("Chiba", "JPN", "NET"), cell)).Why);
        await Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.InReview);
        Assert.Equal(closed, (await RefusedAsync(Planner("Aoki"), cell)).Why);
        Assert.Equal(noStep, (await Assert.ThrowsAsync<InputException>(() => Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.Draft))).Message);
        Assert.Equal(twice, (await Assert.ThrowsAsync<InputException>(CellAsync)).Message);
    }

    [Fact]
    public async Task Save_IntoAnApprovedAssessment_IsRefused()
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(3), 0);
        await Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, cell.AssessmentId, AssessmentStatus.Approved);
        Assert.Contains("approved", (await RefusedAsync(Planner("Aoki"), cell)).Why);
    }

    [Fact]
    public async Task Save_IntoAPublishedCycle_IsRefused()
    {
        var cell = await CellAsync();
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        Assert.Contains("published", (await RefusedAsync(Planner("Aoki"), cell)).Why);
    }

    [Theory]
    [InlineData("LAN-1", 6)]
    [InlineData("LAN-1", -1)]
    [InlineData("LAN-77", 3)]
    public async Task Save_OfWhatCannotBe_SaysWhyAndLeavesNothing(string indicator, int level)
    {
        var cell = await CellAsync() with { Indicator = indicator };
        var fault = await Assert.ThrowsAsync<InputException>(() => SaveAsync(cell, Answer.Of(level), 0));
        Assert.Contains(indicator, fault.Message);
        await using var context = Context();
        Assert.Empty(await context.Scores.ToListAsync());
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task Save_OverAScoreAboveTheClearance_IsRefusedWithoutSayingWhatItIs()
    {
        var cell = await CellAsync();
        await SaveAsync(cell, Answer.Of(4, rationale: "canary"), 0);
        await using (var context = Context())
        {
            var score = await context.Scores.AsNoTracking().SingleAsync();
            context.Scores.Update(score with { Marking = new Marking("secret") });
            await context.SaveChangesAsync();
        }

        var uncleared = Planner("Doi") with { Clearance = "restricted" };
        var refused = Assert.IsType<SaveOutcome.Refused>(await Get<ScoreStore>().SaveAsync(uncleared, cell, Answer.Of(1), 0, OtherChange));
        Assert.DoesNotContain("canary", refused.Why);
        Assert.Equal("LAN-1", Assert.Single((await Get<AssessmentStore>().OwnAsync(uncleared, "JPN", CycleCode, Basis.SelfAssessed))!.Withheld));
    }

    private async Task<CellKey> CellAsync() => new((await BeginAsync()).Id, "LAN-1");

    private Task<SaveOutcome> SaveAsync(CellKey cell, Answer answer, int version, Guid? change = null) =>
        Get<ScoreStore>().SaveAsync(Planner("Aoki"), cell, answer, version, change ?? Change);

    private async Task<SaveOutcome.Refused> RefusedAsync(Viewer viewer, CellKey cell) =>
        Assert.IsType<SaveOutcome.Refused>(await Get<ScoreStore>().SaveAsync(viewer, cell, Answer.Of(1), 0, OtherChange));
}

public sealed class ScoreStoreOnSqlite : ScoreStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class ScoreStoreOnSqlServer : ScoreStoreTests<SqlServerHost>;
