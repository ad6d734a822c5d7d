using System.Globalization;
using Dashboard.Core.Forms;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Forms;

public sealed class FormVocabularyTests
{
    private static readonly FormVocabulary Vocabulary = new(FrameworkJson.BuiltIn);

    [Fact]
    public void EveryField_IsFoundByBothItsNames_AndSaysWhatItIs_InEachLanguage()
    {
        Assert.All(Vocabulary.Fields, field =>
        {
            Assert.Equal(field, Vocabulary.Find(field.Name));
            Assert.Equal(field, Vocabulary.Find(field.Name.ToLowerInvariant()));
            Assert.Equal(field, Vocabulary.FindCell(field.CellName));
            Assert.Matches("^[A-Za-z][A-Za-z0-9_.]*$", field.CellName);
        });
        foreach (var language in (string[])["en", "ja", "fr"])
        {
            var said = Vocabulary.Fields.Select(field => FormWording.Describe(field, Vocabulary.Framework, CultureInfo.GetCultureInfo(language))).ToList();
            Assert.Equal(said.Count, said.Distinct().Count());
        }
    }

    [Theory]
    [InlineData("profile STORYLINE-LEAD", "profile.STORYLINE-LEAD")]
    [InlineData(" lan.GAP ", "LAN.gap")]
    public void Blanks_AndCase_DoNotCount(string written, string name) => Assert.Equal(name, Vocabulary.Find(written)?.Name);

    [Theory]
    [InlineData("LAN.gpa", "LAN.gap")]
    [InlineData("total-score", "total.score")]
    [InlineData("acr.LAN_1.levl", "acr.LAN_1.level")]
    public void WhatIsMisspelt_IsNotFound_AndOfferedRight(string written, string right)
    {
        Assert.Null(Vocabulary.Find(written) ?? Vocabulary.FindCell(written));
        Assert.Contains(right, Vocabulary.Near(written));
    }

    // "A-1" and "A_1" are one name of a cell: neither answers to it.
    [Fact]
    public void CodesThatBecomeOneName_AnswerToBracesAlone()
    {
        var framework = World.FrameworkOf("A-B 1", "A_B 1");
        var vocabulary = new FormVocabulary(framework);
        Assert.Null(vocabulary.FindCell("acr.A_B.gap"));
        Assert.Equal("A-B", vocabulary.Find("A-B.gap")?.Code);
    }
}
