using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Forms;
using Dashboard.Exports.Briefings;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Tests.Briefings;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Tests.Forms;

/// <summary>A filled form keeps its look, and says how it is marked.</summary>
public sealed class FormLookTests
{
    // The smallest picture that there is.
    private static readonly byte[] Logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void TheSample_IsValid_HasItsPlacesFilled_AndKeepsEveryLook(string language)
    {
        var form = SampleForm.Write(Sample.Framework);
        var check = Template.Check(form);
        Assert.Empty(check.Unknown);
        var filled = FormTemplate.Fill(form, Reports.Mixed, Reports.Culture(language));
        using var document = SpreadsheetDocument.Open(new MemoryStream(filled), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
        using var before = new XLWorkbook(new MemoryStream(form));
        using var after = new XLWorkbook(new MemoryStream(filled));
        var (was, now) = (before.Worksheet(1), after.Worksheet(1));
        Assert.Equal(was.MergedRanges.Select(r => r.RangeAddress.ToString()).Order(), now.MergedRanges.Select(r => r.RangeAddress.ToString()).Order());
        Assert.Equal(was.ConditionalFormats.Count(), now.ConditionalFormats.Count());
        Assert.DoesNotContain(now.CellsUsed(), cell => cell.GetString().Contains("{{", StringComparison.Ordinal));
        foreach (var cell in was.CellsUsed(XLCellsUsedOptions.All))
        {
            var other = now.Cell(cell.Address);
            Assert.Equal((cell.Style.Font, cell.Style.Fill, cell.Style.Border, cell.Style.Alignment), (other.Style.Font, other.Style.Fill, other.Style.Border, other.Style.Alignment));
            Assert.Equal(cell.FormulaA1, other.FormulaA1);
        }
    }

    [Fact]
    public async Task Pictures_StayByteForByte_AndChartsKeepNoCopyOfOldFigures()
    {
        var form = Template.Edit(BriefingWorkbook.Write(Book.Of(Reports.Mixed), CultureInfo.InvariantCulture, Book.Head), book =>
        {
            var sheet = book.WorksheetParts.First(part => part.DrawingsPart is not null);
            sheet.DrawingsPart!.AddImagePart(ImagePartType.Png).FeedData(new MemoryStream(Logo));
            sheet.Worksheet.Descendants<S.Cell>().First(cell => cell.CellFormula is null && cell.DataType?.Value == S.CellValues.SharedString)
                .Parent!.PrependChild(new S.Cell { CellReference = "A1", DataType = S.CellValues.InlineString, InlineString = new S.InlineString(new S.Text("{{total.gap}}")) });
        });
        var filled = FormTemplate.Fill(form, Reports.NoPeers, CultureInfo.InvariantCulture);
        var name = PartsOf(form).Single(part => part.EndsWith(".png", StringComparison.Ordinal));
        Assert.Equal(Logo, await Parts.Of(filled, name));
        Assert.Equal(PartsOf(form), PartsOf(filled));
        foreach (var chart in PartsOf(form).Where(part => part.Contains("/charts/chart", StringComparison.Ordinal)))
        {
            Assert.Contains("Cache>", await Parts.TextOf(form, chart), StringComparison.Ordinal);
            Assert.DoesNotContain("Cache>", await Parts.TextOf(filled, chart), StringComparison.Ordinal);
        }

        using var document = SpreadsheetDocument.Open(new MemoryStream(filled), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void TheFormatOfACell_IsKept_AndWhereThereIsNoneOneFits()
    {
        var form = Template.Of(sheet =>
        {
            sheet.Cell("A1").SetValue("{{INF.score}}").Style.NumberFormat.SetFormat("0.000");
            sheet.Cell("A2").SetValue("{{INF.score}}").Style.Font.SetBold();
            sheet.Cell("A3").SetValue("{{INF.gap}}");
            sheet.Cell("A4").SetValue("{{as-of}}");
            sheet.Cell("A5").SetValue("{{INF.n}}").Style.NumberFormat.SetFormat("@");
        });
        using var book = new XLWorkbook(new MemoryStream(FormTemplate.Fill(form, Reports.Mixed, CultureInfo.InvariantCulture)));
        var sheet = book.Worksheet(1);
        Assert.Equal(["0.000", "0.0", "+0.0;\"−\"0.0;\"±\"0.0", "yyyy\\-mm\\-dd", "0"], sheet.Range("A1:A5").Cells().Select(cell => cell.Style.NumberFormat.Format));
        Assert.True(sheet.Cell("A2").Style.Font.Bold);
    }

    // A question in two letterings is answered in the first; what stands around it keeps its own.
    [Fact]
    public void Letterings_AreKept_AroundAnAnswer()
    {
        var form = Template.Of(sheet =>
        {
            var text = sheet.Cell("A1").RichText;
            text.AddText("Nation: ").SetItalic();
            text.AddText("{{sub").SetBold();
            text.AddText("ject}} and so on").SetUnderline();
        });
        using var book = new XLWorkbook(new MemoryStream(FormTemplate.Fill(form, Reports.Mixed, CultureInfo.InvariantCulture)));
        var pieces = book.Worksheet(1).Cell("A1").RichText.ToList();
        Assert.Equal([("Nation: ", true, false), ("Japan", false, true), (" and so on", false, false)], pieces.Select(piece => (piece.Text, piece.Italic, piece.Bold)));
    }

    [Theory]
    [InlineData("&LForm 3&CNATO &\"Arial,Bold\"&P&RPage", "&LForm 3&C{0}\nNATO &\"Arial,Bold\"&P&RPage")]
    [InlineData("plain && more", "&C{0}\nplain && more")]
    [InlineData(null, "&C{0}")]
    public async Task TheMarking_StandsAtHeadAndFoot_BesideWhatTheFormHas_AndInTheProperties(string? own, string expected)
    {
        var form = Template.Edit(Template.Of(sheet => sheet.Cell("A1").SetValue("{{subject}}")), book =>
        {
            var sheet = book.WorksheetParts.Single().Worksheet;
            sheet.RemoveAllChildren<S.HeaderFooter>();
            if (own is not null)
                sheet.AddChild(new S.HeaderFooter { OddHeader = new S.OddHeader(own), DifferentFirst = true });
        });
        var filled = FormTemplate.Fill(form, Reports.Mixed, CultureInfo.InvariantCulture);
        using var document = SpreadsheetDocument.Open(new MemoryStream(filled), isEditable: false);
        var all = document.WorkbookPart!.WorksheetParts.Single().Worksheet.GetFirstChild<S.HeaderFooter>()!;
        var marking = Reports.Mixed.Marking.ToLine();
        Assert.Equal((string.Format(CultureInfo.InvariantCulture, expected, marking), $"&C{marking}"), (all.OddHeader!.Text, all.OddFooter!.Text));
        Assert.Equal(own is null ? null : $"&C{marking}", all.FirstHeader?.Text);
        Assert.Equal((marking, marking), (document.PackageProperties.Subject, document.PackageProperties.Category));
        Assert.Equal("form-RSF-JPN-NATO-2026-RESTRICTED.xlsx", FormTemplate.FileName("RSF", Reports.Mixed));
        Assert.Contains("{{subject}}", await Parts.TextOf(form, "xl/sharedStrings.xml"), StringComparison.Ordinal);
    }

    // Of what is too long for the line of a spreadsheet program the form's own goes, never the marking.
    [Fact]
    public void AHeadThatIsTooLong_LosesTheFormsOwnWords_NotTheMarking()
    {
        var form = Template.Edit(Template.Of(sheet => sheet.Cell("A1").SetValue("{{subject}}")), book =>
        {
            var sheet = book.WorksheetParts.Single().Worksheet;
            sheet.RemoveAllChildren<S.HeaderFooter>();
            sheet.AddChild(new S.HeaderFooter { OddHeader = new S.OddHeader("&L" + new string('x', 240)) });
        });
        using var document = SpreadsheetDocument.Open(new MemoryStream(FormTemplate.Fill(form, Reports.Mixed, CultureInfo.InvariantCulture)), isEditable: false);
        Assert.Equal($"&C{Reports.Mixed.Marking.ToLine()}", document.WorkbookPart!.WorksheetParts.Single().Worksheet.GetFirstChild<S.HeaderFooter>()!.OddHeader!.Text);
    }

    // Names that a spreadsheet program would take for formulas stay text, alone in a cell and inside one.
    [Fact]
    public void WhatLooksLikeAFormula_StaysText()
    {
        var form = Template.Of(sheet =>
        {
            for (var i = 0; i < Sample.Framework.Areas.Length; i++)
            {
                sheet.Cell(i + 1, 1).SetValue($"{{{{{Sample.Framework.Areas[i].Code}.name}}}}");
                sheet.Cell(i + 1, 2).AddToNamed(new FormField(FormScope.Row, Sample.Framework.Areas[i].Code, "name").CellName);
            }
        });
        using var document = SpreadsheetDocument.Open(new MemoryStream(FormTemplate.Fill(form, Reports.Hostile, CultureInfo.InvariantCulture)), isEditable: false);
        var cells = document.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Cell>().ToList();
        Assert.Equal(2 * Sample.Framework.Areas.Length, cells.Count);
        Assert.All(cells, cell => Assert.Equal((null, S.CellValues.InlineString), (cell.CellFormula, cell.DataType!.Value)));
        Assert.Contains(cells, cell => cell.InnerText.StartsWith("=cmd|", StringComparison.Ordinal));
    }

    private static IEnumerable<string> PartsOf(byte[] workbook)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(workbook));
        return [.. zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)];
    }
}
