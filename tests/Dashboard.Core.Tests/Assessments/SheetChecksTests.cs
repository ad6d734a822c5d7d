using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Assessments;

/// <summary>The worked examples of docs/scoring.md: four areas, of which A has three indicators of weight 1, the others one each.</summary>
public class SheetChecksTests
{
    private static readonly World Small = World.Of("A 1 1 1", "B 1", "C 1", "D 1");

    private static readonly Viewer Planner = new("Aoki", World.Home, "restricted", Roles.Planner, [Scope.Everything]);

    [Fact]
    public void Empty_IsOneConcern() => Assert.Equal([new Concern(ConcernKind.Empty)], Of("? ? ? | ? | ? | ?"));

    [Fact]
    public void Hinders_ReviewOrApproval_NothingElse()
    {
        var hindering = Enum.GetValues<ConcernKind>().ToLookup(kind => new Concern(kind).Hinders);
        Assert.Equal([ConcernKind.Empty, ConcernKind.NotSigned], hindering[SheetStep.Submit]);
        Assert.Equal([ConcernKind.NotApplicable], hindering[SheetStep.Approve]);
        Assert.Equal(Enum.GetValues<ConcernKind>().Length - 3, hindering[null].Count());
    }

    [Fact]
    public void Whole_Sheet_HasNone() => Assert.Empty(Of("3 3 3 | 3 | 3 | 3"));

    [Fact]
    public void Unanswered_IsToldOnce_WhereAreaAndTotalStillHaveAScore() =>
        Assert.Equal([new Concern(ConcernKind.NotAnswered, "A-3")], Of("3 3 ? | 3 | 3 | 3"));

    [Fact]
    public void Area_BelowHalfOfItsWeight_HasNoScore() => Assert.Equal(
        [new Concern(ConcernKind.NoAreaScore, "A", 1, 3), new Concern(ConcernKind.NotAnswered, "A-2"), new Concern(ConcernKind.NotAnswered, "A-3")],
        Of("3 ? ? | 3 | 3 | 3"));

    [Fact]
    public void Total_BelowThreeQuartersOfTheAreas_IsToldFirst() => Assert.Equal(
        [
            new Concern(ConcernKind.NoTotal, null, 2, 4), new Concern(ConcernKind.NoAreaScore, "C", 0, 1), new Concern(ConcernKind.NoAreaScore, "D", 0, 1),
            new Concern(ConcernKind.NotAnswered, "C-1"), new Concern(ConcernKind.NotAnswered, "D-1"),
        ],
        Of("3 3 3 | 3 | ? | ?"));

    [Fact]
    public void NotApplicable_IsTold_AndLeavesTheCounts() => Assert.Equal(
        [new Concern(ConcernKind.NotApplicable, "A-3"), new Concern(ConcernKind.NotApplicable, "D-1")], Of("3 3 - | 3 | 3 | -"));

    [Fact]
    public void Carried_IsTold_AndIsNoAnswerInAnyCount()
    {
        Assert.Equal([new Concern(ConcernKind.Carried, "A-3")], Of("3 3 c5 | 3 | 3 | 3"));
        Assert.Equal([new Concern(ConcernKind.NoAreaScore, "A", 1, 3), new Concern(ConcernKind.Carried, "A-2"), new Concern(ConcernKind.Carried, "A-3")], Of("3 c5 c- | 3 | 3 | 3"));
        Assert.Equal([new Concern(ConcernKind.Empty), .. new[] { "A-1", "A-2", "A-3", "B-1", "C-1" }.Select(code => new Concern(ConcernKind.Carried, code))], Of("c3 c3 c3 | c3 | c- | ?"));
        Assert.Equal(2, Opened(Small.With(World.Home, "3 c3 c- | - | ? | c5").Sheets[0]).Answered);
    }

    [Theory]
    [InlineData("2024-06-30", null, true)]
    [InlineData("2024-06-29", null, false)]
    [InlineData("2026-06-30", null, true)]
    [InlineData("2026-07-01", null, true)]
    [InlineData("2025-01-01", "2026-07-01", true)]
    [InlineData("2025-01-01", "2026-06-30", false)]
    public void Level4_NeedsEvidenceOfTheLast24Months_ThatHolds(string date, string? expiry, bool isShown)
    {
        var piece = Piece("B-1", date, expiry);
        Assert.Equal(isShown, !Of("3 3 3 | 4 | 3 | 3", piece).Any(c => c.Kind == ConcernKind.NotShown));
        Assert.Contains(new Concern(ConcernKind.NotShown, "C-1", 4), Of("3 3 3 | 3 | 4 | 3", piece));
        Assert.DoesNotContain(Of("3 3 3 | 3 | 3 | 3", piece), c => c.Kind == ConcernKind.NotShown);
        // What speaks against a level does not show it.
        Assert.Contains(new Concern(ConcernKind.NotShown, "B-1", 4), Of("3 3 3 | 4 | 3 | 3", piece with { Bearing = Bearing.Contradicts }));
    }

