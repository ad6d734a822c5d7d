using Dashboard.Core.Audit;

namespace Dashboard.Core.Tests.Audit;

public class AuditHeadTests
{
    private static readonly string Hash = string.Concat(Enumerable.Repeat("3fa90c1d", 8));

    [Fact]
    public void Note_IsParsedToTheSameHead()
    {
        var head = AuditHead.Parse($" 123:{Hash.ToUpperInvariant()} ");
        Assert.Equal((123, Hash, $"123:{Hash}"), (head.Sequence, head.HashText, head.ToNote()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("123")]
    [InlineData("123:")]
    [InlineData("123:3fa9")]
    [InlineData("-1:{0}")]
    [InlineData("a:{0}")]
    [InlineData("{0}:123")]
    [InlineData("1:{0}0")]
    [InlineData("1:{0}:1")]
    [InlineData("1:z{1}")]
    [InlineData("99999999999999999999:{0}")]
    public void Note_ThatIsNone_IsRefused(string note) =>
        Assert.Contains("is no head of the audit chain", Assert.Throws<InputException>(() => AuditHead.Parse(string.Format(null, note, Hash, Hash[1..]))).Message);
}
