using Dashboard.Core.Release;

namespace Dashboard.Exports.Tests;

public sealed class MarkedFileTests
{
    [Theory]
    [InlineData("gaps-JPN-NATO-2026", "restricted", "gaps-JPN-NATO-2026-RESTRICTED.csv")]
    [InlineData("gaps-JPN-NATO-2026.1", "R&D only/x", "gaps-JPN-NATO-2026.1-R-D-ONLY-X.csv")]
    [InlineData("gaps-JPN-NATO-2026", "特定秘密", "gaps-JPN-NATO-2026-特定秘密.csv")]
    public void Name_EndsWithTheClassification_AndHoldsNothingThatAFileSystemRefuses(string what, string classification, string name) =>
        Assert.Equal(name, MarkedFile.Name(what, new Marking(classification), "csv"));
}
