using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Security;

namespace Dashboard.Web.Tests.Shell.Colours;

/// <summary>The design tokens of the style sheet, in one theme.</summary>
internal sealed partial class Tokens
{
    private static readonly string Sheet = Repository.Read("src/Dashboard.Web/wwwroot/app.css");

    private readonly Dictionary<string, Colour> _colours;

    private Tokens(bool isLight) => _colours = Token().Matches(Sheet).ToDictionary(
        token => token.Groups["name"].Value,
        token => Colour.Of(token.Groups["one"].Success ? token.Groups["one"].Value : token.Groups[isLight ? "light" : "dark"].Value));

    public static Tokens Light { get; } = new(isLight: true);

    public static Tokens Dark { get; } = new(isLight: false);

    public static IEnumerable<(string Theme, Tokens Tokens)> Themes => [("light", Light), ("dark", Dark)];

    public IEnumerable<string> Names => _colours.Keys;

    public Colour this[string name] => _colours[name];

    /// <summary>How opaque the style sheet draws a kind of mark.</summary>
    public static double Opacity(string rule, string property) => double.Parse(
        Regex.Match(Sheet, $$"""^{{Regex.Escape(rule)}} \{[^}]*(?<![\w-]){{property}}:([\d.]+)""", RegexOptions.Multiline).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The token in which the style sheet draws a kind of mark.</summary>
    public static string ColourOf(string rule, string property) =>
        Regex.Match(Sheet, $$"""^{{Regex.Escape(rule)}} \{[^}]*(?<![\w-]){{property}}:var\(--([a-z0-9-]+)\)""", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"(?<![\w(-])--(?<name>[a-z0-9-]+):(?:light-dark\((?<light>#[0-9a-f]+), (?<dark>#[0-9a-f]+)\)|(?<one>#[0-9a-f]+))")]
    private static partial Regex Token();
}
