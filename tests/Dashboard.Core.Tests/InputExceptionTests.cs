namespace Dashboard.Core.Tests;

public class InputExceptionTests
{
    [Fact]
    public void UnknownChoice_NamesTheChoices() => Assert.Equal(
        "Unknown cycle '2027': choose one of 2025, 2026.", InputException.UnknownChoice("cycle", "2027", ["2025", "2026"]).Message);

    [Fact]
    public void UnknownChoice_WithAHint_AddsIt() => Assert.Equal(
        "Unknown cycle '2027': choose one of 2026; see the list.", InputException.UnknownChoice("cycle", "2027", ["2026"], "see the list").Message);

    [Fact]
    public void UnknownChoice_WithoutChoices_GivesTheHint() => Assert.Equal(
        "Unknown cycle '2027': see the list.", InputException.UnknownChoice("cycle", "2027", [], "see the list").Message);

    [Fact]
    public void UnknownChoice_ManyChoices_NamesTwentyAndCountsTheOthers()
    {
        var message = InputException.UnknownChoice("cycle", "x", Enumerable.Range(1, 30).Select(n => $"c{n}")).Message;
        Assert.EndsWith(", c20 and 10 more.", message);
    }

    [Fact]
    public void UnknownChoice_WithNeither_IsStillASentence() =>
        Assert.Equal("Unknown cycle '2027': there is none to choose from.", InputException.UnknownChoice("cycle", "2027", []).Message);
}
