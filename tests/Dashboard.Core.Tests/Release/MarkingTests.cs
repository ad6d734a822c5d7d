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
