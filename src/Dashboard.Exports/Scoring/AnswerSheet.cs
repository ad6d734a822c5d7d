using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;
using Dashboard.Core.Language;
using Dashboard.Exports.Briefings;

namespace Dashboard.Exports.Scoring;

/// <summary>The sheet that is filled in. A hidden row above the headings names the columns, so that one that somebody puts in or moves is still found.</summary>
internal sealed class AnswerSheet(IXLWorksheet sheet, ScoringPaper paper, ChoiceSheet choices)
{
    public const string CodeKey = "code";
    public const string AnswerKey = "answer";
    public const string ConfidenceKey = "confidence";
    public const string RationaleKey = "rationale";

    private const int Answer = Page.First + 2;
    private const int Rationale = Page.First + 4;
    private const int FirstLevel = Page.First + 5;
    private const double LevelWidth = 30;
    private const double SmallSize = 9;

    // What can be typed into: the page's tint of a field that is worked in.
    private const string Field = "EFF4FE";

    private readonly ScoringBook _book = paper.Book;
    private readonly Framework _framework = paper.Book.Framework;
    private int _keys;

    public void Write()
    {
        var page = new Page(sheet, [9, 34, 15, 13, 46, .. _framework.Scale.Select(_ => LevelWidth)]);
        // Above the frozen part only as wide as a screen: the descriptions lie beyond.
        page.Line(paper.Marking, size: SmallSize, bold: true, color: Palette.Quiet, to: Rationale);
        page.Line(paper.Title, size: 16, bold: true, to: Rationale);
        page.Line($"{Texts.Of(_book.Sheet.Assessment.Basis, paper.Culture)} · {paper.AsOf}", size: 10, color: Palette.Quiet, to: Rationale);
        How(page);
        Keys(page);
        page.Headings(
        [
            (paper.Say("Briefing.Code"), false), (paper.Say("Briefing.Indicator"), false), (paper.Say("ScoringBook.Answer"), false),
            (paper.Say("ScoringBook.Confidence"), false), (paper.Say("ScoringBook.Rationale"), false),
            .. _framework.Scale.Select(step => ($"{step.Level.ToString(CultureInfo.InvariantCulture)} · {_framework.NameOf(step, paper.Culture)}", false)),
        ]);
        sheet.Range(page.Row - 1, Answer, page.Row - 1, page.Last).Style.Alignment.Indent = 1;
        sheet.SheetView.Freeze(page.Row - 1, Page.First + 1);
        sheet.PageSetup.SetRowsToRepeatAtTop(page.Row - 1, page.Row - 1);
        var first = page.Row;
        foreach (var area in _book.Taken)
        {
            Banner(page, area);
            foreach (var indicator in area.Indicators)
                Row(page, area, indicator);
        }

        LightUp(sheet.Range(first, FirstLevel, page.Row - 1, page.Last), first);
        page.Print(paper);
        sheet.Protect().AllowElement(XLSheetProtectionElements.FormatColumns | XLSheetProtectionElements.FormatRows | XLSheetProtectionElements.SelectEverything);
    }

    private void How(Page page)
    {
        var how = paper.Say("ScoringBook.How");
        page.Line(how, size: 10, color: Palette.Quiet, to: Rationale);
        page.Space(6);
    }

    private void Keys(Page page)
    {
        _keys = page.Row;
        string[] keys = [CodeKey, "", AnswerKey, ConfidenceKey, RationaleKey];
        for (var i = 0; i < keys.Length; i++)
            page.Text(Page.First + i, keys[i]);
        foreach (var step in _framework.Scale)
            sheet.Cell(page.Row, FirstLevel + step.Level - _framework.Minimum).SetValue(step.Level);
        sheet.Row(page.Row).Hide();
        page.Row++;
    }

    private void Banner(Page page, Area area)
    {
        var style = page.Text(Page.First, area.Code).Style;
        style.Font.Bold = true;
        var name = page.Text(Page.First + 1, _framework.NameOf(area, paper.Culture) + (_book.Own.Contains(area.Code) ? "" : $" · {paper.Say("ScoringBook.NotYours")}"));
        name.Style.Font.Bold = true;
        sheet.Range(page.Row, Page.First, page.Row, page.Last).Style.Fill.BackgroundColor = Palette.Color(Palette.Ground);
        page.Rule();
        page.End(least: 24);
    }

