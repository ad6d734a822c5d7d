using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public class MarkingTests
{
    private static readonly ClassificationLadder Ladder = ClassificationLadder.Default;

    [Fact]
    public void Marking_SortsTrimsAndRepeatsNothing()
    {
        var marking = new Marking("secret", [" usa ", "NATO", "", "jpn", "USA", "  "]);
        Assert.Equal("JPN,NATO,USA", marking.ReleasableTo);
        Assert.Equal(["JPN", "NATO", "USA"], marking.Releases);
    }

    [Fact]
    public void Marking_SameListInAnotherOrder_IsEqual() =>
        Assert.Equal(new Marking("secret", ["JPN", "USA"]), new Marking("secret", ["usa", "jpn"]));

    [Fact]
    public void Marking_ReleasedToNobody_HasAnEmptyList()
    {
        Assert.Equal("", new Marking("secret").ReleasableTo);
        Assert.Empty(new Marking("secret", [""]).Releases);
    }

    [Fact]
    public void Line_IsTheClassificationInCapitals_AndToWhomItIsReleased()
    {
        Assert.Equal("RESTRICTED · REL TO JPN, NATO", new Marking("restricted", ["nato", "JPN"]).ToLine());
        Assert.Equal("SECRET", new Marking("secret").ToLine());
    }

    [Fact]
    public void OfPart_IsReleasedToWhomItsAssessmentIs_AndKeepsItsClassification()
    {
        var part = Marking.OfPart("secret");
        Assert.True(part.FollowsAssessment);
        Assert.Equal(new Marking("secret", ["NATO"]), part.Within(new Marking("restricted", ["NATO"], "confidential")));
        Assert.Equal(new Marking("secret", ["USA"]), new Marking("secret", ["USA"]).Within(new Marking("restricted", ["NATO"])));
        // Without its assessment it is released to nobody.
        Assert.Equal(["EST"], Sheets.Terms.Audience(part, "EST"));
    }

    [Fact]
    public void ReleasedTo_AndClassified_ChangeOnlyWhatTheySay()
    {
        var marking = new Marking("restricted", ["USA"], "secret");
        Assert.Equal(new Marking("restricted", ["GBR", "NATO"], "secret"), marking.ReleasedTo("NATO,GBR"));
        Assert.Equal(new Marking("restricted", [], "secret"), marking.ReleasedTo(""));
        Assert.Equal(new Marking("confidential", ["USA"]), marking.Classified("confidential", null));
    }

    [Fact]
    public void ReadReleases_TakesCodesAndNames_OrSaysWhatIsUnknown()
    {
        Assert.Equal("CHE,JPN,NATO", Marking.ReadReleases(CountryGroup.BuiltIn, " nato, Japan ,CH,, "));
        Assert.Equal("", Marking.ReadReleases(CountryGroup.BuiltIn, ""));
        Assert.Contains("Unknown country 'Hansa'", Assert.Throws<InputException>(() => Marking.ReadReleases(CountryGroup.BuiltIn, "NATO, Hansa")).Message);
        Assert.Contains("may have 1000", Assert.Throws<InputException>(() => Marking.ReadReleases(
            [.. CountryGroup.BuiltIn, new CountryGroup(new string('X', 30), new Names("X"), [])], string.Join(',', Country.All.Keys.Append(new string('X', 30))))).Message);
    }

    [Theory]
    [InlineData("secret", "secret")]
    [InlineData(" Confidential", "confidential")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void RequireCompilation_HigherOrNone_IsTaken(string? given, string? taken) => Assert.Equal(taken, Ladder.RequireCompilation(given, "restricted"));

    [Theory]
    [InlineData("restricted")]
    [InlineData("unclassified")]
    [InlineData("cosmic")]
    public void RequireCompilation_NotHigher_IsRefused(string given) => Assert.Throws<InputException>(() => Ladder.RequireCompilation(given, "restricted"));

    [Theory]
    [InlineData("restricted", "NATO", null, null)]
    [InlineData("secret", "USA,GBR", null, null)]
    [InlineData("secret", "", null, null)]
    [InlineData("unclassified", "NATO", null, "choose restricted or higher")]
    [InlineData("secret", "NATO,JPN", null, "cannot be released to JPN")]
    [InlineData("cosmic", "", null, "Unknown classification")]
    [InlineData("restricted", "", "secret", "only an assessment as a whole")]
    public void RequireTighter_WiderOrLowerThanTheAssessment_IsRefused(string classification, string releases, string? compilation, string? why)
    {
        var assessment = Sheets.Of("EST", marking: new Marking("restricted", ["NATO"])).Assessment;
        var refused = Record.Exception(() => Sheets.Terms.RequireTighter(new Marking(classification, releases.Split(','), compilation), assessment, "LAN-1"));
        Assert.Equal(why is null, refused is null);
        Assert.Contains(why ?? "", refused?.Message ?? "");
        Sheets.Terms.RequireTighter(null, assessment, "LAN-1");
        Sheets.Terms.RequireTighter(Marking.OfPart("restricted"), assessment, "LAN-1");
    }

    [Theory]
    [InlineData("unclassified", 0)]
    [InlineData("SECRET", 3)]
    [InlineData("cosmic", 4)]
    public void Rank_UnknownIsAboveAll(string classification, int rank) => Assert.Equal(rank, Ladder.Rank(classification));

    [Theory]
    [InlineData("restricted", "secret", "secret")]
    [InlineData("secret", "restricted", "secret")]
    [InlineData("secret", "cosmic", "cosmic")]
    [InlineData("cosmic", "secret", "cosmic")]
    public void Higher_UnknownWins(string one, string other, string higher) => Assert.Equal(higher, Ladder.Higher(one, other));

    [Fact]
    public void Require_SpellsAsTheLadder_OrNamesTheChoices()
    {
        Assert.Equal("secret", Ladder.Require(" Secret "));
        Assert.Equal("Unknown classification 'cosmic': choose one of unclassified, restricted, confidential, secret.",
            Assert.Throws<InputException>(() => Ladder.Require("cosmic")).Message);
    }
}
