using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>Reads the parts of a page: its sections as elements, and numbers from their attributes.</summary>
internal static class Drawn
{
    /// <summary>The section that is named by the heading with this id.</summary>
    public static XElement Section(string page, string heading) => XElement.Parse(
        Regex.Match(page, $"<section (?:(?!<section )[^>])*aria-labelledby=\"{heading}\".*?</section>", RegexOptions.Singleline).Value);

    /// <summary>The finding over the page, whatever it is broken by.</summary>
    public static string Headline(string page) =>
        WebUtility.HtmlDecode(Regex.Replace(Regex.Match(page, "<h1>(.*?)</h1>", RegexOptions.Singleline).Groups[1].Value, "<[^>]*>", ""));

    /// <summary>A drawing that leaves as a file, without its namespace, so that it reads as a page's does.</summary>
    public static XElement File(string svg)
    {
        return Plain(XDocument.Parse(svg).Root!);

        static XElement Plain(XElement element) =>
            new(element.Name.LocalName, element.Attributes().Where(a => !a.IsNamespaceDeclaration), element.Nodes().Select(node => node is XElement child ? Plain(child) : node));
    }

    /// <summary>What is drawn: each element with its attributes and own words, whatever lies between them.</summary>
    public static string Lines(this XElement drawing) => string.Join('\n', drawing.DescendantsAndSelf().Select(e =>
        $"{e.Name.LocalName} {string.Join(' ', e.Attributes())} {string.Concat(e.Nodes().OfType<XText>().Select(text => text.Value)).Trim()}"));

    /// <summary>The values of a list in the page's form.</summary>
    public static IEnumerable<string> Options(string page, string name) =>
        Regex.Matches(Regex.Match(page, $"<select name=\"{name}\">.*?</select>", RegexOptions.Singleline).Value, "<option value=\"([^\"]*)\"").Select(m => m.Groups[1].Value);

    public static IEnumerable<XElement> All(this XElement element, string name, string type) =>
        element.Descendants(name).Where(e => ((string?)e.Attribute("class") ?? "").Split(' ').Contains(type));

    public static double Number(this XElement element, string attribute) =>
        double.Parse(((string)element.Attribute(attribute)!).TrimEnd('%'), CultureInfo.InvariantCulture);

    /// <summary>The words of an element without those of its children of a name.</summary>
    public static string Words(this XElement element, string? without = null) =>
        string.Concat(element.DescendantNodes().OfType<XText>().Where(text => text.Parent!.Name.LocalName != without).Select(text => text.Value)).Trim();
}
