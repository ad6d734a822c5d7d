using Dashboard.Core.Imports;

namespace Dashboard.Core.Tests.Imports;

public sealed class ValueTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("#N/A")]
    [InlineData("n/a")]
    [InlineData("N.A.")]
    [InlineData("..")]
    [InlineData("ｎ／ａ")]
    [InlineData("未評価")]
    [InlineData("No data")]
    public void WhatSaysNothing_IsMissing_NeverZero(string text) => Assert.Equal(ValueReading.Missing, ValueText.Read(Text(text), usesComma: false));

    [Fact]
    public void AnEmptyCell_AndAnError_AreMissing()
    {
        Assert.Equal(ValueReading.Missing, ValueText.Read(null, false));
        Assert.Equal(ValueReading.Missing, ValueText.Read(new FileCell(1, FileCellKind.Error, "#DIV/0!"), false));
    }

    [Theory]
    [InlineData("3", false, 3)]
    [InlineData("3.5", false, 3.5)]
    [InlineData("3,5", true, 3.5)]
    [InlineData("1.234,5", true, 1234.5)]
    [InlineData("1,234.5", false, 1234.5)]
    [InlineData("1 234,5", true, 1234.5)]
    [InlineData("1\u00A0234,5", true, 1234.5)]
    [InlineData("1,234", false, 1234)]
    [InlineData("1,234", true, 1.234)]
    [InlineData("−2.5", false, -2.5)]
    [InlineData("85 %", false, 85)]
    [InlineData("３．５", false, 3.5)]
    [InlineData("0", false, 0)]
    public void Numbers_AreRead_AsTheirColumnWritesThem(string text, bool usesComma, double value) => Assert.Equal(new ValueReading(ValueKind.Number, value), ValueText.Read(Text(text), usesComma));

    [Theory]
    [InlineData("1/2")]
    [InlineData("3*")]
    [InlineData("3 (2020)")]
    [InlineData("1.2.3")]
    [InlineData("12,34,5")]
    [InlineData("three")]
    [InlineData("=1+1")]
    [InlineData("1e5x")]
    public void WhatNobodyShouldGuessAt_IsUnclear(string text) => Assert.Equal(ValueReading.Unclear, ValueText.Read(Text(text), usesComma: false));

    [Fact]
    public void ADate_AndATruth_AreUnclear_AndAPercentageIsWhatIsShown()
    {
        Assert.Equal(ValueReading.Unclear, ValueText.Read(new FileCell(1, FileCellKind.Date, "46024"), false));
        Assert.Equal(ValueReading.Unclear, ValueText.Read(new FileCell(1, FileCellKind.Truth, "TRUE"), false));
        Assert.Equal(85, ValueText.Read(new FileCell(1, FileCellKind.Percent, "0.85"), false).Value);
    }

    [Fact]
    public void Zero_IsMissing_OnlyWhereSomebodySaidSo()
    {
        Assert.Equal(new ValueReading(ValueKind.Number), ValueText.Read(Text("0"), false));
        Assert.Equal(ValueReading.Missing, ValueText.Read(Text("0.0"), false, zeroIsMissing: true));
    }

    [Theory]
    [InlineData("3,5|2|1", true)]
    [InlineData("3.5|2|1", false)]
    [InlineData("1,234|2,345", false)]
    [InlineData("1.234,5|2,25", true)]
    [InlineData("3,5|3.5", false)]
    [InlineData("n/a|-", false)]
    public void TheMark_IsFoundOut_ForTheWholeColumn(string texts, bool usesComma) => Assert.Equal(usesComma, ValueText.UsesComma(texts.Split('|').Select(Text)));

    private static FileCell Text(string text) => new(1, FileCellKind.Text, text);
}
