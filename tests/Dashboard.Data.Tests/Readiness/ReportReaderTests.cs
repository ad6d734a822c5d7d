using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Readiness;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Readiness;

public abstract class ReportReaderTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private ReportReader Reader => Get<ReportReader>();

    [Fact]
    public async Task Read_OfADraft_SeesItOnlyAsAPreview()
    {
        await SaveAsync((await BeginAsync()).Id, ("INF-1", 3), ("INF-2", 2));
        var report = await Reader.ReadAsync(Operator, new ReportRequest("JPN", "NATO"));
        Assert.Equal(Unknown.NotReported, report.Total.ScoreUnknown);
        var preview = await Reader.ReadAsync(Operator, new ReportRequest("JPN", "NATO", Preview: true));
        Assert.Equal(AssessmentStatus.Draft, preview.SubjectSource!.Status);
        Assert.Equal(2.5, preview.Areas.Single(a => a.Code == "INF").Score.Value);
        Assert.False(preview.IsDemonstration);
        Assert.True(preview.IsDraft);
        Assert.False(report.IsDraft);
        var executive = await Reader.ReadAsync(Viewer.Reader("JPN", "secret"), new ReportRequest("JPN", "NATO", Preview: true));
        Assert.Equal(Unknown.NotReported, executive.Total.ScoreUnknown);
    }

    [Fact]
    public async Task Read_AfterApproval_ComparesWithWhatIsSeenOfTheGroup()
    {
        await ApprovedAsync("JPN", Basis.SelfAssessed, ("INF-1", 3), ("INF-2", 2));
        await ApprovedAsync("EST", Basis.Estimated, ("INF-1", 4), ("INF-2", 4), ("INF-3", 4));
        var row = (await Reader.ReadAsync(Operator, new ReportRequest("japan", "nato"))).Areas.Single(a => a.Code == "INF");
        Assert.Equal((-1.5, 1), (row.Gap!.Value, row.N));
        var elsewhere = await Reader.ReadAsync(Viewer.Reader("EST", "secret"), new ReportRequest("EST", "NATO"));
        Assert.Equal(Unknown.Withheld, elsewhere.Total.ScoreUnknown);
    }

    [Fact]
    public async Task Read_WithoutACycle_IsOfTheLatestInWhichTheReaderSeesTheCountry()
    {
        await ApprovedAsync("JPN", Basis.SelfAssessed, ("INF-1", 3), ("INF-2", 2));
        await Get<CatalogStore>().AddCycleAsync(Operator, "2027", new DateOnly(2027, 6, 30), null);
        Assert.Equal(CycleCode, (await Reader.ReadAsync(Operator, new ReportRequest("JPN", "NATO"))).Cycle.Code);
        Assert.All((await Reader.ReadOverviewAsync(Operator, new ReportRequest("JPN", "NATO"))).Groups, report => Assert.Equal(CycleCode, report.Cycle.Code));
        Assert.Equal("2027", (await Reader.ReadAsync(Operator, new ReportRequest("JPN", "NATO", Cycle: "2027"))).Cycle.Code);
        // Who sees nothing of the country is not told by the cycle that there is something.
        Assert.Equal("2027", (await Reader.ReadAsync(Viewer.Reader("CHE", "secret"), new ReportRequest("JPN", "NATO"))).Cycle.Code);
    }

    [Fact]
    public async Task ReadOverview_IsMarkedByWhatAnyOfItsReportsHolds()
    {
        await ApprovedAsync("EST", Basis.Estimated, ("INF-1", 4), ("INF-2", 4), ("INF-3", 4));
        await SecretIndiaAsync();
        var overview = await Reader.ReadOverviewAsync(Operator, new ReportRequest("JPN", "NATO"));
        Assert.Equal("secret", overview.Marking.Classification);
        Assert.Equal("unclassified", overview.Reports.Single().Marking.Classification);
        Assert.Equal("secret", overview.Groups.Single(r => r.Question.Group.Code == "QUAD").Marking.Classification);
    }

    [Fact]
    public async Task ReadGroup_HoldsEveryMemberAgainstTheOthers_AsEachOnesOwnReportDoes()
    {
        await ApprovedAsync("EST", Basis.Estimated, ("INF-1", 4), ("INF-2", 4), ("INF-3", 4));
        await ApprovedAsync("POL", Basis.Estimated, ("INF-1", 1), ("INF-2", 2), ("INF-3", 4));
        await SecretIndiaAsync();
        await Get<CatalogStore>().AddCycleAsync(Operator, "2027", new DateOnly(2027, 6, 30), null);
        var group = await Reader.ReadGroupAsync(Operator, new ReportRequest("NATO", "NATO"));
        Assert.Equal((CycleCode, 2, "unclassified"), (group.Any.Cycle.Code, group.Seen, group.Marking.Classification));
        foreach (var report in group.Reports.Where(report => report.Question.Subject is "EST" or "POL" or "FRA"))
        {
            var own = await Reader.ReadAsync(Operator, new ReportRequest(report.Question.Subject, "NATO", Cycle: CycleCode));
            foreach (var (row, same) in report.Rows.Zip(own.Rows))
                Assert.Equal((same.Code, same.Score.Value, same.CouldLie, same.Benchmark, same.N, same.Gap, same.GapBand, same.Finding), (row.Code, row.Score.Value, row.CouldLie, row.Benchmark, row.N, row.Gap, row.GapBand, row.Finding));
        }

        Assert.Equal("secret", (await Reader.ReadGroupAsync(Operator, new ReportRequest("QUAD", "QUAD", Cycle: CycleCode))).Marking.Classification);
        Assert.Equal(0, (await Reader.ReadGroupAsync(Viewer.Reader("CHE", "restricted"), new ReportRequest("QUAD", "QUAD"))).Seen);
        await Assert.ThrowsAsync<InputException>(() => Reader.ReadGroupAsync(Operator, new ReportRequest("JPN", "JPN")));
    }

    [Fact]
    public async Task Read_OfASecondCycle_TellsWhatChanged()
    {
        await ApprovedAsync("JPN", Basis.SelfAssessed, ("INF-1", 3), ("INF-2", 2));
        await ApprovedAsync("EST", Basis.Estimated, ("INF-1", 4), ("INF-2", 4), ("INF-3", 4));
        await Get<CatalogStore>().AddCycleAsync(Operator, "2027", new DateOnly(2027, 6, 30), null);
        await ApprovedAsync("JPN", Basis.SelfAssessed, "2027", ("INF-1", 3), ("INF-2", 3));
        await ApprovedAsync("EST", Basis.Estimated, "2027", ("INF-1", 4), ("INF-2", 4), ("INF-3", 4));
        var changes = (await Reader.ReadAsync(Operator, new ReportRequest("JPN", "NATO"))).Changes!;
        Assert.Equal("2026", changes.Since);
        Assert.Equal(0.5, changes.Areas.Single(a => a.Code == "INF").Steps.Single(s => s.Cause == Cause.OwnLevels).Change, 9);
        Assert.Null((await Reader.ReadAsync(Operator, new ReportRequest("JPN", "NATO", Cycle: "2026"))).Changes);
    }

    [Fact]
    public async Task Read_OfAnotherSource_UsesItAndNamesThePreferred()
    {
        await ApprovedAsync("EST", Basis.Estimated, ("INF-1", 4), ("INF-2", 4), ("INF-3", 4));
        await ApprovedAsync("EST", Basis.PeerReviewed, ("INF-1", 2), ("INF-2", 2), ("INF-3", 2));
        Assert.Equal(2, await ScoreAsync(null));
        Assert.Equal(4, await ScoreAsync(new SourceChoice(Basis.Estimated, "JPN")));
        var refused = await Assert.ThrowsAsync<InputException>(() => ScoreAsync(new SourceChoice(Basis.SelfAssessed, "EST")));
        Assert.Contains("choose one of peer-reviewed by JPN, estimated by JPN; the country is EST.", refused.Message);

        async Task<double?> ScoreAsync(SourceChoice? source) =>
            (await Reader.ReadAsync(Operator, new ReportRequest("EST", "NATO", Source: source))).Areas.Single(a => a.Code == "INF").Score.Value;
    }

    [Fact]
    public async Task Read_OfAnEarlierRevision_HoldsWhatStoodInReports_AndTheCycleBeforeAsItStandsNow()
    {
        await Get<CatalogStore>().AddCycleAsync(Operator, "2025", new DateOnly(2025, 6, 30), null);
        await ApprovedAsync("JPN", Basis.SelfAssessed, "2025", ("INF-1", 1), ("INF-2", 1), ("INF-3", 1));
        await CorrectedAsync("2025", ("INF-1", 2));
        await ApprovedAsync("JPN", Basis.SelfAssessed, ("INF-1", 3), ("INF-2", 3), ("INF-3", 3));
        await CorrectedAsync(CycleCode, ("INF-1", 5));
        await ApprovedAsync("EST", Basis.Estimated, ("INF-1", 4), ("INF-2", 4), ("INF-3", 4));
        var (now, then) = (await AskAsync(null), await AskAsync(1));
        Assert.Equal((2, 1), (now.SubjectSource!.Revision, then.SubjectSource!.Revision));
        Assert.Equal((5, 3), (LevelOf(now), LevelOf(then)));
        Assert.Equal(now.Indicators.Single(i => i.Code == "INF-1").Before, then.Indicators.Single(i => i.Code == "INF-1").Before);
        Assert.EndsWith("Revision 1 of it, as the address asks.", new Core.Wording.SourceWording(then, System.Globalization.CultureInfo.InvariantCulture).Own());
        Assert.Equal("NoRevision", (await Assert.ThrowsAsync<InputException>(() => AskAsync(3))).Key);

        Task<GapReport> AskAsync(int? revision) => Reader.ReadAsync(Operator, new ReportRequest("JPN", "NATO", Cycle: CycleCode, Source: new SourceChoice(Basis.SelfAssessed, "JPN", revision)));

        int LevelOf(GapReport report) => report.Indicators.Single(i => i.Code == "INF-1").Cell.Level;
    }

    private async Task CorrectedAsync(string cycle, (string Indicator, int Level) answer)
    {
        var old = (await Get<AssessmentStore>().OwnAsync(Operator, "JPN", cycle, Basis.SelfAssessed))!.Assessment;
        var revised = await Get<AssessmentStore>().ReviseAsync(Operator, old.Id);
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(revised.Id, answer.Indicator), Answer.Of(answer.Level, Confidence.High), 1, Guid.CreateVersion7(Clock.GetUtcNow())));
        await Get<AssessmentStore>().MoveAsync(Operator, revised.Id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, revised.Id, AssessmentStatus.Approved);
    }

    [Fact]
    public async Task Read_OfAnUnknownCountry_OffersThoseThatThisReaderSees()
    {
        await ApprovedAsync("EST", Basis.Estimated, ("INF-1", 4));
        await SecretIndiaAsync();
        Assert.Equal("Unknown country 'ZZZ': choose one of EST (Estonia), IND (India); use an ISO 3166-1 alpha-3 code such as JPN.", await RefusedAsync(Operator));
        Assert.Equal("Unknown country 'ZZZ': choose one of EST (Estonia); use an ISO 3166-1 alpha-3 code such as JPN.", await RefusedAsync(Viewer.Reader("JPN", "restricted")));
        Assert.Equal("Unknown country 'ZZZ': use an ISO 3166-1 alpha-3 code such as JPN.", await RefusedAsync(Viewer.Reader("CHE", "secret")));

        async Task<string> RefusedAsync(Viewer viewer) => (await Assert.ThrowsAsync<InputException>(() => Reader.ReadAsync(viewer, new ReportRequest("ZZZ", "NATO")))).Message;
    }

    [Fact]
    public async Task Read_OfASource_WhereThereIsNoneToSee_SaysSo() => Assert.Equal(
        "Unknown source 'estimated by JPN': there is no assessment of MNE that you may see.",
        (await Assert.ThrowsAsync<InputException>(() => Reader.ReadAsync(Operator, new ReportRequest("MNE", "NATO", Source: new SourceChoice(Basis.Estimated, "JPN"))))).Message);

    [Theory]
    [InlineData("XXX", "NATO", null, "country 'XXX'")]
    [InlineData("JPN", "Hansa", null, "choose one of AUKUS, CCDCOE, EU, FVEY, JP-US, NATO, QUAD")]
    [InlineData("JPN", "NATO", "1999", "choose one of 2026")]
    public async Task Read_OfWhatIsUnknown_NamesTheChoices(string country, string group, string? cycle, string said) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<InputException>(() => Reader.ReadAsync(Operator, new ReportRequest(country, group, Cycle: cycle)))).Message);

    private Task SecretIndiaAsync() => ApprovedAsync("IND", Basis.Estimated, CycleCode, "secret", ("INF-1", 2));

    private Task ApprovedAsync(string country, Basis basis, params (string, int)[] levels) => ApprovedAsync(country, basis, CycleCode, levels);

    private Task ApprovedAsync(string country, Basis basis, string cycle, params (string, int)[] levels) =>
        ApprovedAsync(country, basis, cycle, "unclassified", levels);

    private async Task ApprovedAsync(string country, Basis basis, string cycle, string classification, params (string, int)[] levels)
    {
        var id = (await Get<AssessmentStore>().BeginAsync(Operator, country, cycle, basis, classification)).Id;
        await SaveAsync(id, levels);
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.InReview);
        await Get<AssessmentStore>().MoveAsync(Operator, id, AssessmentStatus.Approved);
    }

    private async Task SaveAsync(int id, params (string Indicator, int Level)[] levels)
    {
        foreach (var (indicator, level) in levels)
            Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(
                Operator, new CellKey(id, indicator), Answer.Of(level, Confidence.High), 0, new Guid(id, (short)indicator[^1], 0, new byte[8])));
    }
}

public sealed class ReportReaderOnSqlite : ReportReaderTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class ReportReaderOnSqlServer : ReportReaderTests<SqlServerHost>;
