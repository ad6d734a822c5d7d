using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class SplitMix64Tests
{
    /// <summary>The reference numbers that the published C code gives for this seed.</summary>
    [Fact]
    public void At_OfKnownSeed_GivesReferenceNumbers()
    {
        var numbers = new SplitMix64(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(i => numbers.At((ulong)i)));
    }

    [Theory]
    [InlineData("", 0xcbf29ce484222325)]
    [InlineData("a", 0xaf63dc4c8601ec8c)]
    [InlineData("foobar", 0x85944171f73967e8)]
    public void For_SeedsWithFnv1aOfText(string text, ulong hash) =>
        Assert.Equal(new SplitMix64(hash).At(0), SplitMix64.For(text).At(0));

    [Fact]
    public void Fraction_Takes53HighBits()
    {
        var numbers = new SplitMix64(1234567);

        Assert.Equal((6457827717110365317UL >> 11) / 9007199254740992.0, numbers.Fraction(0));
        Assert.All(Enumerable.Range(0, 1000), i => Assert.InRange(numbers.Fraction((ulong)i), 0, 1 - double.Epsilon));
    }
}
