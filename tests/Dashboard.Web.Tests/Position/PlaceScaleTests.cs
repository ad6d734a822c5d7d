using Dashboard.Web.Position;

namespace Dashboard.Web.Tests.Position;

public sealed class PlaceScaleTests
{
    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "1 2")]
    [InlineData(7, "1 2 3 4 5 6 7")]
    [InlineData(8, "1 2 4 6 8")]
    [InlineData(14, "1 2 4 6 8 10 12 14")]
    [InlineData(31, "1 5 10 15 20 25 31")]
    [InlineData(33, "1 5 10 15 20 25 30 33")]
    [InlineData(250, "1 50 100 150 200 250")]
    [InlineData(400, "1 50 100 150 200 250 300 350 400")]
    public void Ticks_AreRoundAndKeepClearOfTheLast(int count, string expected) => Assert.Equal(expected, string.Join(' ', new PlaceScale(count).Ticks));

    [Fact]
    public void Places_HaveFieldsSideBySide()
    {
        var scale = new PlaceScale(4);
        Assert.Equal(("2.5%", "14.38%", "26.25%", "97.5%"), (scale.Left(1), scale.X(1), scale.Right(1), scale.Right(4)));
        Assert.Equal((scale.Right(1), "47.5%"), (scale.Left(2), scale.Width(2, 3)));
    }
}
