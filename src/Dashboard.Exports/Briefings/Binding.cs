using System.Reflection;
using System.Text.RegularExpressions;
using ClosedXML.Excel;
using DocumentFormat.OpenXml.Packaging;
using S = DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Briefings;

/// <summary>Makes a file of sheets: ClosedXML writes them, and what it knows nothing of, values beside formulas and charts, is put in afterwards.</summary>
internal static partial class Binding
{
    private static readonly string Product = typeof(Binding).Assembly.GetCustomAttribute<AssemblyProductAttribute>()!.Product;

    /// <param name="paper">What all sheets have in common.</param>
    /// <param name="sheets">Writes them.</param>
    public static byte[] Write(Paper paper, Action<XLWorkbook> sheets)
    {
        using var stream = new MemoryStream();
        using (var book = new XLWorkbook())
        {
            book.Style.Font.FontName = paper.Font;
            book.Style.Font.FontSize = 11;
            book.Style.Font.FontColor = Palette.Color(Palette.Ink);
            book.Properties.Title = paper.Title.Clean();
            // What shows a file's properties shows the one or the other.
            book.Properties.Subject = book.Properties.Category = paper.Classification.Clean();
            book.Properties.Keywords = string.Join("; ", paper.Keywords).Clean();
            (book.Properties.Author, book.Properties.LastModifiedBy, book.Properties.Company) = (Product, Product, "");
            // No clock: the file says when its figures are of, not when it was written.
            book.Properties.Created = book.Properties.Modified = paper.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            sheets(book);
            book.SaveAs(stream);
        }

        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var book = document.WorkbookPart!;
            paper.Live.AddTo(book);
            ChartDrawing.AddTo(book, paper.Charts);
            foreach (var name in book.Workbook.DefinedNames?.Elements<S.DefinedName>().Where(n => n.Name == "_xlnm.Print_Titles") ?? [])
                name.Text = Relative().Replace(name.Text, "!$$$1:$$$2");
        }

        return stream.ToArray();
    }

    // ClosedXML names the rows to repeat on every page without the signs that other readers ask for.
    [GeneratedRegex("!([0-9]+):([0-9]+)$")]
    private static partial Regex Relative();
}
