using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public sealed class CountryOrderTests
{
    [Theory]
    [InlineData("country", "country", "-country")]
    [InlineData("-country", "country", "country")]
    [InlineData("country", "A", "-A")]
    [InlineData("-A", "A", "A")]
    [InlineData("A", "A", "-A")]
    [InlineData("-A", "country", "country")]
    public void Next_IsTheHighestFirst_AndTheOtherWayRoundOfTheColumnThatIsSortedBy(string now, string heading, string next)
    {
        var order = CountryOrder.Read(now, CountryOrder.ByCountry, ["A"]).Next(heading);
        Assert.Equal(next, order.ToString());
        Assert.Equal(order, CountryOrder.Read(order.ToString(), CountryOrder.ByCountry, ["A"]));
    }
}
