using System.Text.RegularExpressions;

namespace Dashboard.Exports.Tests.Method;

/// <summary>A method document taken apart: its headings, paragraphs, items, examples and table rows, each with the figures in it.</summary>
internal static partial class MethodBlocks
{
    public static IReadOnlyList<string> Of(string markdown)
    {
        var blocks = new List<string>();
        var isOpen = false;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (isOpen && line.Length > 0 && !Start().IsMatch(line) && blocks[^1].StartsWith('>') == line.StartsWith('>'))
                blocks[^1] += " " + line.TrimStart('>', ' ');
            else if (line.Length > 0)
                blocks.Add(line);
            isOpen = line.Length > 0 && !line.StartsWith('#') && !line.StartsWith('|');
        }

        return blocks;
    }

    /// <summary>What a block is and which figures it holds, in order, a language's way of writing them evened out.</summary>
    public static string Shape(string block, string language)
    {
        var kind = Kind().Match(block).Value;
        string[] parts = kind == "|" ? block.Trim('|').Split('|') : [block[kind.Length..]];
        return $"{kind} {string.Join(" | ", parts.Select(part => string.Join(' ', Figure().Matches(Even(part, language)).Select(m => m.Value))))}";
    }

    private static string Even(string text, string language)
    {
        text = Day().Replace(text, "$2年6月$1日");
        return language switch
        {
            // French parts thousands by a narrow space and decimals by a comma, as the screens do in French.
            "fr" => DecimalComma().Replace(text.Replace("\u202F", "", StringComparison.Ordinal), "."),
            // The Japanese name of the upper quartile has a figure in it.
            "ja" => Thousands().Replace(text.Replace("第3四分位数", "", StringComparison.Ordinal), ""),
            _ => Thousands().Replace(text, ""),
        };
    }

    [GeneratedRegex(@"^(#|- |\d\. |\|)")]
    private static partial Regex Start();

    [GeneratedRegex(@"^(#+|-(?= )|\d\.(?= )|\||>)?")]
    private static partial Regex Kind();

    [GeneratedRegex(@"[+−±]?\d+(\.\d+)?")]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(?!\d))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"(?<=\d),(?=\d)")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"(\d+) (?:June|juin) (\d{4})")]
    private static partial Regex Day();
}
