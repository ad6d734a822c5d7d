using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>Reads the parts of a page: its sections as elements, and numbers from their attributes.</summary>
internal static class Drawn
{
    /// <summary>The section that is named by the heading with this id.</summary>
    public static XElement Section(string page, string heading) => XElement.Parse(
        Regex.Match(page, $"<section (?:(?!<section )[^>])*aria-labelledby=\"{heading}\".*?</section>", RegexOptions.Singleline).Value);

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
