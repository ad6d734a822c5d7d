using System.Globalization;
using System.Net;
using Dashboard.Web.Charts;

namespace Dashboard.Web.Tests.Charts;

public sealed class MarksTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(2.5, "2.5")]
    [InlineData(-2.5, "-2.5")]
    [InlineData(97.504, "97.5")]
    [InlineData(0.05, "0.05")]
    [InlineData(-0.05, "-0.05")]
    [InlineData(-0.004, "0")]
    [InlineData(0.995, "1")]
    [InlineData(1234.56, "1234.56")]
    public void Number_IsInHundredths_WithAPointInEveryLanguage(double number, string written)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr");
        try
        {
            Assert.Equal($"<line x1=\"{written}%\"/>", new Marks().Add($"<line x1=\"{number}%\"/>").Markup.Value);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("""<b a="1" b='2'>&amp;""", "&lt;b a=&quot;1&quot; b=&#x27;2&#x27;&gt;&amp;amp;")]
    [InlineData("語学 – l’été", "語学 – l’été")]
    [InlineData(null, "")]
    public void Text_IsEscaped_AsThatOfComponentsIs(string? text, string written)
    {
        Assert.Equal($"<td class=\"{written}\">{written}</td>", new Marks().Add($"<td class=\"{text}\">{text}</td>").Markup.Value);
    }

    [Fact]
    public void LongText_IsWhole_WhateverIsEscapedInIt()
    {
        var text = string.Concat(Enumerable.Repeat("a&b<語>", 5000));
        Assert.Equal(text, WebUtility.HtmlDecode(new Marks().Add($"{text}").Markup.Value));
    }

    [Fact]
    public void OtherMarks_StandAsTheyAre()
    {
        var dot = new Marks().Add($"<circle r=\"{2.5}\"/>").Done();
        Assert.Equal("<g><circle r=\"2.5\"/><circle r=\"2.5\"/></g>", new Marks().Add($"<g>{dot}{dot}</g>").Markup.Value);
    }
}
