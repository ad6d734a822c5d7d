using System.Collections.Immutable;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Countries;

public class GroupRuleTests
{
    private static readonly DateOnly Day = new(2020, 6, 1);
    private static readonly CountryGroup Own = new("NB8", new Names("Nordic-Baltic Eight"), [new Membership("EST", MembershipRole.Member, new DateOnly(2000, 1, 1), Day), new Membership("LVA", MembershipRole.Observer)]);
    private static readonly ImmutableArray<CountryGroup> All = [.. CountryGroup.BuiltIn, Own];

    [Theory]
    [InlineData(" nb9 ", "NB9")]
    [InlineData("JP-AU", "JP-AU")]
    [InlineData("A-1", "A-1")]
    [InlineData("ABCDEFGHIJ0123456789", "ABCDEFGHIJ0123456789")]
    public void Found_WithACodeLikeTheOthers_KeepsItInCapitals(string code, string kept) =>
        Assert.Equal((kept, "Something", true), (GroupRule.Found(All, code, new Names("Something")).Code, GroupRule.Found(All, code, new Names(" Something ")).Names.English, GroupRule.Found(All, code, new Names("Something")).Memberships.IsEmpty));

    [Theory]
    [InlineData("", "GroupCodeUnfit")]
    [InlineData("A", "GroupCodeUnfit")]
    [InlineData("8NB", "GroupCodeUnfit")]
    [InlineData("NB--8", "GroupCodeUnfit")]
    [InlineData("NB-", "GroupCodeUnfit")]
    [InlineData("NB 8", "GroupCodeUnfit")]
    [InlineData("NB,8", "GroupCodeUnfit")]
    [InlineData("*", "GroupCodeUnfit")]
    [InlineData("ÄB8", "GroupCodeUnfit")]
    [InlineData("NB\n8", "GroupCodeUnfit")]
    [InlineData("ABCDEFGHIJ01234567890", "GroupCodeUnfit")]
    [InlineData("jpn", "GroupIsCountry")]
    [InlineData("US", "GroupIsCountry")]
    [InlineData("Chad", "GroupIsCountry")]
    [InlineData("nato", "GroupTaken")]
    [InlineData("NB8", "GroupTaken")]
    public void Found_WithACodeThatCannotBe_SaysWhy(string code, string why) => Refused(why, () => GroupRule.Found(All, code, new Names("Something")));

    [Theory]
    [InlineData("", "", "GroupNameMissing")]
    [InlineData(" ", "何か", "GroupNameMissing")]
    [InlineData("five eyes", "", "GroupTaken")]
    [InlineData("Something", "NATO", "GroupTaken")]
    [InlineData("Japan", "", "GroupIsCountry")]
    [InlineData("Something", "日本", "GroupIsCountry")]
    [InlineData("Some\u202Ething", "", "GroupNameUnfit")]
    [InlineData("Some\0thing", "", "GroupNameUnfit")]
    public void Found_WithANameThatCannotBe_SaysWhy(string english, string japanese, string why) => Refused(why, () => GroupRule.Found(All, "NEW", new Names(english, japanese)));

    [Fact]
    public void Name_OfTooManyCharacters_IsRefused_AndOfTheMostIsKept()
    {
        Assert.Equal(GroupRule.NameLength, GroupRule.Rename(Own, All, new Names(new string('n', GroupRule.NameLength))).Names.English.Length);
        Refused("GroupNameUnfit", () => GroupRule.Rename(Own, All, new Names(new string('n', GroupRule.NameLength + 1))));
        Refused("GroupNameUnfit", () => GroupRule.Rename(Own, All, new Names("Nordic", French: new string('n', 100_000))));
    }

    [Fact]
    public void Rename_ToItsOwnName_IsNotTaken()
    {
        Assert.Equal(new Names("NB8", "", "Huit"), GroupRule.Rename(Own, All, new Names("NB8", " ", "Huit")).Names);
        Refused("GroupTaken", () => GroupRule.Rename(Own, All, new Names("Quad")));
    }

