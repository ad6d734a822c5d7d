using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Dashboard.Exports.Incoming;

/// <summary>Texts of a workbook: those that cells share, and those that stand in a cell.</summary>
internal static partial class SharedTexts
{
    /// <summary>The texts that cells name by their place.</summary>
    public static ImmutableArray<string> Read(PackageParts parts, string part, Budget budget)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        parts.Read(part, xml =>
        {
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    texts.Add(ReadText(xml, budget));
                    budget.Tick();
                }
        });
        return texts.ToImmutable();
    }

    /// <summary>All that an element says, its runs of letters one after the other; how it is read aloud (Japanese) is no part of it. The reader is left on its end.</summary>
    public static string ReadText(XmlReader xml, Budget budget)
    {
        var text = new StringBuilder();
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            var spoken = int.MaxValue;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.Depth <= spoken)
                    spoken = xml is { NodeType: XmlNodeType.Element, LocalName: "rPh" } ? xml.Depth : int.MaxValue;
                if (spoken == int.MaxValue && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                    Append(xml.Value);
            }
        }

        budget.Text(text.Length);
        return Escaped().Replace(text.ToString(), match => ((char)int.Parse(match.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

        void Append(string run)
        {
            // Longer than a cell: told before all of it is gathered.
            if (text.Append(run).Length > budget.Limits.CellCharacters)
                budget.Text(text.Length);
        }
    }

    // How the format writes characters that XML cannot: "_x000D_".
    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
