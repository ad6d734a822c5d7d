using System.Reflection;
using Markdig;

namespace Dashboard.Web.Method;

/// <summary>docs/scoring.md as a page.</summary>
internal static class MethodText
{
    public static string Html { get; } = Render();

    private static string Render()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("scoring.md")
            ?? throw new InvalidOperationException("docs/scoring.md is missing from the build.");
        using var reader = new StreamReader(stream);
        return Markdown.ToHtml(reader.ReadToEnd(), new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build());
    }
}
