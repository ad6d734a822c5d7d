using System.Globalization;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Frameworks;

public class FrameworkTests
{
    private static readonly Framework BuiltIn = FrameworkJson.BuiltIn;

    [Fact]
    public void BuiltIn_HasTwelveAreasAndFortyFourIndicators()
    {
        Assert.Equal(12, BuiltIn.Areas.Length);
        Assert.Equal(44, BuiltIn.Indicators.Length);
        Assert.Equal((0, 5), (BuiltIn.Minimum, BuiltIn.Maximum));
        Assert.Equal("AICR 1.0", BuiltIn.Edition);
    }

    [Fact]
    public void Offsets_AreWhereEachAreaBegins()
    {
        for (var a = 0; a < BuiltIn.Areas.Length; a++)
            Assert.Equal(BuiltIn.Areas[a].Indicators, BuiltIn.Indicators.AsSpan(BuiltIn.Offsets[a], BuiltIn.Areas[a].Indicators.Length).ToArray());
        Assert.Equal([0, 5, 9, 13, 17, 20, 24, 27, 31, 35, 38, 41], BuiltIn.Offsets);
    }

    [Theory]
    [InlineData("ja-JP", "言語")]
    [InlineData("fr-FR", "Langues")]
    [InlineData("en-US", "Language")]
    [InlineData("de-DE", "Language")]
    public void Text_InTheReadersLanguage_OrEnglish(string culture, string text) =>
        Assert.Equal(text, BuiltIn.Text("LAN.short", BuiltIn.Areas[0].ShortName, CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void Text_WithoutTranslations_IsEnglish() =>
        Assert.Equal("Language", Files.Parsed(f => f.Remove("translations")).Text("LAN.short", "Language", CultureInfo.GetCultureInfo("ja")));

    [Theory]
    [InlineData("LAN-1", 0)]
    [InlineData(" inf-1 ", 5)]
    [InlineData("CIP-3", 43)]
    public void IndexOf_FindsTheIndicator_InAnyCase(string code, int index) => Assert.Equal(index, BuiltIn.IndexOf(code));

    [Fact]
    public void IndexOf_UnknownInAnArea_OffersTheAreasIndicators() => Assert.Equal(
        "Unknown indicator 'DEC-9': choose one of DEC-1, DEC-2, DEC-3; the framework is AICR 1.0.",
        Assert.Throws<InputException>(() => BuiltIn.IndexOf("DEC-9")).Message);

    [Theory]
    [InlineData("QQQ")]
    [InlineData("-1")]
    [InlineData("")]
    public void IndexOf_Unknown_OffersOneOfEachArea(string code)
    {
        var fault = Assert.Throws<InputException>(() => BuiltIn.IndexOf(code));
        Assert.All(BuiltIn.Areas, area => Assert.Contains(area.Indicators[0].Code, fault.Message));
    }
}
