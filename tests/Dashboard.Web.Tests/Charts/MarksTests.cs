using System.Globalization;
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
}
