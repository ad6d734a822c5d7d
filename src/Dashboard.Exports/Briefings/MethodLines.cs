using System.Text;
using System.Text.RegularExpressions;

namespace Dashboard.Exports.Briefings;

/// <summary>What a line of the method is.</summary>
internal enum LineKind
{
    Title,
    Heading,
    Text,
    Example,
}

/// <summary>The method document as plain lines: paragraphs joined, marks of Markdown taken away.</summary>
internal static partial class MethodLines
{
    public static IEnumerable<(LineKind Kind, string Text)> Of(string markdown)
    {
        var paragraph = new StringBuilder();
        var kind = LineKind.Text;
        foreach (var raw in markdown.Split('\n').Append(""))
        {
            var line = raw.TrimEnd();
            var isContinued = line.Length > 0 && !BeginsAnew().IsMatch(line)
                && !(line.StartsWith('>') && (kind != LineKind.Example || line.Length <= 1));
            if (paragraph.Length > 0 && !isContinued)
            {
                yield return (kind, Plain(paragraph.ToString()));
                paragraph.Clear();
            }

            if (line.StartsWith('#'))
                yield return (line.StartsWith("##", StringComparison.Ordinal) ? LineKind.Heading : LineKind.Title, Plain(line.TrimStart('#', ' ')));
            else if (line.StartsWith('|'))
            {
                if (!TableRule().IsMatch(line))
                    yield return (LineKind.Text, Plain(string.Join("  ·  ", line.Trim('|').Split('|', StringSplitOptions.TrimEntries))));
            }
            else if (line.Length > 0)
            {
                if (paragraph.Length == 0)
                    kind = line.StartsWith('>') ? LineKind.Example : LineKind.Text;
                paragraph.Append(paragraph.Length > 0 ? " " : "").Append(Bullet().Replace(line.TrimStart('>', ' '), "•  "));
            }
        }
    }

    private static string Plain(string text) => Link().Replace(text.Replace("*", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal), "$1");

    [GeneratedRegex(@"^(#|\||\s*- |\d\. )")]
    private static partial Regex BeginsAnew();

    [GeneratedRegex(@"^\|[\s|:-]+\|$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^\s*- ")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]*\)")]
    private static partial Regex Link();
}
