using Dashboard.Core.Assessments;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public class PrecedenceTests
{
    // From the least to the most preferred for a reader of Japan.
    private static readonly AssessmentSheet[] Rising =
    [
        Sheets.Of("EST", assessor: "USA"),
        Sheets.Of("EST", assessor: "FRA"),
        Sheets.Of("EST", assessor: "JPN"),
        Sheets.Of("EST"),
        Sheets.Of("EST", assessor: "FIN", basis: Basis.ExerciseObserved),
        Sheets.Of("EST", assessor: "LVA", basis: Basis.PeerReviewed),
    ];

    private static readonly (Basis, string)[] Preferred =
    [
        (Basis.PeerReviewed, "LVA"), (Basis.ExerciseObserved, "FIN"), (Basis.SelfAssessed, "EST"),
        (Basis.Estimated, "JPN"), (Basis.Estimated, "FRA"), (Basis.Estimated, "USA"),
    ];

    private static IEnumerable<(Basis, string)> All(CountryScores scores) =>
        scores.Alternatives.Prepend(scores.Source!).Select(s => (s.Basis, s.Assessor));

    [Fact]
    public void Apply_UsesTheMostPreferred_AndOffersTheOthersInOrder() =>
        Assert.Equal(Preferred, All(Rising.SeenBy("JPN").Of("EST")));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Apply_WithoutTheMostPreferred_UsesTheNext(int without) =>
        Assert.Equal(Preferred[without..], All(Rising[..^without].SeenBy("JPN").Of("EST")));

    [Fact]
    public void Apply_ForAnotherReader_TheirOwnEstimateIsFirstAmongEstimates()
    {
        var seen = Rising[..3].SeenBy("USA").Of("EST");
        Assert.Equal([(Basis.Estimated, "USA"), (Basis.Estimated, "FRA"), (Basis.Estimated, "JPN")], All(seen));
    }

    [Fact]
    public void Apply_PreferredIsWithheld_UsesTheNextAndDoesNotNameIt()
    {
        AssessmentSheet[] sheets = [Sheets.Of("EST", 4, new Marking("secret")), Sheets.Of("EST", 2, assessor: "JPN")];
        var seen = sheets.SeenBy("JPN").Of("EST");
        Assert.Equal([(Basis.Estimated, "JPN")], All(seen));
        Assert.Null(seen.Withheld);
        Assert.Equal(2, seen.Cells[0].Level);
    }

    [Fact]
    public void List_ShowsEveryVisibleAssessment_ByCountryAndPreference()
    {
        AssessmentSheet[] sheets =
        [
            .. Rising, Sheets.Of("CAN", marking: new Marking("secret")), Sheets.Of("BEL", 5), Sheets.Of("BEL", 1).Revision(2).In(AssessmentStatus.Draft),
        ];
        var listed = Sheets.Listed(Viewer.Reader("JPN", "secret"), Sheets.Terms, Sheets.Framework, sheets).ToList();
        Assert.Equal(["BEL", .. Enumerable.Repeat("EST", 6)], listed.Select(s => s.Country));
        Assert.Equal(Preferred, listed.Skip(1).Select(s => (s.Source!.Basis, s.Source.Assessor)));
        Assert.Equal(5, listed[0].Cells[0].Level);
    }

    [Fact]
    public void List_TighterMarkingOnAScore_WithholdsTheCell()
    {
        var sheet = Sheets.Of("EST").Mark("LAN-1", new Marking("secret"));
        var listed = Assert.Single(Sheets.Listed(Viewer.Reader("JPN", "secret"), Sheets.Terms, Sheets.Framework, [sheet]));
        Assert.Equal(new Cell(CellState.Withheld, Reason: WithheldReason.NotReleased), listed.Cells[0]);
    }
}
