using System.Collections.Frozen;
using System.Globalization;
using Dashboard.Exports.Method;
using Markdig;
using Markdig.Helpers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dashboard.Web.Method;

/// <summary>The method document as a page: what comes before its first part, its parts by name, and their text.</summary>
internal sealed record MethodText(string Beginning, IReadOnlyList<(string Id, string Title)> Parts, string Rest)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    // Named after the English headings: the same address leads to the same part in every language.
    private static readonly string[] Ids =
        [.. Headings(Parse(MethodDocument.In(CultureInfo.InvariantCulture))).Select(heading => LinkHelper.Urilize(Title(heading), allowOnlyAscii: true))];

    private static readonly FrozenDictionary<string, MethodText> Texts = MethodDocument.All.ToFrozenDictionary(document => document.Language, Of);

    public static MethodText In(string language) => Texts[language];

    private static MethodText Of(MethodDocument document)
    {
        var parsed = Parse(document);
        var parts = Headings(parsed).Zip(Ids).ToList();
        foreach (var (heading, id) in parts)
            heading.GetAttributes().Id = id;
        var html = parsed.ToHtml(Pipeline);
        var first = html.IndexOf("<h2", StringComparison.Ordinal);
        return new MethodText(html[..first], [.. parts.Select(part => (part.Second, Title(part.First)))], html[first..]);
    }

    private static MarkdownDocument Parse(MethodDocument document) => Markdown.Parse(document.Markdown, Pipeline);

    private static IEnumerable<HeadingBlock> Headings(MarkdownDocument document) => document.OfType<HeadingBlock>().Where(heading => heading.Level == 2);

    private static string Title(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants<LiteralInline>());
}
