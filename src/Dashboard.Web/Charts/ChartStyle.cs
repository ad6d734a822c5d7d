using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;

namespace Dashboard.Web.Charts;

/// <summary>
/// The style of a chart that stands alone: what the style sheet of the pages says of marks, with the light values of its colours written
/// out, because many programs that open a drawing know no variables. So a file cannot look other than the page.
/// </summary>
internal sealed partial class ChartStyle(IWebHostEnvironment host)
{
    private const string Begin = "/* Marks of the charts. */";
    private const string End = "/* End of the marks. */";

    private readonly Lazy<string> _css = new(() => Read(host.WebRootFileProvider));

    public string Css => _css.Value;

    private static string Read(IFileProvider files)
    {
        using var stream = new StreamReader(files.GetFileInfo("app.css").CreateReadStream());
        var sheet = stream.ReadToEnd();
        var light = Token().Matches(sheet).ToDictionary(token => token.Groups[1].Value, token => token.Groups[2].Value);
        return Use().Replace(sheet[(sheet.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)..sheet.IndexOf(End, StringComparison.Ordinal)], use => light[use.Groups[1].Value]);
    }

    [GeneratedRegex(@"--([a-z0-9-]+):(?:light-dark\()?(#[0-9a-f]{3,6})")]
    private static partial Regex Token();

    [GeneratedRegex(@"var\(--([a-z0-9-]+)\)")]
    private static partial Regex Use();
}
