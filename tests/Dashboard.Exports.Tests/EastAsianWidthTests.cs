namespace Dashboard.Exports.Tests;

public sealed class EastAsianWidthTests
{
    [Theory]
    [InlineData("日、ー（ァ々한豈，𠮟", true)]
    [InlineData("Aé±−◦ßﾃ", false)]
    public void Letters_AreWideAsUnicodeSays(string letters, bool areWide) =>
        Assert.All(letters.EnumerateRunes(), letter => Assert.Equal(areWide, EastAsianWidth.IsWide(letter)));
}
