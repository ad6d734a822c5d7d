using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Shell;

/// <summary>The design tokens, read from the one style sheet that defines them.</summary>
internal static partial class Tokens
{
    private static readonly string Sheet = Read();

    /// <summary>Name to value in the light theme, for example accent to #1746a2.</summary>
    public static ImmutableDictionary<string, string> Light { get; } = Of(":root {");

    /// <summary>Name to value in the dark theme.</summary>
    public static ImmutableDictionary<string, string> Dark { get; } = Light.SetItems(Of(":root[data-theme=dark] {"));

    private static ImmutableDictionary<string, string> Of(string selector)
    {
        var begin = Sheet.IndexOf(selector, StringComparison.Ordinal);
        var block = Sheet[begin..Sheet.IndexOf('}', begin)];
        return Token().Matches(block).ToImmutableDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    private static string Read()
    {
        using var reader = new StreamReader(typeof(Tokens).Assembly.GetManifestResourceStream("app.css")!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("--([a-z0-9-]+):([^;]+);")]
    private static partial Regex Token();
}