    [Theory]
    [InlineData("", "2000-01-01")]
    [InlineData("2020-06-01", "")]
    [InlineData("2020-06-01", "2021-01-01")]
    public void Membership_BesideAnEarlierOneOfTheCountry_IsPutIn(string from, string to)
    {
        var changed = GroupRule.With(Own, null, Of("Estonia", from, to));
        Assert.Equal(("EST", 3), (changed.Memberships[^1].Country, changed.Memberships.Length));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "2000-01-02")]
    [InlineData("2020-05-31", "")]
    [InlineData("2005-01-01", "2006-01-01")]
    [InlineData("1999-01-01", "2021-01-01")]
    public void Membership_OnDaysOfAnotherOfTheCountry_IsRefused(string from, string to)
    {
        Refused("MembershipOverlaps", () => GroupRule.With(Own, null, Of("EST", from, to)));
        Refused("MembershipOverlaps", () => GroupRule.With(Own, Own.Memberships[1], Of("EST", from, to)));
        Assert.Equal(3, GroupRule.With(Own, null, Of("FIN", from, to)).Memberships.Length);
    }

    [Theory]
    [InlineData("FIN", "2020-01-01", "2020-01-01", "MembershipDays")]
    [InlineData("FIN", "2020-01-02", "2020-01-01", "MembershipDays")]
    [InlineData("FIN", "0001-01-01", "", "MembershipDayOutside")]
    [InlineData("FIN", "", "2999-01-01", "MembershipDayOutside")]
    [InlineData("Atlantis", "", "", "Unknown.country")]
    public void Membership_ThatCannotBe_SaysWhy(string country, string from, string to, string why) => Refused(why, () => GroupRule.With(Own, null, Of(country, from, to)));

    [Fact]
    public void Membership_IsExchangedInItsPlace_AndTakenOut()
    {
        var ended = Own.Memberships[1] with { To = Day };
        Assert.Equal([Own.Memberships[0], ended], GroupRule.With(Own, Own.Memberships[1], ended).Memberships);
        Assert.Equal([Own.Memberships[1]], GroupRule.With(Own, Own.Memberships[0], null).Memberships);
        // Another day of the same membership is no overlap with itself.
        Assert.Equal(Day.AddDays(1), GroupRule.With(Own, Own.Memberships[0], Own.Memberships[0] with { To = Day.AddDays(1) }).Memberships[0].To);
    }

    [Fact]
    public void Membership_ThatIsNoLongerAsItWasSeen_IsNotChanged()
    {
        var seen = Own.Memberships[0] with { Role = MembershipRole.Partner };
        Refused("MembershipChanged", () => GroupRule.With(Own, seen, seen with { To = null }));
        Refused("MembershipChanged", () => GroupRule.With(Own, seen, null));
    }

    [Fact]
    public void RequireUnused_IsForOwnGroupsWithoutMembersThatNothingNames()
    {
        var empty = Own with { Memberships = [] };
        GroupRule.RequireUnused(empty, 0);
        Refused("GroupIsNamed", () => GroupRule.RequireUnused(empty, 1));
        Refused("GroupHasMembers", () => GroupRule.RequireUnused(Own, 0));
        Refused("GroupStands", () => GroupRule.RequireUnused(CountryGroup.BuiltIn[0] with { Memberships = [] }, 0));
    }

    [Fact]
    public void BuiltInGroups_KeepTheRule()
    {
        Assert.All(CountryGroup.BuiltIn, group =>
        {
            CountryGroup[] others = [.. CountryGroup.BuiltIn.Where(other => other.Code != group.Code)];
            var again = group.Memberships.Aggregate(GroupRule.Found(others, group.Code, group.Names), (made, membership) => GroupRule.With(made, null, membership));
            Assert.Equal((group.Names, group.Memberships.Length), (again.Names, again.Memberships.Length));
            Assert.True(GroupRule.IsStanding(group.Code));
        });
        Assert.False(GroupRule.IsStanding("NB8"));
    }

    [Theory]
    [InlineData(Roles.Administrator, "JPN", true)]
    [InlineData(Roles.Administrator, "EST", false)]
    [InlineData(Roles.ReleasingOfficer | Roles.Planner | Roles.Reviewer | Roles.Executive | Roles.Auditor, "JPN", false)]
    public void Groups_AreTheHomeNationsAdministrators(Roles roles, string nation, bool may) =>
        Assert.Equal(may, new Viewer("Kaja", nation, "secret", roles, []).ManagesCatalog("JPN"));

    private static Membership Of(string country, string from, string to) => new(country, MembershipRole.Member, Membership.ParseDate(from), Membership.ParseDate(to));

    private static void Refused(string why, Action act) => Assert.Equal(why, Assert.Throws<InputException>(act).Key);
}
