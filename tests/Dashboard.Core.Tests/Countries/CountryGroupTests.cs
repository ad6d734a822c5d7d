using Dashboard.Core.Countries;

namespace Dashboard.Core.Tests.Countries;

public class CountryGroupTests
{
    private static CountryGroup BuiltIn(string code) => CountryGroup.Require(CountryGroup.BuiltIn, code);

    [Theory]
    [InlineData("2023-04-03", 30)]
    [InlineData("2023-04-04", 31)]
    [InlineData("2024-03-06", 31)]
    [InlineData("2024-03-07", 32)]
    public void Nato_GrowsOnTheDaysOfAccession(string day, int members) =>
        Assert.Equal(members, BuiltIn("NATO").MembersAt(DateOnly.Parse(day)).Length);

    [Theory]
    [InlineData("2020-01-31", true, 28)]
    [InlineData("2020-02-01", false, 27)]
    public void Eu_LosesTheUnitedKingdomOnTheDayAfterItsLast(string day, bool member, int members)
    {
        var all = BuiltIn("EU").MembersAt(DateOnly.Parse(day));
        Assert.Equal(member, all.Contains("GBR"));
        Assert.Equal(members, all.Length);
    }

    [Fact]
    public void Ccdcoe_HasJapanFromTheDayItJoined()
    {
        Assert.DoesNotContain("JPN", BuiltIn("CCDCOE").MembersAt(new DateOnly(2022, 11, 3)));
        Assert.Contains("JPN", BuiltIn("CCDCOE").MembersAt(new DateOnly(2022, 11, 4)));
    }

    [Fact]
    public void BuiltIn_GroupsHaveMembers_AndOnlyKnownCountries()
    {
        Assert.All(CountryGroup.BuiltIn, group => Assert.NotEmpty(group.Memberships));
        Assert.All(CountryGroup.BuiltIn.SelectMany(g => g.Memberships), m => Assert.True(Country.All.ContainsKey(m.Country)));
    }

    [Fact]
    public void BuiltIn_NoGroupIsTakenForACountry() =>
        Assert.All(CountryGroup.BuiltIn, group => Assert.False(Country.All.ContainsKey(group.Code)));

    [Theory]
    [InlineData("nato", "NATO", false)]
    [InlineData("USA", "USA", true)]
    [InlineData("us", "USA", true)]
    [InlineData("Estonia", "EST", true)]
    public void RequireOrCountry_FindsAGroup_ElseASingleCountry(string text, string code, bool isOne)
    {
        var found = CountryGroup.RequireOrCountry(CountryGroup.BuiltIn, text);
        Assert.Equal((code, isOne), (found.Code, found.IsOneCountry));
        if (isOne)
            Assert.Equal([code], found.MembersAt(new DateOnly(1900, 1, 1)));
    }

    [Fact]
    public void RequireOrCountry_OfNeither_NamesTheGroups_AndThatACountryWillDo() => Assert.Equal(
        "Unknown country group 'Hansa': choose one of AUKUS, CCDCOE, EU, FVEY, JP-US, NATO, QUAD; or one country, by its ISO 3166-1 alpha-3 code such as USA.",
        Assert.Throws<InputException>(() => CountryGroup.RequireOrCountry(CountryGroup.BuiltIn, "Hansa")).Message);

    [Fact]
    public void MembersAt_ObserversAndPartners_OnlyWhenAskedFor()
    {
        var group = new CountryGroup("OWN", new("Own"), [
            new("JPN", MembershipRole.Observer), new("UKR", MembershipRole.Partner), new("EST", MembershipRole.Member)]);
        Assert.Equal(["EST"], group.MembersAt(default));
        Assert.Equal(["EST", "JPN", "UKR"], group.MembersAt(default, withObservers: true));
    }

    [Fact]
    public void MembersAt_MembershipsThatFollowEachOther_NameACountryOnce()
    {
        var joined = new DateOnly(2022, 1, 1);
        var group = new CountryGroup("OWN", new("Own"), [
            new("JPN", MembershipRole.Observer, To: joined), new("JPN", MembershipRole.Member, joined), new("JPN", MembershipRole.Party, joined)]);
        Assert.Empty(group.MembersAt(joined.AddDays(-1)));
        Assert.Equal(["JPN"], group.MembersAt(joined));
        Assert.Equal(["JPN"], group.MembersAt(joined.AddDays(-1), withObservers: true));
    }

    [Theory]
    [InlineData("fvey")]
    [InlineData(" FVEY ")]
    [InlineData("five eyes")]
    public void Require_FindsByCodeOrName_InAnyCase(string text) => Assert.Equal("FVEY", BuiltIn(text).Code);

    [Fact]
    public void Require_Unknown_NamesTheGroups() => Assert.Equal(
        "Unknown country group 'ASEAN': choose one of AUKUS, CCDCOE, EU, FVEY, JP-US, NATO, QUAD.",
        Assert.Throws<InputException>(() => BuiltIn("ASEAN")).Message);
}
