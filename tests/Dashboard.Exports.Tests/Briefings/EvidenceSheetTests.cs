using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class EvidenceSheetTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void EveryPiece_IsThere_AsTheTextThatItIs(string language)
    {
        using var book = new Book(Histories.Told, language);
        var sheet = book.Evidence;
        var heading = sheet.AutoFilter.Range.FirstRow().RowNumber();
        var pieces = Histories.Told.Grounds!.Evidence;
        for (var i = 0; i < pieces.Length; i++)
        {
            var row = sheet.Row(heading + 1 + i);
            // Tabs and line feeds are spaces in a cell.
            var text = pieces[i].Title.Replace('\t', ' ').Replace('\r', ' ');
            Assert.All([row.Cell(5), row.Cell(6), row.Cell(11)], cell => Assert.Equal((XLDataType.Text, false, text), (cell.DataType, cell.HasFormula, cell.GetString())));
            Assert.Equal((pieces[i].Indicator, "B2", new DateTime(2025, 12, 31)), (row.Cell(2).GetString(), row.Cell(10).GetString(), row.Cell(8).GetDateTime()));
        }

        Assert.Equal(2, pieces.Take(Histories.Corpus.Length).Select(piece => piece.Bearing).Distinct().Count());
        Assert.Contains("†", sheet.Row(heading + 1 + Histories.Corpus.Length).Cell(9).Style.NumberFormat.Format);
        Assert.Equal("SECRET", sheet.Row(heading + pieces.Length).Cell(12).GetString());
        Assert.StartsWith("SECRET", sheet.Cell("B1").GetString());
        Assert.Contains(sheet.CellsUsed(), cell => cell.GetString() == Histories.Corpus[3] && cell.Address.ColumnNumber == 4 && cell.DataType == XLDataType.Text);
    }

    [Fact]
    public void Corpus_IsNoFormulaAnywhere_AndNothingLeadsOutOfTheFile()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(new Book(Histories.Told).Bytes), isEditable: false);
        Assert.All(document.WorkbookPart!.WorksheetParts, sheet => Assert.Empty(sheet.HyperlinkRelationships));
        Assert.All(document.WorkbookPart.WorksheetParts.SelectMany(sheet => sheet.Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>()), formula => Assert.Matches(LiveCellTests.Ours, formula.Text));
    }

    [Fact]
    public void WhatIsNotSeen_IsSaid()
    {
        using var stays = new Book(Reports.Mixed);
        Assert.Contains(stays.Evidence.CellsUsed(), cell => cell.GetString().StartsWith("What the levels rest on stays", StringComparison.Ordinal));
        using var withheld = new Book(Histories.Told with { Grounds = Histories.Told.Grounds! with { Evidence = [], WithheldEvidence = ["LAN-1", "LAN-2"] } });
        Assert.Contains(withheld.Evidence.CellsUsed(), cell => cell.GetString() == "Pieces of evidence withheld from you: 2.");
        Assert.Contains(withheld.Evidence.CellsUsed(), cell => cell.GetString() == "No evidence that you may see is recorded.");
    }
}
