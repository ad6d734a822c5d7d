using System.Buffers.Binary;
using System.Text;
using Dashboard.Exports.Incoming;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Exports.Tests.Incoming;

public sealed class FileLimitTests
{
    private static readonly FileLimits Small = new() { Bytes = 20_000, Unpacked = 1 << 20, Ratio = 100, Parts = 8, Sheets = 2, Cells = 10, Characters = 100, CellCharacters = 20 };

    [Fact]
    public void TheUsualLimits_AreThoseThatAreWritten() => Assert.Equal(
        (5 << 20, 50L << 20, 100, 200, 20, 100_000, TimeSpan.FromSeconds(10)),
        (FileLimits.Usual.Bytes, FileLimits.Usual.Unpacked, FileLimits.Usual.Ratio, FileLimits.Usual.Parts, FileLimits.Usual.Sheets, FileLimits.Usual.Cells, FileLimits.Usual.Time));

    [Theory]
    [InlineData("", "FileEmpty")]
    [InlineData("%PDF-1.7\u0000", "FileNoTable")]
    public void WhatIsNoTable_IsRefused(string text, string key) => Assert.Equal(key, Read.Refusal(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void AnOldOrEncryptedWorkbook_IsRefused() => Assert.Equal("FileOld", Read.Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]));

    [Fact]
    public void MoreBytes_AreRefused()
    {
        Assert.Single(Read.File(Encoding.ASCII.GetBytes(new string('\n', Small.Bytes - 1) + "a"), Small).Sheets);
        Assert.Equal("FileLarge", Read.Refusal(new byte[Small.Bytes + 1], Small));
    }

    [Fact]
    public void MoreParts_AreRefused()
    {
        var book = Packed.Of("");
        book["xl/more1.xml"] = "<x/>";
        Assert.Single(Read.File(book.Bytes(), Small).Sheets);
        book["xl/more2.xml"] = "<x/>";
        Assert.Equal("FileParts", Read.Refusal(book.Bytes(), Small));
    }

    [Fact]
    public void MoreSheets_AreRefused()
    {
        var book = Packed.Of("");
        const string one = """<sheet name="Data" sheetId="1" r:id="rId1"/>""";
        book["xl/workbook.xml"] = book["xl/workbook.xml"].Replace(one, one + one + one, StringComparison.Ordinal);
        Assert.Equal("FileSheets", Read.Refusal(book.Bytes(), Small));
    }

    [Fact]
    public void MoreCells_AreRefused_InBothKinds()
    {
        var row = $"<row>{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 10))}</row>";
        Assert.Single(Read.File(Packed.Of(row).Bytes(), Small).Sheets);
        Assert.Equal("FileCells", Read.Refusal(Packed.Of(row + "<row><c><v>1</v></c></row>").Bytes(), Small));
        Assert.Equal("FileCells", Read.Refusal("1,2,3,4,5,6,7,8,9,10,11"u8.ToArray(), Small));
    }

    [Fact]
    public void LongerCells_AndLongerTexts_AreRefused_InBothKinds()
    {
        var longest = new string('x', Small.CellCharacters);
        Assert.Equal("FileCellLong", Read.Refusal(Packed.Of("", $"<si><t>{longest}</t><t>x</t></si>").Bytes(), Small));
        Assert.Equal("FileCellLong", Read.Refusal(Encoding.ASCII.GetBytes($"\"{longest}x\""), Small));
        Assert.Equal("FileText", Read.Refusal(Packed.Of("", string.Concat(Enumerable.Repeat($"<si><t>{longest}</t></si>", 6))).Bytes(), Small));
        Assert.Equal("FileText", Read.Refusal(Encoding.ASCII.GetBytes(string.Join(",", Enumerable.Repeat(longest, 6))), Small));
    }

    [Theory]
    [InlineData("<c r=\"{0}\"><v>1</v></c>")]
    [InlineData("<!--{0}-->")]
    [InlineData("<{0}/>")]
    public void NothingBetweenTwoMarks_IsLongerThanACell(string markup) => Assert.Equal(
        "FileCellLong", Read.Refusal(Packed.Of(string.Format(null, markup, new string('a', 400_000))).Bytes(), FileLimits.Usual));

    [Fact]
    public void AFileThatIsNeverClosed_IsRefused() => Assert.Equal("FileCellLong", Read.Refusal(Encoding.ASCII.GetBytes("a,\"" + string.Concat(Enumerable.Repeat("b,c\n", 40_000)))));

    // What is packed so well is refused by what the package says of itself: its first byte is not unpacked.
    [Fact]
    public void ABomb_IsRefusedBeforeItIsUnpacked()
    {
        var bomb = Packed.Of(new string(' ', 3 << 20));
        var bytes = bomb.Bytes();
        Corrupt(bytes, "xl/worksheets/sheet1.xml");
        Assert.Equal("FileRatio", Read.Refusal(bytes));
        Assert.Equal("FileUnpacked", Read.Refusal(bytes, Small with { Bytes = 1 << 20 }));
    }

    // A package that calls itself smaller than it is gets no further than it said.
    [Fact]
    public void ALie_UnpacksNoMoreThanItSays()
    {
        var bytes = Packed.Of($"<row><c><v>1</v></c></row>{new string(' ', 3 << 20)}").Bytes();
        var listed = LastOf(bytes, "xl/worksheets/sheet1.xml") - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(listed + 24), 100);
        Assert.Equal("FileDamaged", Read.Refusal(bytes));
    }

    [Fact]
    public void AFileThatTakesTooLong_IsRefused() => Assert.Equal("FileSlow", Read.Refusal("1,2"u8.ToArray(), null, new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(11) }));

    private static void Corrupt(byte[] package, string part)
    {
        var content = package.AsSpan().IndexOf(Encoding.ASCII.GetBytes(part)) + part.Length;
        package.AsSpan(content, 16).Fill(0xFF);
    }

    private static int LastOf(byte[] package, string part) => package.AsSpan().LastIndexOf(Encoding.ASCII.GetBytes(part));
}