    [Theory]
    [InlineData(EvidenceOrigin.Allied, true, 0)]
    [InlineData(EvidenceOrigin.Exercise, true, 0)]
    [InlineData(EvidenceOrigin.Own, false, 0)]
    [InlineData(EvidenceOrigin.Independent, false, 0)]
    [InlineData(EvidenceOrigin.Unstated, false, 1)]
    public void Level4_IsShownByAnAllysWord_AndWhatIsNotStatedIsNone_ButSaid(EvidenceOrigin origin, bool isShown, int unstated)
    {
        var piece = Piece("B-1", "2026-01-01") with { Origin = origin };
        // One that is too old, or against the level, would not show it either way: it is not counted among those that do not say.
        var others = new[] { Piece("B-1", "2020-01-01") with { Origin = EvidenceOrigin.Unstated }, piece with { Origin = EvidenceOrigin.Unstated, Bearing = Bearing.Contradicts } };
        Assert.Equal(isShown ? [] : [new Concern(ConcernKind.NotShown, "B-1", 4, unstated)], Of("3 3 3 | 4 | 3 | 3", [piece, .. others]));
    }

    [Fact]
    public void Level5_WhereTheFigureItselfIsTheEvidence_NeedsNone()
    {
        var framework = Sheets.Framework;
        var concerns = SheetChecks.Of(framework, Opened(Sheets.Of(World.Home, 5, World.Open)), Sheets.Cycle.AsOf);
        Assert.Equal(framework.Indicators.Where(i => !i.LevelsAreThresholds).Select(i => new Concern(ConcernKind.NotShown, i.Code, 5)), concerns);
    }

    [Fact]
    public void Expired_IsCounted_FromTheFirstDayOnWhichItNoLongerHolds() => Assert.Equal(
        [new Concern(ConcernKind.Expired, "B-1", 2)],
        Of("3 3 3 | 3 | 3 | 3", Piece("B-1", "2020-01-01", "2021-01-01"), Piece("B-1", "2020-01-01", "2026-06-30"), Piece("C-1", "2020-01-01", "2026-07-01")));

    [Fact]
    public void Withheld_IsNotTakenForMissing_AndSaidNotToBeChecked()
    {
        Assert.Equal([new Concern(ConcernKind.NotSeen, "A-1"), new Concern(ConcernKind.NotSeen, "B-1")], Of("5! 3 3 | 5! | 3 | 3"));
        Assert.DoesNotContain(Of("5! ? ? | ? | ? | ?"), c => c.Kind == ConcernKind.Empty);
    }

    [Fact]
    public void Evidence_ThatIsWithheld_SaysNothingOfItself()
    {
        var secret = Piece("B-1", "2026-01-01", "2026-02-01") with { Marking = Marking.OfPart("secret") };
        Assert.Empty(Of("3 3 3 | 3 | 3 | 3", secret));
        Assert.Equal([new Concern(ConcernKind.NotSeen, "B-1")], Of("3 3 3 | 4 | 3 | 3", secret));
        // With the answer it is withheld altogether.
        var opened = Opened(Small.With(World.Home, "3 3 3 | 4! | 3 | 3").Sheets[0] with { Evidence = [secret] });
        Assert.Equal((0, 0), (opened.Evidence.Length, opened.WithheldEvidence.Length));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void EveryKind_SaysWhereAndWhat_InOneSentence(string language)
    {
        var wording = new ConcernWording(Sheets.Cycle, Sheets.Framework, CultureInfo.GetCultureInfo(language));
        var said = Enum.GetValues<ConcernKind>().Select(kind => new Concern(kind, Place(kind), 4, 5)).ToDictionary(c => c.Kind, wording.Sentence);
        Assert.All(said.Values, sentence => Assert.EndsWith(language == "ja" ? "。" : ".", sentence));
        Assert.Equal(said.Count, said.Values.Distinct().Count());
        Assert.Equal(said.Count, said.Keys.Select(wording.Title).Distinct().Count());
        Assert.StartsWith($"LAN-2 {Sheets.Framework.NameOf(Sheets.Framework.Indicators[1], CultureInfo.GetCultureInfo(language))}", said[ConcernKind.NotShown]);
        Assert.Contains("2026", said[ConcernKind.NotShown]);
        Assert.Contains("24", said[ConcernKind.NotShown]);
        Assert.Contains("4", said[ConcernKind.NoAreaScore]);
        Assert.NotEqual(said[ConcernKind.NotShown], wording.Sentence(new Concern(ConcernKind.NotShown, "LAN-2", 4)));
    }

    [Fact]
    public void Sentence_InEnglish_SaysHowToMendIt() => Assert.Equal(
        "LAN-2 Working-language reporting (incident reports, SITREPs): 1 piece of evidence no longer held on 30 June 2026; renew or replace it, or give the level that the rest shows.",
        new ConcernWording(Sheets.Cycle, Sheets.Framework, CultureInfo.InvariantCulture).Sentence(new Concern(ConcernKind.Expired, "LAN-2", 1)));

    private static string? Place(ConcernKind kind) => kind switch
    {
        ConcernKind.Empty or ConcernKind.NoTotal => null,
        ConcernKind.NoAreaScore or ConcernKind.NotSigned => "LAN",
        _ => "LAN-2",
    };

    private static ImmutableArray<Concern> Of(string answers, params Evidence[] evidence) =>
        SheetChecks.Of(Small.Framework, Opened(Small.With(World.Home, answers).Sheets[0] with { Evidence = [.. evidence] }), Small.AsOf);

    private static OpenedSheet Opened(AssessmentSheet sheet) => ReleaseRule.Open(Planner, Sheets.Terms, sheet)!;

    private static Evidence Piece(string indicator, string date, string? expiry = null) => new()
    {
        AssessmentId = 1, Indicator = indicator, Title = "Report", Source = "Embassy", Origin = EvidenceOrigin.Allied,
        Date = DateOnly.Parse(date, CultureInfo.InvariantCulture), Expiry = expiry is null ? null : DateOnly.Parse(expiry, CultureInfo.InvariantCulture),
    };
}
