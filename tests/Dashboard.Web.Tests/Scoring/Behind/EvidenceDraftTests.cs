using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Behind;

namespace Dashboard.Web.Tests.Scoring.Behind;

/// <summary>What an earlier page held typed is found again by its name, or not at all.</summary>
public sealed class EvidenceDraftTests
{
    private static readonly ScoringRow Row = new(FrameworkJson.BuiltIn.Indicators.First(i => i.Code == "REL-1"), "REL");
    private static readonly Evidence Piece = new() { Id = 17, Version = 2, AssessmentId = 1, Indicator = "REL-1", Title = "Plan", Source = "Embassy", Date = new DateOnly(2026, 1, 31) };

    public EvidenceDraftTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Name_IsOfItsWritersDraftAlone()
    {
        Assert.NotEqual(new EvidenceDraft(null).Name, new EvidenceDraft(null).Name);
        Assert.Matches("^REL-1/evidence-17\\.2-[0-9a-f]{8}$", new EvidenceDraft(Piece).ThingOf(Row));
    }

    [Fact]
    public void Resume_OfWhatIsStillAsItWas_GoesOnFromIt()
    {
        var thing = new EvidenceDraft(Piece).ThingOf(Row);
        var draft = EvidenceDraft.Resume(Row, thing, [Piece])!;
        Assert.Equal((Piece, null, null, thing), (draft.Original, draft.Theirs, draft.Why, draft.ThingOf(Row)));
        var added = new EvidenceDraft(null).ThingOf(Row);
        Assert.Equal((null, null, added), (EvidenceDraft.Resume(Row, added, [Piece])!.Original, EvidenceDraft.Resume(Row, added, [Piece])!.Why, EvidenceDraft.Resume(Row, added, [Piece])!.ThingOf(Row)));
    }

    [Fact]
    public void Resume_OfWhatAnotherChangedOrRemoved_TellsIt()
    {
        var thing = new EvidenceDraft(Piece).ThingOf(Row);
        var changed = EvidenceDraft.Resume(Row, thing, [Piece with { Version = 3, Title = "Theirs" }])!;
        Assert.Equal(("Theirs", thing), (changed.Theirs!.Title, changed.ThingOf(Row)));
        Assert.Contains("Somebody changed this piece meanwhile", changed.Why);
        var gone = EvidenceDraft.Resume(Row, thing, [Piece with { Indicator = "REL-2" }])!;
        Assert.Null(gone.Original);
        Assert.NotNull(gone.Why);
    }

    [Theory]
    [InlineData("")]
    [InlineData("REL-2/evidence-17.2-0123abcd")]
    [InlineData("REL-1/comment-17.2-0123abcd")]
    [InlineData("REL-1/evidence-99999999999.2-0123abcd")]
    [InlineData("REL-1/evidence-17.2-0123abcd/title")]
    [InlineData("REL-1/evidence-17.2-<script>")]
    public void Resume_OfAnythingElse_IsNothing(string thing) => Assert.Null(EvidenceDraft.Resume(Row, thing, [Piece]));
}
