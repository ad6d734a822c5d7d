using System.Globalization;
using Dashboard.Core.Countries;

namespace Dashboard.Core.Tests.Countries;

public class MembershipTests
{
    private static readonly DateOnly First = new(2020, 5, 1);
    private static readonly DateOnly Left = new(2021, 5, 1);

    [Fact]
    public void Covers_FromIsInclusive_ToIsExclusive()
    {
        var membership = new Membership("JPN", MembershipRole.Member, First, Left);
        Assert.False(membership.Covers(First.AddDays(-1)));
        Assert.True(membership.Covers(First));
        Assert.True(membership.Covers(Left.AddDays(-1)));
        Assert.False(membership.Covers(Left));
    }

    [Fact]
    public void Covers_WithoutBounds_IsAlways()
    {
        Assert.True(new Membership("JPN", MembershipRole.Member).Covers(DateOnly.MinValue));
        Assert.True(new Membership("JPN", MembershipRole.Member).Covers(DateOnly.MaxValue));
        Assert.True(new Membership("JPN", MembershipRole.Member, To: Left).Covers(DateOnly.MinValue));
        Assert.True(new Membership("JPN", MembershipRole.Member, From: First).Covers(DateOnly.MaxValue));
    }

    [Theory]
    [InlineData(MembershipRole.Member, true)]
    [InlineData(MembershipRole.FullMember, true)]
    [InlineData(MembershipRole.SponsoringNation, true)]
    [InlineData(MembershipRole.ContributingParticipant, true)]
    [InlineData(MembershipRole.Party, true)]
    [InlineData(MembershipRole.Observer, false)]
    [InlineData(MembershipRole.Partner, false)]
    public void Counts_AllButObserverAndPartner(MembershipRole role, bool counts) =>
        Assert.Equal(counts, new Membership("JPN", role).Counts);

    [Theory]
    [InlineData("", null)]
    [InlineData("  ", null)]
    [InlineData("2023", "2023-01-01")]
    [InlineData("2023-04-04", "2023-04-04")]
    [InlineData("2024-02-29", "2024-02-29")]
    public void ParseDate_ReadsYearDayOrNothing(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day), Membership.ParseDate(text));

    [Fact]
    public void ParseDate_UnderAnotherCalendar_IsTheSameDay()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
        try
        {
            Assert.Equal(new DateOnly(2023, 4, 4), Membership.ParseDate("2023-04-04"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("04.04.2023")]
    [InlineData("2023-02-29")]
    [InlineData("2023-4-4")]
    [InlineData("0000")]
    [InlineData("-200")]
    [InlineData("+202")]
    [InlineData(" 202")]
    [InlineData("20230")]
    [InlineData("soon")]
    public void ParseDate_AnythingElse_IsRefusedWithItsText(string text) =>
        Assert.Contains($"'{text}'", Assert.Throws<InputException>(() => Membership.ParseDate(text)).Message);
}
