using Dashboard.Core.Assessments;

namespace Dashboard.Core.Tests.Assessments;

public class CycleTests
{
    private static readonly Cycle[] Cycles =
    [
        new("2025", new DateOnly(2025, 6, 30), "AICR", "1.0"),
        new("2026-Spring", new DateOnly(2026, 3, 31), "AICR", "1.0"),
        new("2024", new DateOnly(2024, 6, 30), "AICR", "1.0"),
    ];

    [Fact]
    public void Require_WithoutACode_IsTheLatest() => Assert.Equal("2026-Spring", Cycle.Require(Cycles, null).Code);

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData(" 2026-SPRING ", "2026-Spring")]
    public void Require_FindsByCode_InAnyCase(string text, string code) => Assert.Equal(code, Cycle.Require(Cycles, text).Code);

    [Fact]
    public void Require_Unknown_NamesTheCyclesNewestFirst() => Assert.Equal(
        "Unknown cycle '2027': choose one of 2026-Spring, 2025, 2024.",
        Assert.Throws<InputException>(() => Cycle.Require(Cycles, "2027")).Message);

    [Theory]
    [InlineData(null)]
    [InlineData("2026")]
    public void Require_NoCycleAtAll_SaysHowToAddOne(string? text) =>
        Assert.Contains("cycle add", Assert.Throws<InputException>(() => Cycle.Require([], text)).Message);
}
