using ClosedXML.Excel;
using Dashboard.Core.Audit;
using Dashboard.Exports.Method;

namespace Dashboard.Exports.Briefings;

/// <summary>How it is calculated: the method document in the reader's language, a paragraph in each row; above it, how far the audit had got, so that it can be held to that.</summary>
internal static class MethodSheet
{
    public static void Write(IXLWorksheet sheet, Paper paper, AuditHead head)
    {
        var page = new Page(sheet, 120);
        page.Begin(paper, paper.Say("Method"));
        page.Line(paper.Say("Briefing.AuditHead", head.Sequence, head.HashText, head.ToNote()), size: 10);
        page.Space();
        foreach (var (kind, text) in MethodLines.Of(MethodDocument.In(paper.Culture).Markdown))
        {
            switch (kind)
            {
                case LineKind.Title:
                    page.Line(text, size: 14, bold: true);
                    break;
                case LineKind.Heading:
                    page.Space(8);
                    page.Line(text, size: 12, bold: true);
                    break;
                case LineKind.Example:
                    page.Line(text, size: 10, color: Palette.Quiet).Alignment.Indent = 2;
                    break;
                default:
                    page.Line(text, size: 10.5);
                    break;
            }
        }

        page.Print(paper);
    }
}
