using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using static Dashboard.Core.Assessments.AssessmentStatus;

namespace Dashboard.Core.Tests.Release;

public class ReleaseRuleTests
{
    private static readonly Viewer Secret = Viewer.Reader("JPN", "secret");
    private static readonly Viewer Planner = new("Aoki", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly Viewer Restricted = Viewer.Reader("JPN", "restricted");

    private static int LevelOf(ScoreTable table, string country) => table.Of(country).Cells[0].Level;

    [Fact]
    public void Apply_NothingStored_IsNotAssessedAndNotWithheld()
    {
        var seen = Array.Empty<AssessmentSheet>().SeenBy(Secret).Of("EST");
        Assert.Null(seen.Source);
        Assert.Null(seen.Withheld);
        Assert.Equal(44, seen.Cells.Length);
        Assert.All(seen.Cells, cell => Assert.Equal(new Cell(CellState.NotAssessed), cell));
    }

    [Fact]
    public void Apply_NothingReleased_IsWithheldInEveryCellWithItsReason()
    {
        var seen = new[] { Sheets.Of("EST", marking: new Marking("secret", ["JPN"])) }.SeenBy(Restricted).Of("EST");
        Assert.Null(seen.Source);
        Assert.Equal(WithheldReason.AboveClearance, seen.Withheld);
        Assert.All(seen.Cells, cell => Assert.Equal(new Cell(CellState.Withheld, Reason: WithheldReason.AboveClearance), cell));
    }

    [Fact]
    public void Apply_EveryState_KeepsItsCell()
    {
        var sheet = Sheets.Scored("EST", null, null, null, area => area switch
        {
            "LAN" => Answer.Of(0, Confidence.Moderate),
            "INF" => Answer.NotApplicable("none"),
            _ => Answer.NotAssessed,
        });
        var cells = new[] { sheet }.SeenBy(Secret).Of("EST").Cells;
        Assert.Equal(new Cell(CellState.Scored, 0, Confidence.Moderate), cells[0]);
        Assert.Equal(new Cell(CellState.NotApplicable), cells[5]);
        Assert.Equal(new Cell(CellState.NotAssessed), cells[9]);
    }

    [Fact]
    public void Apply_IndicatorWithoutAScore_IsNotAssessed()
    {
        var sheet = Sheets.Of("EST");
        var cells = new[] { sheet with { Scores = sheet.Scores.RemoveAt(1) } }.SeenBy(Secret).Of("EST").Cells;
        Assert.Equal([CellState.Scored, CellState.NotAssessed, CellState.Scored], cells[..3].Select(c => c.State));
    }

    [Theory]
    [InlineData(Draft)]
    [InlineData(InReview)]
    [InlineData(Returned)]
    public void Apply_NotApproved_NeverEnters(AssessmentStatus status)
    {
        var sheets = new[] { Sheets.Of("JPN").In(status) };
        Assert.Null(sheets.SeenBy(Secret).Of("JPN").Source);
        Assert.Null(sheets.SeenBy(Secret).Of("JPN").Withheld);
    }

    [Theory]
    [InlineData(Draft)]
    [InlineData(InReview)]
    [InlineData(Returned)]
    public void Apply_Preview_ShowsTheOwnNationsDraftAndSaysSo(AssessmentStatus status)
    {
        var sheets = new[] { Sheets.Of("JPN", 2), Sheets.Of("JPN", 4).Revision(2).In(status) };
        Assert.Equal(status, sheets.SeenBy(Planner, preview: "JPN").Of("JPN").Source!.Status);
        Assert.Equal(4, LevelOf(sheets.SeenBy(Planner, preview: "JPN"), "JPN"));
        Assert.Equal(2, LevelOf(sheets.SeenBy(Secret), "JPN"));
        Assert.Equal(2, LevelOf(sheets.SeenBy(Secret, preview: "JPN"), "JPN"));
        Assert.Equal(2, LevelOf(sheets.SeenBy(Planner with { Scopes = [new Scope("EST", [])] }, preview: "JPN"), "JPN"));
    }

    [Fact]
    public void Preview_IsForReviewersToo_OfTheirOwnNationsAlone()
    {
        var reviewer = new Viewer("Baba", "JPN", "secret", Roles.Reviewer, []);
        var sheets = new[] { Sheets.Of("JPN", 4).In(AssessmentStatus.InReview) };
        Assert.Equal(AssessmentStatus.InReview, sheets.SeenBy(reviewer, preview: "JPN").Of("JPN").Source!.Status);
        Assert.Null(sheets.SeenBy(reviewer with { Nation = "EST" }, preview: "JPN").Of("JPN").Source);
        // An officer has the last word on what is in review, and sees no draft.
        Assert.NotNull(sheets.SeenBy(reviewer with { Roles = Roles.ReleasingOfficer }, preview: "JPN").Of("JPN").Source);
        Assert.Null(new[] { Sheets.Of("JPN", 4).In(Draft) }.SeenBy(reviewer with { Roles = Roles.ReleasingOfficer }, preview: "JPN").Of("JPN").Source);
    }

    [Fact]
    public void Reports_AreForThoseAloneWhoReadScores()
    {
        foreach (var role in Enum.GetValues<Roles>())
        {
            var viewer = new Viewer("Doi", "JPN", "secret", role, []);
            if (viewer.ReadsScores)
                ReleaseRule.RequireReader(viewer);
            else
                Assert.True(Assert.Throws<InputException>(() => ReleaseRule.RequireReader(viewer)).IsAboutRights);
        }
    }

    [Fact]
    public void Apply_Preview_OfOneCountry_LeavesOthersAlone()
    {
        var table = new[] { Sheets.Of("JPN", 2), Sheets.Of("EST", 2, assessor: "JPN").In(Draft) }.SeenBy(Planner, preview: "JPN");
        Assert.Null(table.Of("EST").Source);
    }

    [Fact]
    public void Apply_ChosenSource_GoesFirstAndLeavesThePreferredAsAlternative()
    {
        var sheets = new[] { Sheets.Of("EST", 2), Sheets.Of("EST", 4, assessor: "JPN") };
        var table = ReleaseRule.Apply(Planner, Sheets.Terms, Sheets.Cycle, Sheets.Framework, sheets, new Reading("EST", Source: new SourceChoice(Basis.Estimated, "JPN")));
        Assert.Equal(4, LevelOf(table, "EST"));
        Assert.Equal("EST", Assert.Single(table.Of("EST").Alternatives).Assessor);
        Assert.Equal(2, LevelOf(sheets.SeenBy(Planner), "EST"));
    }

    [Fact]
    public void Apply_ChosenRevision_IsReadByTheAssessingNationAlone()
    {
        var sheets = new[] { Sheets.Of("JPN", 2), Sheets.Of("JPN", 4).Revision(2), Sheets.Of("JPN", 5).Revision(3).In(Draft) };
        Assert.Equal(2, LevelOf(Chosen(Planner, sheets, 1), "JPN"));
        Assert.Equal(2, LevelOf(Chosen(Viewer.Reader("JPN", "restricted"), sheets, 1), "JPN"));
        Assert.Equal(4, LevelOf(Chosen(Planner, sheets, 2), "JPN"));
        // A draft is no revision that stood anywhere, and other nations read what was released to them.
        Assert.Equal(4, LevelOf(Chosen(Planner, sheets, 3), "JPN"));
        Assert.Equal(4, LevelOf(Chosen(Viewer.Reader("EST", "secret"), sheets, 1), "JPN"));
    }

    [Fact]
    public void Apply_ChosenRevision_IsClosedToWhomALaterMarkingClosesTheLater()
    {
        var restricted = Viewer.Reader("JPN", "restricted");
        var marked = new[] { Sheets.Of("JPN", 2), Sheets.Of("JPN", 4).Revision(2).Mark("LAN-1", Marking.OfPart("secret")) };
        Assert.Equal(2, Chosen(restricted, marked, 2).Of("JPN").Source!.Revision);
        Assert.Equal(2, Chosen(restricted, marked, 1).Of("JPN").Source!.Revision);
        Assert.Equal(1, Chosen(restricted with { Clearance = "secret" }, marked, 1).Of("JPN").Source!.Revision);
        var whole = new[] { Sheets.Of("JPN", 2), Sheets.Of("JPN", 4, new Marking("secret")).Revision(2).In(Draft) };
        Assert.Equal(1, restricted with { } is var who ? whole.SeenBy(who).Of("JPN").Source!.Revision : 0);
        Assert.False(ReleaseRule.MayReadBehind(restricted, Sheets.Terms, [whole[1]]));
    }

    private static ScoreTable Chosen(Viewer viewer, AssessmentSheet[] sheets, int revision) => ReleaseRule.Apply(
        viewer, Sheets.Terms, Sheets.Cycle, Sheets.Framework, sheets, new Reading("JPN", Source: new SourceChoice(Basis.SelfAssessed, "JPN", revision)));

    [Fact]
    public void Apply_Preview_NeverShowsAnotherNationsDraft()
    {
        var sheets = new[] { Sheets.Of("EST", 2), Sheets.Of("EST", 4).Revision(2).In(Draft), Sheets.Of("JPN", 1, assessor: "EST").In(Draft) };
        Assert.Equal(2, LevelOf(sheets.SeenBy(Planner, preview: "EST"), "EST"));
        Assert.Null(sheets.SeenBy(Planner, preview: "JPN").Of("JPN").Source);
    }

    [Fact]
    public void Apply_SeveralRevisions_UsesTheLatest()
    {
        var sheets = new[] { Sheets.Of("EST", 2).Revision(2), Sheets.Of("EST", 3).Revision(3), Sheets.Of("EST", 1) };
        Assert.Equal(3, LevelOf(sheets.SeenBy(Secret), "EST"));
        Assert.Empty(sheets.SeenBy(Secret).Of("EST").Alternatives);
    }

    [Fact]
    public void Apply_LatestRevisionIsWithheld_DoesNotFallBackToAnEarlierOne()
    {
        var sheets = new[] { Sheets.Of("EST", 2), Sheets.Of("EST", 3, new Marking("secret", ["JPN"])).Revision(2) };
        Assert.Equal(WithheldReason.AboveClearance, sheets.SeenBy(Restricted).Of("EST").Withheld);
    }

    [Fact]
    public void Apply_CorrectionNotYetReleased_LeavesAlliesWhatWasReleased_AndShowsTheOwnPeopleTheNewOne()
    {
        AssessmentSheet[] sheets = [Sheets.Of("EST", 2, new Marking("unclassified", ["NATO"])), Sheets.Of("EST", 4, new Marking("unclassified")).Revision(2)];
        Assert.Equal((2, 1), (LevelOf(sheets.SeenBy("GBR"), "EST"), sheets.SeenBy("GBR").Of("EST").Source!.Revision));
        Assert.Equal((4, 2), (LevelOf(sheets.SeenBy("EST"), "EST"), sheets.SeenBy("EST").Of("EST").Source!.Revision));
        Assert.Equal(WithheldReason.NotReleased, sheets.SeenBy("JPN").Of("EST").Withheld);
        Assert.Equal(2, Assert.Single(Sheets.Listed(Viewer.Reader("GBR", "secret"), Sheets.Terms, Sheets.Framework, sheets)).Cells[0].Level);
    }

    [Fact]
    public void Apply_CorrectionReleasedAboveTheClearance_IsWithheld_AndDoesNotFallBack()
    {
        AssessmentSheet[] sheets = [Sheets.Of("EST", 2, new Marking("unclassified", ["NATO"])), Sheets.Of("EST", 4, new Marking("secret", ["GBR"])).Revision(2)];
        Assert.Equal(WithheldReason.AboveClearance, sheets.SeenBy(Viewer.Reader("GBR", "restricted")).Of("EST").Withheld);
        Assert.Equal(2, LevelOf(sheets.SeenBy(Viewer.Reader("USA", "restricted")), "EST"));
    }

    [Fact]
    public void Apply_ReasonOfSomethingReleased_IsNotChangedByWhatIsNot()
    {
        var released = Sheets.Of("EST", 2, new Marking("secret", ["JPN"]));
        var hidden = Sheets.Of("EST", 4, new Marking("unclassified"), assessor: "FIN", basis: Basis.PeerReviewed);
        Assert.Equal(WithheldReason.AboveClearance, new[] { released, hidden }.SeenBy(Restricted).Of("EST").Withheld);
        Assert.Equal(WithheldReason.NotReleased, new[] { hidden }.SeenBy(Restricted).Of("EST").Withheld);
    }

    [Fact]
    public void Apply_TighterMarkingOnAScore_WithholdsThatCellWithItsReason()
    {
        var sheet = Sheets.Of("EST").Mark("LAN-2", new Marking("secret", ["JPN"])).Mark("LAN-3", new Marking("unclassified"));
        var seen = new[] { sheet }.SeenBy(Restricted).Of("EST");
        Assert.NotNull(seen.Source);
        Assert.Equal(new Cell(CellState.Withheld, Reason: WithheldReason.AboveClearance), seen.Cells[1]);
        Assert.Equal(new Cell(CellState.Withheld, Reason: WithheldReason.NotReleased), seen.Cells[2]);
        Assert.Equal([1, 2], Enumerable.Range(0, 44).Where(i => seen.Cells[i].State == CellState.Withheld));
    }
}
