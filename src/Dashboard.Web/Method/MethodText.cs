using Dashboard.Exports.Method;
using Markdig;

namespace Dashboard.Web.Method;

/// <summary>docs/scoring.md as a page.</summary>
internal static class MethodText
{
    public static string Html { get; } =
        Markdown.ToHtml(MethodDocument.Markdown, new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build());
}
