using Dashboard.Core.Forms;

namespace Dashboard.Core.Tests.Forms;

public sealed class FormRuleTests
{
    private static readonly byte[] File = [1, 2, 3];
    private static readonly DateTime At = new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("R", "Name", "FormCodeUnfit")]
    [InlineData("R/S", "Name", "FormCodeUnfit")]
    [InlineData("=RSF", "Name", "FormCodeUnfit")]
    [InlineData("RSF", " ", "FormNameUnfit")]
    [InlineData("RSF", "a\u202Eb", "FormNameUnfit")]
    [InlineData("taken", "Name", "FormTaken")]
    [InlineData("RSF", "TAKEN FORM", "FormTaken")]
    public void WhatCannotBe_IsRefused(string code, string name, string why) =>
        Assert.Equal(why, Assert.Throws<InputException>(() => FormRule.Found([new OfferedForm("TAKEN", "Taken form")], code, name, File, "Aoki", At)).Key);

    [Fact]
    public void AFileThatIsTooLarge_OrOneFormTooMany_IsRefused()
    {
        Assert.Equal("FileLarge", Assert.Throws<InputException>(() => FormRule.Found([], "RSF", "Form", new byte[FormRule.FileLength + 1], "Aoki", At)).Key);
        Assert.Equal("FileLarge", Assert.Throws<InputException>(() => FormRule.Replace(FormRule.Found([], "RSF", "Form", File, "Aoki", At), [], "Aoki", At)).Key);
        OfferedForm[] full = [.. Enumerable.Range(0, FormRule.MostForms).Select(i => new OfferedForm($"F{i}", $"Form {i}"))];
        Assert.Equal("FormsFull", Assert.Throws<InputException>(() => FormRule.Found(full, "RSF", "Form", File, "Aoki", At)).Key);
    }

    [Fact]
    public void CodeAndName_AreKeptTidy() =>
        Assert.Equal(("RSF", "Alliance form"), FormRule.Found([], " rsf ", " Alliance \n form ", File, "Aoki", At) is var form ? (form.Code, form.Name) : default);
}
