using Dashboard.Core;
using Dashboard.Exports.Incoming;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Tests.Incoming;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Tests.Forms;

/// <summary>What a form may not be is said when somebody gives it, and not to a reader.</summary>
public sealed class FormCheckTests
{
    [Fact]
    public void EveryPlace_IsFound_WithWhatItAsksFor()
    {
        var check = Template.Check(Template.Of(sheet =>
        {
            sheet.Cell("B2").SetValue("{{subject}} has a gap of {{LAN.gap}}");
            sheet.Cell("B3").SetValue("{{lan.gpa}}");
            sheet.Cell("C1").AddToNamed("acr.LAN_1.level");
            sheet.Range("C4:D5").Merge().AddToNamed("acr.headline");
            sheet.Cell("A9").SetValue("{{name}} of {{nothing}}").SetFormulaA1("\"{{subject}}\"");
        }));
        Assert.Equal(
            [("C1", "acr.LAN_1.level", "LAN-1.level", true), ("B2", "{{subject}}", "subject", false), ("B2", "{{LAN.gap}}", "LAN.gap", false), ("B3", "{{lan.gpa}}", null, true), ("C4", "acr.headline", "headline", true)],
            check.Spots.Select(spot => (spot.Cell, spot.Asked, spot.Field?.Name, spot.IsWhole)));
        Assert.Equal("LAN.gap", Assert.Single(check.Unknown).Near[0]);
    }

    [Fact]
    public void WhatAsksForNothing_OrCouldNotBeFilled_IsRefused()
    {
        Assert.Equal("FormAsksNothing", Template.Refusal(Template.Of(sheet => sheet.Cell("A1").SetValue("Nation"))));
        Assert.Equal("FormAsksUnknown", Template.Refusal(Template.Of(sheet => sheet.Cell("A1").SetValue("{{nation}}"))));
        Assert.Equal("FormOnFormula", Template.Refusal(Template.Of(sheet => sheet.Cell("A1").SetFormulaA1("1+1").AddToNamed("acr.total.gap"))));
        Assert.Equal("FormInTableHead", Template.Refusal(Template.Of(sheet =>
        {
            sheet.Cell("A1").SetValue("{{LAN.name}}");
            sheet.Cell("A2").SetValue(1);
            sheet.Range("A1:A2").CreateTable();
        })));
        Assert.Equal("FormNameNowhere", Template.Refusal(Template.Edit(Template.Of(sheet => sheet.Cell("A1").AddToNamed("acr.total.gap")), book =>
            book.Workbook.DefinedNames!.Elements<S.DefinedName>().Single(name => name.Name == "acr.total.gap").Text = "Gone!#REF!")));
    }

    [Fact]
    public void AFileFromOutside_IsRefusedByTheSameLimits()
    {
        Assert.Equal("FormNoWorkbook", Template.Refusal("{{subject}},{{group}}"u8.ToArray()));
        Assert.Equal("FileEmpty", Template.Refusal([]));
        Assert.Equal("FileLarge", Template.Refusal(new byte[FileLimits.Usual.Bytes + 1]));
        foreach (var (part, why) in new[] { ("xl/vbaProject.bin", "FileMacros"), ("xl/externalLinks/externalLink1.xml", "FileLinks"), ("xl/embeddings/book.xlsx", "FileLinks") })
        {
            var book = Packed.Of("""<row r="1"><c r="A1" t="inlineStr"><is><t>{{subject}}</t></is></c></row>""");
            book[part] = "x";
            Assert.Equal(why, Template.Refusal(book.Bytes()));
        }
    }

    // Accepted by the reader of cells, which looks at less than whoever fills a form must: refused with a sentence, whatever a library says.
    [Fact]
    public void WhatOnlyFillingWouldFind_IsRefusedNow()
    {
        var book = Packed.Of("""<row r="1"><c r="A1" t="inlineStr"><is><t>{{total.gap}}</t></is></c></row>""", styles: """<cellXfs><xf numFmtId="x"/></cellXfs>""");
        book["xl/_rels/workbook.xml.rels"] = book["xl/_rels/workbook.xml.rels"].Replace("/styles", "/theme", StringComparison.Ordinal);
        Assert.Equal("FileDamaged", Template.Refusal(book.Bytes()));
    }

    [Fact]
    public async Task ARefusal_NamesTheFileAndTheWay()
    {
        var refused = await Assert.ThrowsAsync<InputException>(() => FormTemplate.CheckAsync(new FileReader(TimeProvider.System), "our form.xlsx", Template.Of(sheet => sheet.Cell("A1").SetValue("x")), Template.Vocabulary));
        Assert.Equal("The file our form.xlsx asks for nothing. Write for example {{subject}} or {{total.gap}} into the cells that are to be filled, or name a cell acr.total.gap.", refused.Message);
    }
}