    private void Row(Page page, Area area, Indicator indicator)
    {
        page.Text(Page.First, indicator.Code).Style.Font.FontColor = Palette.Color(Palette.Quiet);
        page.Text(Page.First + 1, _framework.NameOf(indicator, paper.Culture)).Style.Alignment.WrapText = true;
        if (_book.Sheet.Withheld.Contains(indicator.Code))
            Withheld(page);
        else
            Answers(page, _book.Sheet.Scores.FirstOrDefault(score => score.Indicator == indicator.Code)?.Answer ?? Core.Assessments.Answer.NotAssessed, _book.Own.Contains(area.Code));
        for (var level = _framework.Minimum; level <= _framework.Maximum; level++)
        {
            var text = page.Text(FirstLevel + level - _framework.Minimum, _framework.LevelText(indicator, level, paper.Culture));
            text.Style.Font.FontSize = SmallSize;
            text.Style.Alignment.WrapText = true;
            text.Style.Alignment.Indent = 1;
        }

        sheet.Range(page.Row, Page.First, page.Row, page.Last).Style.Alignment.Vertical = XLAlignmentVerticalValues.Top;
        page.Rule();
        page.End(least: 30);
    }

    private void Withheld(Page page)
    {
        var style = page.Text(Answer, Texts.Of(Core.Release.CellState.Withheld, paper.Culture)).Style;
        (style.Font.FontColor, style.Alignment.WrapText, style.Alignment.Indent) = (Palette.Color(Palette.Quiet), true, 1);
    }

    private void Answers(Page page, Answer given, bool isOwn)
    {
        var answer = sheet.Cell(page.Row, Answer);
        if (given.State == ScoreState.Scored)
            answer.SetValue(given.Level!.Value);
        else
            answer.SetValue(AnswerText.Of(given, paper.Culture));
        answer.Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Left;
        answer.Style.Alignment.WrapText = true;
        if (given.State == ScoreState.Scored)
            answer.Style.Font.Bold = true;
        else
            answer.Style.Font.FontColor = Palette.Color(Palette.Quiet);
        var confidence = sheet.Cell(page.Row, Answer + 1);
        if (given.Confidence != Confidence.Unstated)
            confidence.SetValue(Texts.Of(given.Confidence, paper.Culture));
        // As it is stored, to the letter: what was cleaned would come back as a change.
        var rationale = sheet.Cell(page.Row, Rationale).SetValue(AnswerText.Kept(given.Rationale));
        rationale.Style.NumberFormat.Format = "@";
        rationale.Style.Alignment.WrapText = true;
        var cells = sheet.Range(page.Row, Answer, page.Row, Rationale);
        cells.Style.Alignment.Indent = 1;
        if (!isOwn)
        {
            cells.Style.Font.FontColor = Palette.Color(Palette.Quiet);
            return;
        }

        cells.Style.Protection.Locked = false;
        cells.Style.Fill.BackgroundColor = Palette.Color(Field);
        foreach (var cell in cells.Cells())
            (cell.Style.Border.LeftBorder, cell.Style.Border.LeftBorderColor) = (XLBorderStyleValues.Thin, XLColor.White);
        Choose(answer, choices.Answers, paper.Say("ScoringBook.AnswerHint", _framework.Minimum, _framework.Maximum, AnswerText.Word(ScoreState.NotAssessed, paper.Culture), AnswerText.Word(ScoreState.NotApplicable, paper.Culture)));
        Choose(confidence, choices.Confidences, paper.Say("ScoringBook.ConfidenceHint"));
    }

    private static void Choose(IXLCell cell, IXLRange from, string hint)
    {
        var rule = cell.DataValidation;
        rule.List(from, inCellDropdown: true);
        rule.IgnoreBlanks = true;
        rule.ErrorStyle = XLErrorStyle.Stop;
        rule.ErrorMessage = rule.InputMessage = hint;
    }

    // The description of the chosen level: by a rule of the sheet, so that it follows the choice without a connection.
    private void LightUp(IXLRange levels, int first)
    {
        var (answer, key) = (sheet.Cell(first, Answer).Address, sheet.Cell(_keys, FirstLevel).Address);
        var style = levels.AddConditionalFormat().WhenIsTrue(FormattableString.Invariant($"AND(ISNUMBER(${answer.ColumnLetter}{answer.RowNumber}),${answer.ColumnLetter}{answer.RowNumber}={key.ColumnLetter}${key.RowNumber})"));
        var (fill, ink) = Palette.Level(1, 5);
        style.Fill.SetBackgroundColor(Palette.Color(fill));
        style.Font.SetFontColor(Palette.Color(ink));
        style.Font.SetBold();
    }
}
