using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Opinions;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Assessments;

/// <summary>What of their nation's assessments people are given to work on, and in which revision.</summary>
public abstract class OwnAssessmentTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private AssessmentStore Store => Get<AssessmentStore>();

    [Fact]
    public async Task Own_OfAnEarlierRevision_IsReadAsItWas_UnlessALaterMarkingClosesIt()
    {
        var first = await BeginAsync();
        await SaveAsync(first, 3);
        await MoveAsync(first, AssessmentStatus.InReview, AssessmentStatus.Approved);
        var second = await Store.ReviseAsync(Operator, first.Id);
        await SaveAsync(second, 4, version: 1);
        var reader = Planner("Aoki") with { Clearance = "restricted" };
        Assert.Equal((1, 2, 3), await OfAsync(reader, 1));
        Assert.Equal((2, 2, 4), await OfAsync(reader, null));
        Assert.Null(await Store.OwnAsync(reader, "JPN", CycleCode, Basis.SelfAssessed, 3));
        Assert.Equal(3, (await Get<HistoryReader>().OfAsync(reader, new CellKey(first.Id, "LAN-1"))).Length);
        await Get<MarkingStore>().MarkScoreAsync(Operator, new CellKey(second.Id, "LAN-1"), "secret", 2);
        Assert.Null(await Store.OwnAsync(reader, "JPN", CycleCode, Basis.SelfAssessed, 1));
        Assert.Equal("NoAssessment", (await Assert.ThrowsAsync<InputException>(() => Get<HistoryReader>().OfAsync(reader, new CellKey(first.Id, "LAN-1")))).Key);
        Assert.Equal((1, 2, 3), await OfAsync(Operator, 1));

        async Task<(int, int, int?)> OfAsync(Viewer viewer, int? revision) =>
            (await Store.OwnAsync(viewer, "JPN", CycleCode, Basis.SelfAssessed, revision))! is var sheet ? (sheet.Assessment.Revision, sheet.Latest, sheet.Scores.Single().Answer.Level) : default;
    }

    // What the latest revision is, how it is marked, who asks, and the revision that they are given.
    [Theory]
    [InlineData("draft", "", "ReleasingOfficer", 1)]
    [InlineData("in-review", "", "ReleasingOfficer", 2)]
    [InlineData("returned", "", "ReleasingOfficer", 1)]
    [InlineData("draft", "", "Planner", 2)]
    [InlineData("draft", "", "Reviewer", 2)]
    [InlineData("draft", "", "Executive", null)]
    [InlineData("draft", "the whole", "ReleasingOfficer", null)]
    [InlineData("draft", "the whole", "Planner", null)]
    [InlineData("draft", "an answer", "ReleasingOfficer", null)]
    [InlineData("draft", "an answer", "Planner", 2)]
    [InlineData("draft", "blind", "Reviewer, ReleasingOfficer", null)]
    public async Task Own_BehindARevisionThatIsNotTheirs_IsTheLatestThatIs_UnlessSomethingOfItIsWithheld(string latest, string secret, string roles, int? given)
    {
        var viewer = new Viewer("Mori", "JPN", "restricted", Enum.Parse<Roles>(roles), [Scope.Everything]);
        var first = await BeginAsync();
        await SaveAsync(first, 3);
        await MoveAsync(first, AssessmentStatus.InReview, AssessmentStatus.Approved);
        var second = await Store.ReviseAsync(Operator, first.Id);
        await SaveAsync(second, 4, version: 1);
        if (secret == "the whole")
            await Get<MarkingStore>().MarkAsync(Operator, second.Id, "secret", null, second.Marking);
        if (secret == "an answer")
            await Get<MarkingStore>().MarkScoreAsync(Operator, new CellKey(second.Id, "LAN-1"), "secret", 2);
        if (secret == "blind")
            await Get<OpinionStore>().BeginAsync(viewer, second.Id);
        if (latest != "draft")
            await Store.MoveAsync(Operator, second.Id, AssessmentStatus.InReview);
        if (latest == "returned")
            await Store.MoveAsync(Operator, second.Id, AssessmentStatus.Returned, "Look again.");

        var opened = await Store.OwnAsync(viewer, "JPN", CycleCode, Basis.SelfAssessed);
        Assert.Equal((given, given is null ? null : 2), (opened?.Assessment.Revision, opened?.Latest));
        Assert.Equal(given is null ? [] : [(given.Value, 2)], (await Store.OwnAsync(viewer, CycleCode)).Select(s => (s.Assessment.Revision, s.Latest)));
        // What is finished waits for nobody.
        Assert.Equal(given is 2 ? [2] : [], (await Store.UnfinishedAsync(viewer)).Select(s => s.Assessment.Revision));
    }

    [Fact]
    public async Task Own_CarriesTheEvidenceThatMayBeSeen()
    {
        var assessment = new Assessment { Country = "JPN", Cycle = CycleCode, Assessor = "JPN", Basis = Basis.SelfAssessed, Marking = new Marking("restricted") };
        var open = new Evidence { AssessmentId = 0, Indicator = "LAN-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 1) };
        await Store.AddAsync(Operator, [new NewSheet(assessment, [], [open, open with { Indicator = "LAN-2", Title = "Canary", Marking = Marking.OfPart("secret") }])]);
        Assert.Equal(["Report", "Canary"], (await Store.OwnAsync(Operator, "JPN", CycleCode, Basis.SelfAssessed))!.Evidence.Select(e => e.Title));
        var uncleared = (await Store.OwnAsync(Operator with { Clearance = "restricted" }, "JPN", CycleCode, Basis.SelfAssessed))!;
        Assert.Equal(["Report"], uncleared.Evidence.Select(e => e.Title));
        Assert.Equal(["LAN-2"], uncleared.WithheldEvidence);
    }

    [Fact]
    public async Task Own_OfAnotherNation_IsNotOpened()
    {
        await BeginAsync("EST", Basis.Estimated, "restricted");
        Assert.NotNull(await Store.OwnAsync(Operator, "EST", CycleCode, Basis.Estimated));
        Assert.Null(await Store.OwnAsync(Planner("Tamm", "EST"), "EST", CycleCode, Basis.Estimated));
        Assert.Null(await Store.OwnAsync(Operator with { Clearance = "unclassified" }, "EST", CycleCode, Basis.Estimated));
    }

    private async Task MoveAsync(Assessment assessment, params AssessmentStatus[] steps)
    {
        foreach (var step in steps)
            await Store.MoveAsync(Operator, assessment.Id, step);
    }

    private Task<SaveOutcome> SaveAsync(Assessment assessment, int level, int version = 0) =>
        Get<ScoreStore>().SaveAsync(Operator, new CellKey(assessment.Id, "LAN-1"), Answer.Of(level), version, new Guid(assessment.Id, (short)version, 0, new byte[8]));
}

public sealed class OwnAssessmentsOnSqlite : OwnAssessmentTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class OwnAssessmentsOnSqlServer : OwnAssessmentTests<SqlServerHost>;
