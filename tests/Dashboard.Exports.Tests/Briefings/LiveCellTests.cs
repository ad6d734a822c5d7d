using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>Figures that are made of others are formulas on them, with the report's values beside: whoever recalculates finds what the report says.</summary>
public sealed class LiveCellTests
{
    private const string Cell = @"('[^']+'!)?[A-Z]+\d+";

    /// <summary>The formulas that there are.</summary>
    internal const string Ours = $@"^({Cell}|{Cell}[-+]{Cell}|(SUM|MEDIAN|AVERAGE|MAX)\({Cell}:{Cell}\)|QUARTILE\({Cell}:{Cell},3\)|IF\(ISNUMBER\(([A-Z]+\d+)\),(ROUND\(ROUND\()?[A-Z]+\d+(,9\),1\))?,NA\(\)\))$";

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void WorkbookOfSeveralCycles_IsValid(string language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(new Book(Histories.Told, language).Bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void WorkbookAgainstOneCountry_IsValid_AndHasNoWhyWithoutACycleBefore(string language)
    {
        using var book = new Book(Reports.AgainstOne, language);
        using var document = SpreadsheetDocument.Open(new MemoryStream(book.Bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal(10, book.Workbook.Worksheets.Count);
        Assert.Equal("MEDIAN(S9:S9)", book.Compare.Cell(7, 4).FormulaA1);
    }

    [Fact]
    public void Gaps_AreFormulas_WordsWhereTheyAreUnknown()
    {
        var report = Reports.Mixed;
        using var book = new Book(report);
        foreach (var (row, cells) in report.Rows.Zip(book.GapTable(report.Areas.Length)))
        {
            var at = cells[0].Address.RowNumber;
            Assert.Equal(row.Gap is null ? "" : $"C{at}-H{at}", cells[9].FormulaA1);
        }
    }

    [Fact]
    public async Task EveryFormula_ComesToItsStoredValue_WhenOfficeRecalculates()
    {
        using var book = new Book(Histories.Told);
        var stored = Book.Stored(book.Bytes);
        Assert.True(stored.Count > 300, $"{stored.Count} formulas.");
        var recalculated = Book.Stored(await Office.SavedAsync(WithoutValues(book.Bytes)));
        Assert.All(stored, cell => Assert.Equal(Number(cell.Value), Number(recalculated[cell.Key]), 1e-9));
        Assert.All(book.Workbook.Worksheets.SelectMany(s => s.CellsUsed()).Where(cell => cell.HasFormula), cell => Assert.Matches(Ours, cell.FormulaA1));
    }

    internal static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    // What has no value is worked out anew.
    internal static byte[] WithoutValues(byte[] workbook)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            foreach (var cell in document.WorkbookPart!.WorksheetParts.SelectMany(sheet => sheet.Worksheet.Descendants<S.Cell>()).Where(cell => cell.CellFormula is not null))
                cell.CellValue = null;
        return stream.ToArray();
    }
}
