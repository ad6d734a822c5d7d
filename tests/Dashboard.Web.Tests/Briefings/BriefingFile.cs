using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClosedXML.Excel;

namespace Dashboard.Web.Tests.Briefings;

/// <summary>A downloaded briefing.</summary>
internal sealed partial class BriefingFile(byte[] content) : IDisposable
{
    private const int Columns = 15;
    private static readonly XNamespace Chart = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private readonly XLWorkbook _book = new(new MemoryStream(content));

    public string Marking => _book.Worksheet(1).Cell("B1").GetString();

    public string Language => _book.Worksheet(1).Name;

    /// <summary>The table, a row for each area and the total: figures as numbers, words as texts.</summary>
    public IEnumerable<object[]> GapTable(int rows)
    {
        var sheet = _book.Worksheet(2);
        var heading = sheet.CellsUsed().First(c => Text(c) == "n").Address.RowNumber;
        return Enumerable.Range(heading + 1, rows).Select(r => Enumerable.Range(2, Columns).Select(c => Value(sheet.Cell(r, c))).ToArray());
    }

    /// <summary>The bars of the chart from top to bottom, from its own cache; null where there is none.</summary>
    public IEnumerable<double?> Bars() => Points(Of("barChart").Descendants(Chart + "val"));

    /// <summary>A line of the radar, in the framework's order; null where it breaks.</summary>
    /// <param name="name">Its name.</param>
    public IEnumerable<double?> Shape(string name) => Points(Of("radarChart").Descendants(Chart + "ser")
        .Single(series => series.Element(Chart + "tx")!.Descendants(Chart + "v").Single().Value == name).Descendants(Chart + "val"));

    /// <summary>The head of the audit that it was written with, as it is given to "audit verify --head".</summary>
    public string NotedHead => _book.Worksheets.SelectMany(s => s.CellsUsed()).Select(c => HeadNote().Match(Text(c))).Single(m => m.Success).Value;

    /// <summary>Everything that it says but the head of the audit, which every export moves: every cell of every sheet, and the charts.</summary>
    public IEnumerable<string> ContentBesideTheHead() => Content().Where(cell => !HeadNote().IsMatch(cell));

    private IEnumerable<string> Content() => _book.Worksheets.SelectMany(s => s.CellsUsed().Select(c => $"{s.Name} {c.Address} {c.DataType} {Text(c)} {c.Style.NumberFormat.Format}"))
        .Concat(Charts());

    public void Dispose() => _book.Dispose();

    private XDocument Of(string kind) => Charts().Select(XDocument.Parse).Single(x => x.Descendants(Chart + kind).Any());

    private static IEnumerable<double?> Points(IEnumerable<XElement> series)
    {
        var all = series.ToList();
        var count = (int)all[0].Descendants(Chart + "ptCount").Single().Attribute("val")!;
        return Enumerable.Range(0, count).Select(i => (double?)all.SelectMany(s => s.Descendants(Chart + "pt")).SingleOrDefault(p => (int)p.Attribute("idx")! == i));
    }

    private IEnumerable<string> Charts()
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        return [.. zip.Entries.Where(e => e.FullName.Contains("/charts/chart", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).Select(Text)];

        static string Text(ZipArchiveEntry entry)
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }
    }

    [GeneratedRegex("[0-9]+:[0-9a-f]{64}")]
    private static partial Regex HeadNote();

    // What stands in the file: the library that reads it would work formulas out, and knows few functions.
    private static string Text(IXLCell cell) => cell.HasFormula ? $"={cell.FormulaA1} {cell.CachedValue}" : cell.GetString();

    private static object Value(IXLCell cell) => cell.HasFormula ? Convert.ToDouble(cell.CachedValue, CultureInfo.InvariantCulture) : cell.DataType == XLDataType.Number ? cell.GetDouble() : cell.GetString();
}
