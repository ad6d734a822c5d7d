using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;
using static Dashboard.Core.Tests.Wording.Reports;

namespace Dashboard.Core.Tests.Wording;

public class RequirementWordingTests
{
    [Fact]
    public void Requirements_AreCounted_AndTheMissedNamed()
    {
        var report = Of("JPN", ("LAN", Level(2)), ("EXE", Answer.NotAssessed));
        var wording = new RequirementWording(report, CultureInfo.InvariantCulture);
        var first = report.Profiles[0];
        Assert.Equal(report.Framework.Profiles[0].Name, wording.Name(first));
        Assert.Equal($"{first.Count(Outcome.Met)} met, {first.Count(Outcome.Missed)} missed, {first.Count(Outcome.Unknown)} unknown", wording.Counts(first));
        Assert.StartsWith("LAN-1 at 2, needs 3", wording.Missed(first));
    }

    [Fact]
    public void Requirements_AllMet_NameNothingMissed()
    {
        var report = Of("JPN", [.. Sheets.Framework.Areas.Select(area => (area.Code, Level(5)))]);
        Assert.All(report.Profiles, result => Assert.Equal("", new RequirementWording(report, CultureInfo.InvariantCulture).Missed(result)));
    }

    /// <summary>Five lines that ask for level 3: what is not known is never said to be missed, and 0 never stands for it.</summary>
    [Theory]
    [InlineData("3 4 5 | 3 3", "Japan meets all 5 requirements for first participation.")]
    [InlineData("3 4 5 | 3 -", "Japan meets all 4 requirements for first participation.")]
    [InlineData("3 - - | - -", "Japan meets the only requirement for first participation.")]
    [InlineData("3 4 2 | 3 3", "Japan meets 4 of 5 requirements for first participation; A-3 Indicator 3 of A is missed.")]
    [InlineData("3 2 2 | - 2", "Japan meets 1 of 4 requirements for first participation; 3 are missed.")]
    [InlineData("3 2 2 | 1 2", "Japan meets 1 of 5 requirements for first participation; 4 are missed, above all B-1 Indicator 1 of B.")]
    [InlineData("2 - 0 | - -", "Japan meets none of 2 requirements for first participation; A-3 Indicator 3 of A and A-1 Indicator 1 of A are missed.")]
    [InlineData("2 - - | - -", "Japan does not meet the only requirement for first participation; A-1 Indicator 1 of A is missed.")]
    [InlineData("3 ? 2 | 3 3!", "Japan meets at least 2 of 5 requirements for first participation; A-3 Indicator 3 of A is missed, 2 cannot be judged.")]
    [InlineData("3 ? - | - -", "Japan meets at least 1 of 2 requirements for first participation; none is missed, 1 cannot be judged.")]
    [InlineData("? 2 - | - 5!", "Of 3 requirements for first participation, none is known to be met by Japan; A-2 Indicator 2 of A is missed, 2 cannot be judged.")]
    [InlineData("? ? - | 0! 5!", "None of 4 requirements for first participation can be judged for Japan.")]
    [InlineData("? - - | - -", "The only requirement for first participation cannot be judged for Japan.")]
    [InlineData("- - - | - -", "None of 5 requirements for first participation applies to Japan.")]
    public void Headline_SaysWhatIsMetAndMissed_AndWhatNobodyCanJudge(string answers, string expected)
    {
        var report = WorldOf(answers).Report();
        Assert.Equal(expected, In(report, "en").Headline(RequirementMap.Of(report)));
    }

    [Theory]
    [InlineData("ja", "日本は、first participationの要件5項目中、少なくとも3項目を満たしています。A-3 Indicator 3 of Aが未達、1項目は判断不能。")]
    [InlineData("fr", "Japon\u00a0: au moins 3 exigences sur 5 sont atteintes (first participation)\u00a0; A-3 Indicator 3 of A n’est pas atteinte, 1 ne peut être jugée.")]
    public void Headline_IsSaidInTheReadersLanguage(string language, string expected)
    {
        var report = WorldOf("3 3 2 | 3 ?").Report();
        Assert.Equal(expected, In(report, language).Headline(RequirementMap.Of(report)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void Headline_OfNothingSeen_OrNothingAsked_SaysSo(string language)
    {
        var unseen = From("JPN", Members);
        Assert.Equal(unseen.In(language).Headline(), In(unseen, language).Headline(RequirementMap.Of(unseen)));
        var unasked = World.Of("A 1").With(World.Home, "3").Report();
        Assert.Contains("TEST 1.0", In(unasked, language).Headline(null));
        Assert.Equal([unasked.In(language).Lead().Last()], In(unasked, language).Lead(null));
    }

    [Fact]
    public void Lead_SaysWhyALineCannotBeJudged_AndHowTheMembersStand()
    {
        var report = WorldOf("3 ? 2! | - ?").With("EST", "3 3 3 | 3 -").With("LVA", "? 2 ? | ? ?").With("POL", "3 3 3 | 3 ?").Report();
        Assert.Equal(
            [
                "Not assessed: A-2 Indicator 2 of A, B-2 Indicator 2 of B.", "Withheld from you: A-3 Indicator 3 of A.", "Not applicable: B-1 Indicator 1 of B.",
                "Known to meet all that applies: 1 of 3 Allies members; known to miss something: 1; not known: 1.", report.In("en").Lead().Last(),
            ],
            In(report, "en").Lead(RequirementMap.Of(report)));
    }

    /// <summary>A single country is told with its counts; the subject held against itself has nobody beside it.</summary>
    [Theory]
    [InlineData("EST", true)]
    [InlineData(World.Home, false)]
    public void Lead_AgainstOneCountry_TellsItsCounts(string other, bool isTold)
    {
        var world = WorldOf("3 3 3 | 3 3").With("EST", "3 3 2 | 3 ?");
        var report = GapAnalysis.Run(new GapQuestion(World.Home, CountryGroup.Of(Country.Require(other))), world.Table(), draws: 0);
        var lead = In(report, "en").Lead(RequirementMap.Of(report)).ToList();
        Assert.Equal(isTold, lead.Contains("Estonia: 3 met, 1 missed, 1 unknown."));
        Assert.Equal(isTold ? 2 : 1, lead.Count);
    }

    private static World WorldOf(string answers)
    {
        var framework = World.FrameworkOf("A 1 1 1", "B 1 1");
        var asked = framework.Indicators.ToImmutableSortedDictionary(i => i.Code, _ => 3, StringComparer.Ordinal);
        return new World(framework with { Profiles = [new RequirementProfile("FIRST", "First participation", asked)] }).With(World.Home, answers);
    }

    private static RequirementWording In(GapReport report, string language) => new(report, CultureInfo.GetCultureInfo(language));
}
