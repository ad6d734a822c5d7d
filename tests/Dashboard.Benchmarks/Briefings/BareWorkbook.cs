using ClosedXML.Excel;

namespace Dashboard.Benchmarks.Briefings;

/// <summary>The floor: the same number of cells, half of them numbers, written by ClosedXML without a style, a chart or a rule.</summary>
internal static class BareWorkbook
{
    private const int Columns = 15;

    public static byte[] Write(int cells)
    {
        using var book = new XLWorkbook();
        var sheet = book.AddWorksheet("A");
        book.AddWorksheet("B");
        for (var i = 0; i < cells; i++)
        {
            var cell = sheet.Cell(i / Columns + 1, i % Columns + 1);
            if (i % 2 == 0)
                cell.SetValue(i * 0.1);
            else
                cell.SetValue("a text of some length");
        }

        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }
}
