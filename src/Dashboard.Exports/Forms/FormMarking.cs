using System.Text;
using Dashboard.Exports.Briefings;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Forms;

/// <summary>Puts the marking at the head and foot of every printed page of a form, before what the form has there itself, and into its properties.</summary>
internal static class FormMarking
{
    // What a spreadsheet program takes for a whole header or footer, and how much of it the marking may have.
    private const int Longest = 255, LongestMarking = 180;

    /// <param name="document">The form.</param>
    /// <param name="line">The marking, and whatever else must stand beside it.</param>
    /// <param name="marking">The marking alone.</param>
    public static void Add(SpreadsheetDocument document, string line, string marking)
    {
        var book = document.WorkbookPart!;
        var shown = (line.Length <= LongestMarking ? line : line[..(LongestMarking - 1)] + "…").Clean().Replace("&", "&&", StringComparison.Ordinal);
        foreach (var sheet in book.WorksheetParts.Select(part => (OpenXmlPartRootElement)part.Worksheet).Concat(book.ChartsheetParts.Select(part => part.Chartsheet)))
        {
            if (sheet.GetFirstChild<HeaderFooter>() is not { } all)
                sheet.AddChild(all = new HeaderFooter());
            all.OddHeader = new OddHeader(With(shown, all.OddHeader));
            all.OddFooter = new OddFooter(With(shown, all.OddFooter));
            if (all.DifferentOddEven?.Value == true)
                (all.EvenHeader, all.EvenFooter) = (new EvenHeader(With(shown, all.EvenHeader)), new EvenFooter(With(shown, all.EvenFooter)));
            if (all.DifferentFirst?.Value == true)
                (all.FirstHeader, all.FirstFooter) = (new FirstHeader(With(shown, all.FirstHeader)), new FirstFooter(With(shown, all.FirstFooter)));
        }

        document.PackageProperties.Subject = document.PackageProperties.Category = marking.Clean();
    }

    // In the middle, above what stands there. Of what is too long for one line the form's own goes first.
    private static string With(string marking, OpenXmlLeafTextElement? own)
    {
        var (left, middle, right) = Parts(own?.Text ?? "");
        string[] ways = [Line(left, middle.Length == 0 ? marking : $"{marking}\n{middle}", right), Line(left, marking, right), Line("", marking, "")];
        return ways.First(way => way.Length <= Longest || way == ways[^1]);
    }

    private static string Line(string left, string middle, string right) => (left.Length > 0 ? "&L" + left : "") + "&C" + middle + (right.Length > 0 ? "&R" + right : "");

    private static (string Left, string Middle, string Right) Parts(string line)
    {
        var parts = new Dictionary<char, StringBuilder> { ['L'] = new(), ['C'] = new(), ['R'] = new() };
        var now = parts['C'];
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '&' || i + 1 == line.Length)
            {
                now.Append(line[i]);
                continue;
            }

            var code = char.ToUpperInvariant(line[++i]);
            // The name of a lettering stands in quotation marks and may hold any of the codes.
            var end = code == '"' && line.IndexOf('"', i + 1) is >= 0 and var close ? close : i;
            if (parts.TryGetValue(code, out var other))
                now = other;
            else
                now.Append('&').Append(line.AsSpan(i, end - i + 1));
            i = end;
        }

        return (parts['L'].ToString(), parts['C'].ToString(), parts['R'].ToString());
    }
}
