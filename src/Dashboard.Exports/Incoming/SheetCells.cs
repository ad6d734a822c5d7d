using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Incoming;

/// <summary>Reads the filled cells of one sheet.</summary>
internal sealed class SheetCells(PackageParts parts, string part, ImmutableArray<string> texts, ImmutableArray<FileCellKind> formats, Budget budget)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;

    public ImmutableArray<FileRow> Read()
    {
        var rows = ImmutableArray.CreateBuilder<FileRow>();
        parts.Read(part, xml =>
        {
            var last = 0;
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
                {
                    last = Next(xml.GetAttribute("r"), last, LastRow);
                    var cells = ReadRow(xml);
                    if (!cells.IsEmpty)
                        rows.Add(new FileRow(last, cells));
                    budget.Tick();
                }
        });
        return rows.ToImmutable();
    }

    private ImmutableArray<FileCell> ReadRow(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return [];
        var cells = ImmutableArray.CreateBuilder<FileCell>();
        var depth = xml.Depth;
        var last = 0;
        while (xml.Read() && xml.Depth > depth)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                last = Next(Letters(xml.GetAttribute("r")), last, LastColumn);
                if (ReadCell(xml, last) is { } cell)
                {
                    budget.Cell();
                    cells.Add(cell);
                }
            }

        return cells.ToImmutable();
    }

    private FileCell? ReadCell(XmlReader xml, int column)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        if (xml.IsEmptyElement)
            return null;
        var depth = xml.Depth;
        string? value = null;
        while (xml.Read() && xml.Depth > depth)
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "v" or "is" })
                value = SharedTexts.ReadText(xml, budget);
        return string.IsNullOrEmpty(value) ? null : type switch
        {
            "s" => Shared(value) is { Length: > 0 } shared ? new FileCell(column, FileCellKind.Text, shared) : null,
            "str" or "inlineStr" => new FileCell(column, FileCellKind.Text, value),
            "b" => new FileCell(column, FileCellKind.Truth, value == "1" ? "TRUE" : "FALSE"),
            "e" => new FileCell(column, FileCellKind.Error, value),
            "d" => new FileCell(column, FileCellKind.Date, value),
            null or "n" => new FileCell(column, KindOf(style), Number(value)),
            _ => throw parts.Damaged(part),
        };
    }

    private string Shared(string place) =>
        int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Length ? texts[at] : throw parts.Damaged(part);

    private string Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? text : throw parts.Damaged(part);

    private FileCellKind KindOf(string? style) =>
        int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < formats.Length ? formats[at] : FileCellKind.Number;

    // Places ascend; one that is not said follows the last.
    private int Next(string? said, int last, int most)
    {
        var next = said is null ? last + 1 : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return next > last && next <= most ? next : throw parts.Damaged(part);
    }

    // "AB12" to 28, as text for the check above.
    private static string? Letters(string? place)
    {
        if (place is null)
            return null;
        var column = 0;
        foreach (var letter in place.TakeWhile(char.IsAsciiLetterUpper).Take(4))
            column = column * 26 + letter - 'A' + 1;
        return column.ToString(CultureInfo.InvariantCulture);
    }
}
