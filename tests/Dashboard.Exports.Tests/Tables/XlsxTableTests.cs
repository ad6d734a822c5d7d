using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using Dashboard.Core.Release;
using Dashboard.Exports.Tables;
using Dashboard.Exports.Tests.Briefings;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Dashboard.Exports.Tests.Tables;

public sealed class XlsxTableTests
{
    private static readonly TableLayout Layout = new("lines", [new("text", 20, "Any <text> & more"), new("number", 8), new("day", 12)], new Marking("restricted", ["JPN", "NATO"]));
    private static readonly TableWords Words = new("Title & more", "It's <this>", "About", "RESTRICTED & more", ["A line"], ("Page", "of"), "Calibri");

    // What programs before took for something else, or could not hold.
    private static readonly string[] Texts =
        ["=1+1", "+1", "-1", "@SUM(A1)", "007", "1/2", "1,5", "1e5", "TRUE", "2026", " blanks ", "two\nlines", "<&>\"'", "_x0041_", "_x41", "__x0041_x", "訓練😀", "https://example.org", "#N/A"];

    [Fact]
    public async Task Texts_StayWhatTheyWere_AlsoWhereLibreOfficeOpensThem()
    {
        var bytes = await WriteAsync(Texts);
        Assert.Equal(Texts, Read(bytes));
        // It reads these as it should, and writes them so that a letter is read.
        Assert.Equal(Texts.Select(text => text.Replace("_x0041_", "A", StringComparison.Ordinal)), Read(await Office.SavedAsync(bytes)));

        static IEnumerable<string> Read(byte[] bytes)
        {
            using var book = new XLWorkbook(new MemoryStream(bytes));
            var cells = book.Worksheet(1).Column(1).Cells(2, Texts.Length + 1).ToList();
            Assert.All(cells, cell => Assert.Equal((XLDataType.Text, false), (cell.DataType, cell.HasFormula)));
            Assert.All(book.Worksheet(1).Column(2).Cells(2, Texts.Length + 1), (cell, i) => Assert.Equal(i, cell.GetDouble()));
            Assert.All(book.Worksheet(1).Column(3).Cells(2, Texts.Length + 1), cell => Assert.Equal(new DateTime(2026, 6, 30), cell.GetDateTime()));
            return [.. cells.Select(cell => AsExcelReads(cell.GetString()).Replace("\r", "", StringComparison.Ordinal))];
        }
    }

    [Fact]
    public async Task WhatXmlCannotHold_IsABlank() =>
        Assert.Equal(["a b", "\uFFFD", " "], await CellsAsync(await WriteAsync(["a\u0001b", "\uD800", "\uFFFF"])));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(5, 2)]
    [InlineData(8, 2)]
    [InlineData(9, 3)]
    public async Task Lines_BeyondASheet_GoOnInTheNext_UnderTheSameHeading(int lines, int sheets)
    {
        string[] texts = [.. Enumerable.Range(0, lines).Select(i => $"line {i}")];
        var bytes = await WriteAsync(texts, rowsOfASheet: 5);
        using var book = new XLWorkbook(new MemoryStream(bytes));
        Assert.Equal(sheets + 1, book.Worksheets.Count);
        Assert.Equal(texts, book.Worksheets.Take(sheets).SelectMany(sheet => sheet.Column(1).CellsUsed().Skip(1).Select(cell => cell.GetString())));
        Assert.All(book.Worksheets.Take(sheets), sheet => Assert.Equal(["text", "number", "day", "classification", "releasable_to"], sheet.Row(1).CellsUsed().Select(cell => cell.GetString())));
        using var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }

    // The page that waits counts them.
    [Fact]
    public async Task FirstPart_IsTheTable_WithALineBreakForEachLine()
    {
        using var zip = new ZipArchive(new MemoryStream(await WriteAsync(Texts)));
        using var part = new StreamReader(zip.Entries[0].Open(), Encoding.UTF8);
        Assert.Equal("xl/worksheets/sheet1.xml", zip.Entries[0].FullName);
        Assert.Equal(1 + Texts.Length, (await part.ReadToEndAsync()).Count(c => c == '\n'));
    }

    [Fact]
    public async Task Table_NeverWritesWithoutWaiting_NorLooksBack() => Assert.NotEmpty(await WriteAsync(Texts, to: new OneWay()));

    private static async Task<IEnumerable<string>> CellsAsync(byte[] bytes)
    {
        using var book = new XLWorkbook(new MemoryStream(bytes));
        return [.. book.Worksheet(1).Column(1).CellsUsed().Skip(1).Select(cell => cell.GetString())];
    }

    // ClosedXML leaves the numbers of characters as they are.
    internal static string AsExcelReads(string text) => text.Replace("_x005F_", "_", StringComparison.Ordinal);

    private static async Task<byte[]> WriteAsync(string[] texts, int rowsOfASheet = XlsxTable.MostRows, MemoryStream? to = null)
    {
        var stream = to ?? new MemoryStream();
        var table = new XlsxTable(stream, Layout, Words, rowsOfASheet);
        for (var i = 0; i < texts.Length; i++)
        {
            table.Text(texts[i]);
            table.Number(i);
            table.Date(new DateOnly(2026, 6, 30));
            await table.EndLineAsync(CancellationToken.None);
        }

        await table.EndAsync(CancellationToken.None);
        return stream.ToArray();
    }

    // As a response is: it refuses what does not wait.
    private sealed class OneWay : MemoryStream
    {
        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count) => Assert.Fail("It blocks.");

        public override void Write(ReadOnlySpan<byte> buffer) => Assert.Fail("It blocks.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            base.Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
