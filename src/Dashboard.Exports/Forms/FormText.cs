using System.Text.RegularExpressions;
using Dashboard.Exports.Briefings;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Dashboard.Exports.Forms;

/// <summary>The text of a cell, which may be written in several letterings, with what it asks for between double braces.</summary>
internal static partial class FormText
{
    // What a spreadsheet program lets into a cell.
    private const int Longest = 32_767;

    /// <summary>What a text asks for: how it is written, and what stands between the braces.</summary>
    public static IReadOnlyList<(string Written, string Name)> AskedIn(string text) => [.. Braces().Matches(text).Select(match => (match.Value, match.Groups[1].Value))];

    /// <summary>All that a text says; how it is read aloud (Japanese) is no part of it.</summary>
    public static string Of(OpenXmlElement text) => string.Concat(Pieces(text).Select(piece => piece.Text));

    /// <summary>Puts answers in the place of what a text asks for, each in the lettering in which its question begins. What has no answer stays.</summary>
    public static void Fill(OpenXmlElement text, IReadOnlyDictionary<string, string> answers)
    {
        // It was said of the words that were there.
        foreach (var spoken in text.Elements().Where(child => child is PhoneticRun or PhoneticProperties).ToList())
            spoken.Remove();
        var pieces = Pieces(text).ToList();
        foreach (var match in Braces().Matches(Of(text)).Reverse())
            if (answers.TryGetValue(match.Value, out var said))
                Exchange(pieces, match.Index, match.Length, said);
        var left = Longest;
        foreach (var piece in pieces)
        {
            piece.Text = piece.Text.Length <= left ? piece.Text : piece.Text[..left];
            piece.Space = SpaceProcessingModeValues.Preserve;
            left -= piece.Text.Length;
        }
    }

    /// <summary>A text as a workbook holds it: without what XML cannot hold, and with nothing that a program would take for a character written in figures.</summary>
    public static string Plain(string text) => Figures().Replace(text.Clean(), "_x005F_");

    private static IEnumerable<Text> Pieces(OpenXmlElement text) => text.Elements().SelectMany(child => child switch
    {
        Text plain => [plain],
        Run run => run.Elements<Text>(),
        _ => [],
    });

    // From the last question to the first: what comes before one keeps its place.
    private static void Exchange(List<Text> pieces, int from, int length, string said)
    {
        var (start, isFirst) = (0, true);
        foreach (var piece in pieces)
        {
            var whole = piece.Text;
            var (begin, end) = (Math.Max(from - start, 0), Math.Min(from + length - start, whole.Length));
            start += whole.Length;
            if (begin >= end)
                continue;
            piece.Text = whole[..begin] + (isFirst ? Plain(said) : "") + whole[end..];
            isFirst = false;
        }
    }

    [GeneratedRegex(@"\{\{\s*([^{}]{1,80}?)\s*\}\}")]
    private static partial Regex Braces();

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Figures();
}
