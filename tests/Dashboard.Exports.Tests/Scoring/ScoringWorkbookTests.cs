using ClosedXML.Excel;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Imports;
using Dashboard.Exports.Scoring;
using Dashboard.Exports.Tests.Briefings;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Dashboard.Exports.Tests.Scoring;

public sealed class ScoringWorkbookTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void WhatNobodyTouched_ComesBackUnchanged(string language)
    {
        var plan = Books.Plan(Books.Write(language));
        Assert.Empty(plan.Cells);
        // All but the withheld one.
        Assert.Equal(Books.Framework.Indicators.Length - 1, plan.Untouched);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    [InlineData("fr")]
    public void TheWorkbook_IsValid(string language)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Books.Write(language)), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Part?.Uri} {error.Path?.XPath} {error.Description}"));
    }

    [Fact]
    public void OnePersonsAreas_AreTakenAlone()
    {
        var returned = Books.Return(Books.Write(viewer: Books.OfInformation));
        Assert.All(returned.Answers, answer => Assert.StartsWith("INF-", answer.Indicator));
        Assert.Equal(Books.Framework.RequireArea("INF").Indicators.Length, returned.Answers.Length);
    }

    [Fact]
    public void OnlyAnswersOfTheOwnAreas_CanBeTypedInto()
    {
        using var book = new XLWorkbook(new MemoryStream(ScoringWorkbook.Write(Books.Book(Books.OfInformation) with { Areas = ["LAN", "INF"] }, Reports.Culture("en"))));
        var sheet = book.Worksheet(1);
        Assert.True(sheet.Protection.IsProtected);
        var open = sheet.CellsUsed(XLCellsUsedOptions.All).Where(cell => !cell.Style.Protection.Locked).Select(cell => (sheet.Cell(cell.Address.RowNumber, 2).GetString(), cell.Address.ColumnLetter)).ToHashSet();
        Assert.Equal(from i in Books.Framework.RequireArea("INF").Indicators from column in (string[])["D", "E", "F"] select (i.Code, column), open.Order());
        Assert.All(book.Worksheets.Skip(1), hidden => Assert.Equal(XLWorksheetVisibility.VeryHidden, hidden.Visibility));
        Assert.DoesNotContain(Books.Sheet.Scores.Single(s => s.Indicator == "LAN-1").Answer.Rationale, sheet.CellsUsed().Where(cell => cell.HasFormula).Select(cell => cell.GetString()));
    }

    [Fact]
    public void AWithheldAnswer_IsNeitherShownNorStamped()
    {
        using var book = new XLWorkbook(new MemoryStream(Books.Write()));
        var row = book.Worksheet(1).CellsUsed().Single(cell => cell.GetString() == "LAN-3").WorksheetRow();
        Assert.Equal("withheld from you", row.Cell(4).GetString());
        Assert.True(row.Cell(4).Style.Protection.Locked);
        Assert.DoesNotContain(Books.Return(Books.Write()).Stamp.Scores, score => score.Indicator == "LAN-3");
    }

    [Fact]
    public void Text_StaysText()
    {
        using var book = new XLWorkbook(new MemoryStream(Books.Write()));
        Assert.All(book.Worksheets.SelectMany(sheet => sheet.CellsUsed()), cell => Assert.False(cell.HasFormula, $"{cell.Address} {cell.FormulaA1}"));
        string[] kept = ["007", "1/2", "1,5"];
        Assert.All(kept, text => Assert.Contains(book.Worksheet(1).CellsUsed(), cell => cell.DataType == XLDataType.Text && cell.GetString() == text));
    }

    [Theory]
    [InlineData("4", null, null, ScoreState.Scored, 4)]
    [InlineData("３", null, null, ScoreState.Scored, 3)]
    [InlineData("3.0", null, null, ScoreState.Scored, 3)]
    [InlineData("未評価", null, "because", ScoreState.NotAssessed, null)]
    [InlineData("Sans objet", null, "because", ScoreState.NotApplicable, null)]
    [InlineData("not-applicable", null, "because", ScoreState.NotApplicable, null)]
    [InlineData("", null, "because", ScoreState.NotAssessed, null)]
    [InlineData("5", "高", null, ScoreState.Scored, 5)]
    public void Answers_AreUnderstood_InWhicheverLanguage(string answer, string? confidence, string? rationale, ScoreState state, int? level)
    {
        var cell = Edited("LAN-4", (Columns.Answer, answer), (Columns.Confidence, confidence), (Columns.Rationale, rationale));
        Assert.Equal(ReturnKind.Change, cell.Kind == ReturnKind.Already ? ReturnKind.Change : cell.Kind);
        var change = Assert.Single(cell.Changes);
        Assert.Equal((state, level, confidence is null ? Confidence.Unstated : Confidence.High, rationale ?? ""), (change.Answer.State, change.Answer.Level, change.Answer.Confidence, change.Answer.Rationale));
    }

    [Theory]
    [InlineData("2.5", null, "2.5")]
    [InlineData("6", null, "6")]
    [InlineData("-1", null, "-1")]
    [InlineData("n/a", null, "n/a")]
    [InlineData("-", null, "- ")]
    [InlineData("1/2", null, "1/2")]
    [InlineData("3", "sure", "sure")]
    [InlineData("not applicable", null, "LAN-4")]
    public void WhatIsNoAnswer_IsRefusedWithItsPlace(string answer, string? confidence, string named)
    {
        var cell = Edited("LAN-4", (Columns.Answer, answer), (Columns.Confidence, confidence), (Columns.Rationale, null));
        Assert.Equal(ReturnKind.Refused, cell.Kind);
        Assert.Contains(named.Trim(), cell.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void ADateThatAProgramMade_IsRefused()
    {
        var cell = Assert.Single(Books.Plan(Edit(Books.Write(), sheet => Cell(sheet, "LAN-4", Columns.Answer).SetValue(new DateTime(2026, 1, 2)))).Cells);
        Assert.Equal(ReturnKind.Refused, cell.Kind);
        Assert.Contains("date", cell.Trouble, StringComparison.Ordinal);
    }

    // A column that somebody puts in, sorted rows and rows that are gone change nothing that they did not touch.
    [Fact]
    public void MovedRowsAndColumns_AreFound()
    {
        var plan = Books.Plan(Edit(Books.Write(), sheet =>
        {
            sheet.Unprotect();
            Cell(sheet, "INF-2", Columns.Answer).SetValue(5);
            Cell(sheet, "LAN-5", Columns.Answer).WorksheetRow().Delete();
            sheet.Column(4).InsertColumnsBefore(1);
        }));
        var cell = Assert.Single(plan.Cells);
        Assert.Equal(("INF-2", ReturnKind.Change, Answer.Of(5, rationale: "007")), (cell.Indicator, cell.Kind, cell.Changes[0].Answer));
    }

    [Fact]
    public void ARowTwice_IsRefused()
    {
        var cell = Assert.Single(Books.Plan(Edit(Books.Write(), sheet =>
        {
            sheet.Unprotect();
            Cell(sheet, "INF-2", Columns.Code).SetValue("INF-1");
        })).Cells);
        Assert.Equal(("INF-1", ReturnKind.Refused), (cell.Indicator, cell.Kind));
    }

    [Fact]
    public void AChangedStamp_IsRefused()
    {
        var changed = Edit(Books.Write(), sheet => sheet.Workbook.Worksheet(StampName).CellsUsed().Single(cell => cell.GetString() == "9").SetValue("10"));
        Assert.Equal("ReturnBroken", Assert.Throws<InputException>(() => Books.Return(changed)).Key);
        Assert.Equal("ReturnNotOurs", Assert.Throws<InputException>(() => Books.Return(Edit(Books.Write(), sheet => sheet.Workbook.Worksheet(StampName).Delete()))).Key);
    }

    // As planners do: open it in another program, change two cells, save.
    [Fact]
    public async Task WhatAnotherProgramSaved_ComesBackWithExactlyTheEdits()
    {
        var edited = Edit(Books.Write("ja"), sheet =>
        {
            Cell(sheet, "INF-1", Columns.Answer).SetValue(4);
            Cell(sheet, "LAN-4", Columns.Answer).SetValue("該当なし");
            Cell(sheet, "LAN-4", Columns.Rationale).SetValue("=no such school");
        });
        var plan = Books.Plan(await Office.SavedAsync(edited));
        Assert.Equal(["INF-1", "LAN-4"], plan.Cells.Select(cell => cell.Indicator).Order());
        Assert.All(plan.Cells, cell => Assert.Equal(ReturnKind.Change, cell.Kind));
        Assert.Equal(Answer.NotApplicable("=no such school"), plan.Cells.Single(cell => cell.Indicator == "LAN-4").Changes[0].Answer);
        Assert.Equal(Answer.Of(4, Confidence.High, AnswerText.Kept(Books.Odd)), plan.Cells.Single(cell => cell.Indicator == "INF-1").Changes[0].Answer);
    }

    private const string StampName = "stamp";

    private static class Columns
    {
        public const int Code = 2;
        public const int Answer = 4;
        public const int Confidence = 5;
        public const int Rationale = 6;
    }

    private static ReturnedCell Edited(string indicator, params (int Column, string? Text)[] edits) => Assert.Single(Books.Plan(Edit(Books.Write(), sheet =>
    {
        // Of an untouched row nothing is told: this one was touched in any case.
        Cell(sheet, indicator, Columns.Rationale).SetValue("because");
        foreach (var (column, text) in edits)
            Cell(sheet, indicator, column).SetValue(text ?? "");
    })).Cells);

    private static IXLCell Cell(IXLWorksheet sheet, string indicator, int column) => sheet.Cell(sheet.CellsUsed().Single(cell => cell.GetString() == indicator).Address.RowNumber, column);

    private static byte[] Edit(byte[] workbook, Action<IXLWorksheet> edit)
    {
        using var book = new XLWorkbook(new MemoryStream(workbook));
        edit(book.Worksheet(1));
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }
}
