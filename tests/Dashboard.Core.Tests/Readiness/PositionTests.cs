using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public sealed class PositionTests
{
    [Theory]
    [InlineData(1, 3, 6, true, false)]
    [InlineData(1, 4, 6, false, false)]
    [InlineData(4, 6, 6, false, true)]
    [InlineData(3, 6, 6, false, false)]
    [InlineData(2, 2, 5, true, false)]
    [InlineData(3, 3, 5, false, false)]
    [InlineData(4, 4, 5, false, true)]
    [InlineData(1, 1, 2, true, false)]
    [InlineData(2, 2, 2, false, true)]
    [InlineData(1, 1, 1, false, false)]
    public void Half_HoldsEveryOpenPlace_AndTheMiddleBelongsToNeither(int from, int to, int of, bool inFront, bool behind)
    {
        var position = new Position(from, to, of);
        Assert.Equal(inFront, position.IsInFront);
        Assert.Equal(behind, position.IsInBack);
    }
}
