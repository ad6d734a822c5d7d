using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;

namespace Dashboard.Core.Tests.Countries;

public class CountryTests
{
    private static IEnumerable<Country> All => Country.All.Values;

    [Fact]
    public void All_HoldsTwoHundredAndFifty_EachCodeOnce()
    {
        Assert.Equal(250, Country.All.Count);
        Assert.Equal(250, All.Select(c => c.Alpha2).Distinct().Count());
        Assert.Equal(250, All.Select(c => c.Numeric).Distinct().Count());
        Assert.All(Country.All, pair => Assert.Equal(pair.Key, pair.Value.Alpha3));
    }

    [Fact]
    public void All_CodesHaveTheShapeOfTheStandard()
    {
        Assert.All(All, c => Assert.Matches("^[A-Z]{3}$", c.Alpha3));
        Assert.All(All, c => Assert.Matches("^[A-Z]{2}$", c.Alpha2));
        Assert.All(All, c => Assert.Matches("^[0-9]{3}$", c.Numeric));
    }

    [Fact]
    public void Aliases_AreOneCountrysAlone_AndNobodysNameOrCode()
    {
        var names = All.SelectMany(c => new[] { c.Alpha2, c.Alpha3, c.Names.English, c.Names.Japanese, c.Names.French }).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var aliases = All.SelectMany(c => c.Aliases).ToList();
        Assert.True(aliases.Count > 20);
        Assert.Distinct(aliases, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(aliases, names.Contains);
        Assert.Equal(("GBR", "TUR", "CZE"), (Country.Require("uk").Alpha3, Country.Require("Turkey").Alpha3, Country.Require("Czech Republic").Alpha3));
    }

    [Fact]
    public void All_AreNamedInThreeLanguages()
    {
        Assert.All(All, c => Assert.All(
            [c.Names.English, c.Names.Japanese, c.Names.French], name => Assert.Equal(name.Trim(), Assert.IsType<string>(name))));
        Assert.All(All, c => Assert.DoesNotContain("", new[] { c.Names.English, c.Names.Japanese, c.Names.French }));
        Assert.Equal(250, All.Select(c => c.Names.English).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [InlineData("JPN")]
    [InlineData("jpn")]
    [InlineData(" Jpn ")]
    [InlineData("jp")]
    [InlineData("JP")]
    [InlineData("JAPAN")]
    [InlineData("japan")]
    public void Require_FindsByCodeOrEnglishName_InAnyCase(string text) =>
        Assert.Equal("JPN", Country.Require(text).Alpha3);

    [Fact]
    public void Require_Unknown_OffersNearOnesAndTheKindOfCode()
    {
        var fault = Assert.Throws<InputException>(() => Country.Require("Jappan"));
        Assert.StartsWith("Unknown country 'Jappan': choose one of ", fault.Message);
        Assert.Contains("JPN (Japan)", fault.Message);
        Assert.Contains("ISO 3166-1 alpha-3", fault.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("x")]
    public void Require_NothingNear_StillSaysWhatToUse(string text) =>
        Assert.Contains("alpha-3 code such as JPN", Assert.Throws<InputException>(() => Country.Require(text)).Message);

    [Fact]
    public void Unknown_OffersTheOthers_OnlyWhereNoneIsNear()
    {
        Assert.Equal("Unknown country 'ZZZ': choose one of EST (Estonia), JPN (Japan); use an ISO 3166-1 alpha-3 code such as JPN.",
            Country.Unknown("ZZZ", "EST", "JPN").Message);
        Assert.DoesNotContain("EST", Country.Unknown("Jappan", "EST").Message);
    }

    [Theory]
    [InlineData("ja-JP", "日本")]
    [InlineData("fr-CA", "Japon")]
    [InlineData("en-GB", "Japan")]
    [InlineData("de-DE", "Japan")]
    public void NameOf_SpeaksTheReadersLanguage(string culture, string name) =>
        Assert.Equal(name, Country.NameOf("JPN", CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void NameOf_UnknownCountry_IsItsCode() =>
        Assert.Equal("ZZZ", Country.NameOf("ZZZ", CultureInfo.InvariantCulture));

    [Fact]
    public void Names_MissingTranslation_FallsBackToEnglish() =>
        Assert.Equal("Atlantis", new Names("Atlantis").In(CultureInfo.GetCultureInfo("ja")));
}
