using ClosedXML.Excel;

namespace Dashboard.Exports.Tests.Incoming;

public sealed class WorkbookFileTests
{
    [Fact]
    public void Cells_AreWhatTheyAre()
    {
        const string styles = """<numFmts><numFmt numFmtId="164" formatCode="yyyy/mm/dd"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="16"/></cellXfs>""";
        var book = Packed.Of("""<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>3.5</v></c><c r="C1" s="1"><v>0.85</v></c><c r="D1" s="2"><v>46024</v></c><c r="E1" s="3"><v>2</v></c><c r="F1" s="4"><v>46024</v></c></row><row r="4"><c r="AB4" t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><r><t>Ré</t></r><r><t xml:space="preserve">pu </t></r></is></c><c t="str"><f>A1</f><v>=1+1</v></c></row>""",
            "<si><t>x</t></si><si><t>日本</t><rPh sb=\"0\" eb=\"2\"><t>ニホン</t></rPh></si>", styles);
        Assert.Equal(
            ["A1 Text 日本", "B1 Number 3.5", "C1 Percent 0.85", "D1 Date 46024", "E1 Number 2", "F1 Date 46024", "AB4 Error #N/A", "AC4 Truth TRUE", "AD4 Text Répu ", "AE4 Text =1+1"],
            Read.Cells(book.Bytes()));
    }

    [Theory]
    [InlineData("General", "Number")]
    [InlineData("0.00E+00", "Number")]
    [InlineData("#,##0.0_ ;[Red]-#,##0.0\\ ", "Number")]
    [InlineData("0.0&quot; days&quot;", "Number")]
    [InlineData("0.0%", "Percent")]
    [InlineData("[$-411]ge\\.m\\.d;@", "Date")]
    [InlineData("h:mm", "Date")]
    [InlineData("[h]:mm:ss", "Date")]
    public void AFormat_SaysWhatANumberIs(string format, string kind) => Assert.Equal([$"A1 {kind} 0.5"], Read.Cells(Packed.Of(
        "<row><c s=\"1\"><v>0.5</v></c></row>", "", $"""<numFmts><numFmt numFmtId="164" formatCode="{format}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>""").Bytes()));

    [Fact]
    public void Blanks_AreNoCells_HoweverManyRowsOfThemThereAre()
    {
        var tail = string.Concat(Enumerable.Range(3, 1000).Select(r => $"""<row r="{r}"><c r="A{r}" s="0"/><c r="B{r}" t="s"><v>0</v></c></row>"""));
        var book = Packed.Of($"""<row r="2"><c r="C2"><v>1</v></c></row>{tail}""", "<si><t></t></si>");
        Assert.Equal(["C2 Number 1"], Read.Cells(book.Bytes()));
    }

    [Fact]
    public void WhatAnotherProgramWrote_IsRead()
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("Länder");
        sheet.Cell("A1").SetValue("007").Style.NumberFormat.Format = "@";
        sheet.Cell("B1").SetValue("1/2");
        sheet.Cell("C1").SetValue("1,5");
        sheet.Cell("D2").SetValue("line\nbreak _x0041_ \u3000");
        sheet.Cell("E2").SetValue(0.1 + 0.2);
        book.AddWorksheet("Hidden").Hide();
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        var file = Read.File(stream.ToArray());
        Assert.Equal([("Länder", false), ("Hidden", true)], file.Sheets.Select(s => (s.Name, s.IsHidden)));
        Assert.Equal(["007", "1/2", "1,5"], file.Sheets[0].Rows[0].Cells.Select(c => c.Text));
        Assert.Equal("line\nbreak _x0041_ \u3000", file.Sheets[0].Rows[1].At(4)!.Value.Text);
        Assert.Equal(0.3, file.Sheets[0].Rows[1].At(5)!.Value.Number!.Value, 1e-12);
    }

    [Theory]
    [InlineData("xl/vbaProject.bin", "FileMacros")]
    [InlineData("xl/macrosheets/sheet1.xml", "FileMacros")]
    [InlineData("xl/activeX/activeX1.bin", "FileMacros")]
    [InlineData("xl/externalLinks/externalLink1.xml", "FileLinks")]
    [InlineData("xl/connections.xml", "FileLinks")]
    [InlineData("xl/embeddings/oleObject1.bin", "FileLinks")]
    public void WhatRunsOrAsksOthers_IsRefused(string part, string key)
    {
        var book = Packed.Of("");
        book[part] = "x";
        Assert.Equal(key, Read.Refusal(book.Bytes()));
    }

    [Fact]
    public void AMacroBook_IsRefusedByItsType()
    {
        var book = Packed.Of("");
        book["[Content_Types].xml"] = book["[Content_Types].xml"].Replace("application/xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal);
        Assert.Equal("FileMacros", Read.Refusal(book.Bytes()));
    }

    [Theory]
    [InlineData("hyperlink", null)]
    [InlineData("image", "FileLinks")]
    [InlineData("externalLinkPath", "FileLinks")]
    public void OfWhatLeadsOut_OnlyALinkToClickIsHarmless(string type, string? key)
    {
        var book = Packed.Of("<row><c><v>1</v></c></row>");
        book["xl/worksheets/_rels/sheet1.xml.rels"] = Packed.Links(("rId1", type, "https://example.org/x")).Replace("/>", " TargetMode=\"External\"/>", StringComparison.Ordinal);
        if (key is null)
            Assert.Equal(["A1 Number 1"], Read.Cells(book.Bytes()));
        else
            Assert.Equal(key, Read.Refusal(book.Bytes()));
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("_rels/.rels")]
    public void ADocumentType_IsRefused(string part)
    {
        var book = Packed.Of("<row><c><v>1</v></c></row>");
        book[part] = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + book[part];
        Assert.Equal("FileDamaged", Read.Refusal(book.Bytes()));
    }

    [Theory]
    [InlineData("""<row r="2"/><row r="1"/>""")]
    [InlineData("""<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>""")]
    [InlineData("""<row r="1048577"><c><v>1</v></c></row>""")]
    [InlineData("""<row><c r="ZZZZ1"><v>1</v></c></row>""")]
    [InlineData("""<row><c><v>NaN</v></c></row>""")]
    [InlineData("""<row><c><v>1E999</v></c></row>""")]
    [InlineData("""<row><c t="s"><v>0</v></c></row>""")]
    [InlineData("""<row><c t="s"><v>-1</v></c></row>""")]
    [InlineData("""<row><c t="x"><v>0</v></c></row>""")]
    [InlineData("""<row><c><v>1</v></row>""")]
    public void WhatNoProgramWrites_IsRefused(string rows) => Assert.Equal("FileDamaged", Read.Refusal(Packed.Of(rows).Bytes()));

    [Fact]
    public void APackageWithoutAWorkbook_IsRefused()
    {
        var book = new Packed();
        book["word/document.xml"] = "<x/>";
        Assert.Equal("FileNoWorkbook", Read.Refusal(book.Bytes()));
    }
}
