using ClosedXML.Excel;
using Dashboard.Core.Forms;
using Dashboard.Core.Frameworks;

namespace Dashboard.Exports.Forms;

/// <summary>An invented form of an alliance, which a demonstration holds: with a look and formulas of its own, and places that ask in both ways.</summary>
public static class SampleForm
{
    public const string Code = "RSF";

    public const string Name = "Readiness submission form";

    private const string Band = "#1F3A5F", Pale = "#E8EEF5", Line = "#B8C4D2";

    // Sheets count from 1; the areas begin below the heads.
    private const int First = 12, Last = 8;

    /// <param name="framework">The framework whose areas it asks for.</param>
    public static byte[] Write(Framework framework)
    {
        using var book = new XLWorkbook();
        book.Style.Font.FontName = "Calibri";
        book.Properties.Title = Name;
        var sheet = book.AddWorksheet("Submission");
        sheet.ShowGridLines = false;
        double[] widths = [2, 44, 20, 20, 20, 6, 24, 74];
        for (var i = 0; i < widths.Length; i++)
            sheet.Column(i + 1).Width = widths[i];
        Head(sheet);
        var end = Areas(sheet, framework);
        Foot(sheet, end);
        sheet.PageSetup.PageOrientation = XLPageOrientation.Landscape;
        sheet.PageSetup.PaperSize = XLPaperSize.A4Paper;
        sheet.PageSetup.FitToPages(1, 1);
        (sheet.PageSetup.Margins.Top, sheet.PageSetup.Margins.Bottom, sheet.PageSetup.Margins.Header, sheet.PageSetup.Margins.Footer) = (0.75, 0.75, 0.35, 0.35);
        sheet.PageSetup.CenterHorizontally = true;
        sheet.PageSetup.Footer.Left.AddText("Form RSF, edition 3");
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    private static void Head(IXLWorksheet sheet)
    {
        var title = sheet.Range(2, 2, 3, Last).Merge();
        title.Value = "READINESS SUBMISSION FORM";
        title.Style.Font.SetBold().Font.SetFontSize(20).Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(XLColor.FromHtml(Band))
            .Alignment.SetVertical(XLAlignmentVerticalValues.Center).Alignment.SetIndent(1);
        (string Label, string Asks)[] lines = [("Nation", "{{subject}} ({{subject.code}})"), ("Compared with", "{{benchmark}}, cycle {{cycle}}"), ("As of", "{{as-of}}"), ("Marking", "{{marking}}"), ("Finding", "{{headline}}")];
        for (var i = 0; i < lines.Length; i++)
        {
            var row = 5 + i;
            sheet.Cell(row, 2).SetValue(lines[i].Label).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top).Font.SetBold().Font.SetFontColor(XLColor.FromHtml(Band));
            var answer = sheet.Range(row, 3, row, Last).Merge();
            answer.Value = lines[i].Asks;
            answer.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top)
                .Border.SetBottomBorder(XLBorderStyleValues.Hair).Border.SetBottomBorderColor(XLColor.FromHtml(Line));
        }

        sheet.Row(9).Height = 32;
    }

    private static int Areas(IXLWorksheet sheet, Framework framework)
    {
        string[] heads = ["Area", "Own score", "Benchmark", "Gap", "n", "Finding", "Weakest indicator"];
        for (var i = 0; i < heads.Length; i++)
            sheet.Cell(First - 1, 2 + i).SetValue(heads[i]).Style.Alignment.SetHorizontal(i is > 0 and < 5 ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left);
        sheet.Range(First - 1, 2, First - 1, Last).Style.Font.SetBold().Font.SetFontColor(XLColor.White).Fill.SetBackgroundColor(XLColor.FromHtml(Band));
        var row = First;
        foreach (var code in framework.Areas.Select(area => area.Code).Append("total"))
        {
            string[] keys = ["name", "score", "benchmark", "gap", "n", "finding", "weakest"];
            for (var i = 0; i < keys.Length; i++)
                sheet.Cell(row, 2 + i).SetValue($"{{{{{code}.{keys[i]}}}}}").Style.Alignment.SetHorizontal(i is > 0 and < 5 ? XLAlignmentHorizontalValues.Right : XLAlignmentHorizontalValues.Left).Alignment.SetIndent(i == 5 ? 1 : 0);
            if (row % 2 == 0)
                sheet.Range(row, 2, row, Last).Style.Fill.SetBackgroundColor(XLColor.FromHtml(Pale));
            row++;
        }

        sheet.Range(row - 1, 2, row - 1, Last).Style.Font.SetBold().Border.SetTopBorder(XLBorderStyleValues.Medium).Border.SetTopBorderColor(XLColor.FromHtml(Band));
        var gaps = sheet.Range(First, 5, row - 1, 5);
        gaps.AddConditionalFormat().WhenLessThan("=-1").Font.SetFontColor(XLColor.FromHtml("#B3261E"));
        gaps.AddConditionalFormat().WhenGreaterThan("=1").Font.SetFontColor(XLColor.FromHtml("#1B6E3C"));
        return row;
    }

    // What the form works out itself, from what it is given; and a cell that asks by its name.
    private static void Foot(IXLWorksheet sheet, int row)
    {
        var own = FormattableString.Invariant($"C{First}:C{row - 2}");
        (string Label, string Formula, string Format)[] lines =
        [
            ("Areas with a score", $"COUNT({own})", "0"),
            ("Lowest area score", $"IF(COUNT({own})=0,\"none\",MIN({own}))", "0.0"),
            ("Areas one level or more behind", FormattableString.Invariant($"COUNTIF(E{First}:E{row - 2},\"<=-1\")"), "0"),
        ];
        for (var i = 0; i < lines.Length; i++)
        {
            sheet.Cell(row + 1 + i, 2).SetValue(lines[i].Label);
            sheet.Cell(row + 1 + i, 3).SetFormulaA1(lines[i].Formula).Style.NumberFormat.SetFormat(lines[i].Format).Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        }

        sheet.Cell(row + 1, 7).SetValue("Members compared with");
        var members = sheet.Cell(row + 1, 8);
        members.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left);
        members.AddToNamed(new FormField(FormScope.Report, null, "members").CellName);
        sheet.Cell(row + 2, 7).SetValue("Source").Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Cell(row + 2, 8).SetValue("{{source}}").Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        sheet.Cell(row + 5, 2).SetValue("Submitted by").Style.Font.SetFontColor(XLColor.FromHtml(Band));
        sheet.Range(row + 5, 3, row + 5, 7).Style.Border.SetBottomBorder(XLBorderStyleValues.Thin);
    }
}
