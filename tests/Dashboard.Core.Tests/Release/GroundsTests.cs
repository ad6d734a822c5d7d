using Dashboard.Core.Assessments;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public class GroundsTests
{
    private static readonly AssessmentSheet Sheet = Sheets.Of("JPN", marking: new Marking("restricted", ["NATO"])).Mark("LAN-2", Marking.OfPart("secret"));

    private static AssessmentSheet Told => Sheet with
    {
        Scores = [.. Sheet.Scores.Select(s => s with { Answer = s.Answer with { Rationale = $"because of {s.Indicator}" } })],
        Evidence = [Piece("LAN-1"), Piece("LAN-1") with { Title = "Secret report", Marking = Marking.OfPart("secret") }, Piece("LAN-2"), Piece("INF-1")],
    };

    [Fact]
    public void Behind_OwnReader_SeesTheAreasWords_AsFarAsTheirClearanceGoes()
    {
        var grounds = Behind(Viewer.Reader("JPN", "restricted"), "LAN")!;
        Assert.Equal(["LAN-1", "LAN-3", "LAN-4", "LAN-5"], grounds.Rationales.Keys.Order());
        Assert.Equal("because of LAN-1", grounds.Rationales["LAN-1"]);
        Assert.Equal("Report", Assert.Single(grounds.Evidence).Title);
        Assert.Equal(["LAN-1"], grounds.WithheldEvidence);
        Assert.Equal("restricted", grounds.Marking.Classification);
        Assert.Single(grounds.Of("LAN-1"));
        Assert.Empty(grounds.Of("LAN-3"));
    }

    [Fact]
    public void Behind_ClearedReader_SeesAll_AndTheMarkingSaysSo()
    {
        var grounds = Behind(Viewer.Reader("JPN", "secret"), "LAN")!;
        Assert.Equal((5, 3, 0), (grounds.Rationales.Count, grounds.Evidence.Length, grounds.WithheldEvidence.Length));
        Assert.Equal("secret", grounds.Marking.Classification);
        // The marking of an answer holds for the page of its area; here of one without, the evidence of another area is not shown.
        Assert.Equal("Report", Assert.Single(Behind(Viewer.Reader("JPN", "secret"), "INF")!.Evidence).Title);
    }

    [Fact]
    public void Behind_WithoutAnArea_IsOfAllAreas_WithTheMarkingOfTheHighest()
    {
        var (some, all) = (Behind(Viewer.Reader("JPN", "restricted"), null)!, Behind(Viewer.Reader("JPN", "secret"), null)!);
        Assert.Equal(Told.Scores.Select(s => s.Indicator).Order(), all.Rationales.Keys.Order());
        Assert.Equal(["LAN-1", "LAN-1", "LAN-2", "INF-1"], all.Evidence.Select(e => e.Indicator));
        Assert.DoesNotContain("LAN-2", some.Rationales.Keys);
        Assert.Equal(["LAN-1", "INF-1"], some.Evidence.Select(e => e.Indicator));
        Assert.Equal(["LAN-1"], some.WithheldEvidence);
        Assert.Equal(("restricted", "secret"), (some.Marking.Classification, all.Marking.Classification));
        Assert.Null(Behind(Viewer.Reader("EST", "secret"), null));
    }

    [Fact]
    public void Behind_AnotherNation_SeesNoWords_ThoughTheLevelsAreReleased()
    {
        var estonian = Viewer.Reader("EST", "secret");
        Assert.Null(Behind(estonian, "LAN"));
        Assert.True(new[] { Told }.SeenBy(estonian).Of("JPN").Cells[0].IsScored);
    }

    [Fact]
    public void Behind_WhatIsNotApproved_IsNothing() => Assert.Null(
        ReleaseRule.Behind(Viewer.Reader("JPN", "secret"), Sheets.Terms, Sheets.Framework, [Told.In(AssessmentStatus.Draft)], new Reading("JPN"), Sheets.Framework.RequireArea("LAN")));

    [Fact]
    public void Behind_OfAnEstimate_IsTheAssessorsToRead()
    {
        var estimate = Sheets.Of("EST", assessor: "JPN") with { Evidence = [Piece("LAN-1")] };
        Assert.Single(Of(Viewer.Reader("JPN", "secret"))!.Evidence);
        Assert.Null(Of(Viewer.Reader("EST", "secret")));

        Grounds? Of(Viewer viewer) => ReleaseRule.Behind(viewer, Sheets.Terms, Sheets.Framework, [estimate], new Reading("EST"), Sheets.Framework.RequireArea("LAN"));
    }

    private static Grounds? Behind(Viewer viewer, string? area) =>
        ReleaseRule.Behind(viewer, Sheets.Terms, Sheets.Framework, [Told], new Reading("JPN"), area is null ? null : Sheets.Framework.RequireArea(area));

    private static Evidence Piece(string indicator) => new() { AssessmentId = 1, Indicator = indicator, Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 31) };
}
