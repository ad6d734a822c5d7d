using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Exports.Method;

namespace Dashboard.Web.Tests.Method;

public sealed class MethodPageTests(Server server) : IClassFixture<Server>
{
    [Theory]
    [InlineData("en", "How readiness is scored", "too close to call")]
    [InlineData("ja", "即応性の算定方法", "僅差")]
    [InlineData("fr", "Comment la préparation est calculée", "trop serré")]
    public async Task Page_IsTheDocument_InTheReadersLanguage(string language, string title, string finding)
    {
        using var client = await server.ClientAsync("administrator", language);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/method"));
        var article = Regex.Match(page, "<article class=\"card method\" lang=\"(\\w+)\">(.*?)</article>", RegexOptions.Singleline);
        Assert.Equal(language, article.Groups[1].Value);
        var text = article.Groups[2].Value;
        Assert.Contains($">{title}</h1>", text);
        Assert.Contains(finding, text);
        var markdown = MethodDocument.In(CultureInfo.GetCultureInfo(language)).Markdown;
        Assert.Equal(Regex.Count(markdown, "^## ", RegexOptions.Multiline), Regex.Count(text, "<h2"));
        Assert.Equal(Regex.Count(markdown, @"^\| ---", RegexOptions.Multiline), Regex.Count(text, "<table>"));
        // Every mark is understood, though Japanese puts no spaces around it.
        Assert.DoesNotContain("*", text);
        // The contents name each part, by the same address in every language; no other link is there, and none leads out of the document.
        var parts = Regex.Matches(text, "<h2 id=\"([^\"]+)\">([^<]+)</h2>").Select(m => ($"/method#{m.Groups[1].Value}", m.Groups[2].Value)).ToList();
        Assert.Equal(Regex.Count(text, "<h2"), parts.Count);
        Assert.Equal(parts, Regex.Matches(text, "<a href=\"([^\"]+)\">([^<]+)</a>").Select(m => (m.Groups[1].Value, m.Groups[2].Value)));
        Assert.Equal(parts.Count, Regex.Count(text, "<a "));
        Assert.Contains("/method#how-sure", parts.Select(part => part.Item1));
    }
}
