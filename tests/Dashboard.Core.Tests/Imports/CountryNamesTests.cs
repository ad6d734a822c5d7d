using Dashboard.Core.Countries;
using Dashboard.Core.Imports;

namespace Dashboard.Core.Tests.Imports;

public sealed class CountryNamesTests
{
    [Fact]
    public void EveryCountry_IsFound_ByItsCodesAndItsNames_InWhateverCase() => Assert.All(Country.All.Values, country => Assert.All(
        (string[])[country.Alpha2, country.Alpha3.ToLowerInvariant(), country.Numeric, country.Names.English.ToUpperInvariant(), country.Names.Japanese, country.Names.French, .. country.Aliases],
        text => Assert.Equal((text, country.Alpha3), (text, CountryNames.Find(text).Country?.Alpha3))));

    [Theory]
    [InlineData("Cote d'Ivoire", "CIV")]
    [InlineData("CÔTE D’IVOIRE", "CIV")]
    [InlineData("Korea, Republic of", "KOR")]
    [InlineData("Korea (Republic of)", "KOR")]
    [InlineData("Korea, Rep.", "KOR")]
    [InlineData("Korea, Dem. People's Rep.", "PRK")]
    [InlineData("Congo, Dem. Rep.", "COD")]
    [InlineData("Congo, Rep.", "COG")]
    [InlineData("Iran (Islamic Republic of)", "IRN")]
    [InlineData("Venezuela (Bolivarian Republic of)", "VEN")]
    [InlineData("Bolivia (Plurinational State of)", "BOL")]
    [InlineData("Tanzania, United Republic of", "TZA")]
    [InlineData("Micronesia, Fed. States of", "FSM")]
    [InlineData("The Gambia", "GMB")]
    [InlineData("Bahamas, The", "BHS")]
    [InlineData("St. Lucia", "LCA")]
    [InlineData("Saint Kitts & Nevis", "KNA")]
    [InlineData("Turkey", "TUR")]
    [InlineData("Swaziland", "SWZ")]
    [InlineData("Macedonia", "MKD")]
    [InlineData("Burma", "MMR")]
    [InlineData("U.S.A.", "USA")]
    [InlineData("Viet Nam", "VNM")]
    [InlineData("ﾆｯﾎﾟﾝ", null)]
    [InlineData("ｱﾙﾊﾞﾆｱ", "ALB")]
    [InlineData("ＪＰＮ", "JPN")]
    [InlineData("4", "AFG")]
    [InlineData("004", "AFG")]
    [InlineData("  japan ", "JPN")]
    public void ATablesWayOfWriting_IsUnderstood(string text, string? alpha3) => Assert.Equal(alpha3, CountryNames.Find(text).Country?.Alpha3);

    // A name that only resembles one is asked and never taken, and so is one that two share.
    [Theory]
    [InlineData("Jappan", "JPN")]
    [InlineData("Germny", "DEU")]
    [InlineData("Korea", "KOR,PRK")]
    [InlineData("Guinea Bissao", "GNB")]
    public void WhatIsOnlyNear_IsAsked(string text, string offered)
    {
        var match = CountryNames.Find(text);
        Assert.Null(match.Country);
        Assert.Superset(offered.Split(',').ToHashSet(), match.Near.Select(country => country.Alpha3).ToHashSet());
    }

    [Theory]
    [InlineData("World")]
    [InlineData("OECD members")]
    [InlineData("")]
    [InlineData("Source: ITU")]
    public void WhatIsNoCountry_IsNone(string text) => Assert.Null(CountryNames.Find(text).Country);
}
