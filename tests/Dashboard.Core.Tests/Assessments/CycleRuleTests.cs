using Dashboard.Core.Assessments;

namespace Dashboard.Core.Tests.Assessments;

public class CycleRuleTests
{
    private static readonly string[] There = ["2025", "2026-A"];

    [Theory]
    [InlineData("2026", "2026-06-30")]
    [InlineData("2026.b-2", "1990-01-01")]
    [InlineData("X", "2199-12-31")]
    public void Check_OfACycleThatCanBe(string code, string asOf) => CycleRule.Check(code, DateOnly.Parse(asOf, null), There);

    [Theory]
    [InlineData("", "2026-06-30", "CycleUnfit")]
    [InlineData("20/26", "2026-06-30", "CycleUnfit")]
    [InlineData("2026 a", "2026-06-30", "CycleUnfit")]
    [InlineData("1234567890123456789012345678901", "2026-06-30", "CycleUnfit")]
    [InlineData("2026-a", "2026-06-30", "CycleTaken")]
    [InlineData("2027", "0001-01-01", "CycleDay")]
    [InlineData("2027", "1989-12-31", "CycleDay")]
    [InlineData("2027", "2200-01-01", "CycleDay")]
    [InlineData("2027", "9999-12-31", "CycleDay")]
    public void Check_OfOneThatCannotBe_SaysWhy(string code, string asOf, string key) =>
        Assert.Equal(key, Assert.Throws<InputException>(() => CycleRule.Check(code, DateOnly.Parse(asOf, null), There)).Key);
}
