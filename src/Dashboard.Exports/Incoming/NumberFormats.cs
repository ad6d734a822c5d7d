using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Incoming;

/// <summary>How a workbook shows numbers: what tells a date and a percentage from other numbers.</summary>
internal static partial class NumberFormats
{
    /// <summary>For each style of a cell, what a number in it is.</summary>
    public static ImmutableArray<FileCellKind> Read(PackageParts parts, string part)
    {
        var own = new Dictionary<int, string>();
        var styles = ImmutableArray.CreateBuilder<FileCellKind>();
        parts.Read(part, xml =>
        {
            var inCells = false;
            while (xml.Read())
            {
                if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "cellXfs" })
                    inCells = false;
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "cellXfs")
                    inCells = true;
                else if (xml.LocalName == "numFmt")
                    own[Id(xml)] = xml.GetAttribute("formatCode") ?? "";
                else if (inCells && xml.LocalName == "xf")
                    styles.Add(KindOf(Id(xml), own));
            }
        });
        return styles.ToImmutable();
    }

    private static int Id(XmlReader xml) => int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    // ECMA-376, 18.8.30: the formats that every program knows by number; those of East Asia are dates too.
    private static FileCellKind KindOf(int id, Dictionary<int, string> own) => id switch
    {
        9 or 10 => FileCellKind.Percent,
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) => FileCellKind.Date,
        _ when own.TryGetValue(id, out var format) => Unquoted().Replace(format, "") is var code && code.Contains('%') ? FileCellKind.Percent
            : Dated().IsMatch(code) ? FileCellKind.Date
            : FileCellKind.Number,
        _ => FileCellKind.Number,
    };

    // Words and colours of a format say nothing of what it is.
    [GeneratedRegex("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.")]
    private static partial Regex Unquoted();

    // Neither "General", which some programs write out, nor the E of a power of ten.
    [GeneratedRegex("[ymdhs]", RegexOptions.IgnoreCase)]
    private static partial Regex Dated();
}
