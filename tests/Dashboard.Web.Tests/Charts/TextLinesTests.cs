using System.Globalization;
using System.Text.RegularExpressions;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Web.Charts;

namespace Dashboard.Web.Tests.Charts;

public sealed partial class TextLinesTests
{
    private static readonly CultureInfo Japanese = CultureInfo.GetCultureInfo("ja");

    /// <summary>Lines by how many East Asian letters have room in them.</summary>
    [Theory]
    [InlineData(10, "加盟国の|サイバー防衛演習に|参加する")]
    [InlineData(6, "加盟国の|サイバー|防衛演習に|参加する")]
    [InlineData(4, "加盟国の|サイバー|防衛演習|に|参加する")]
    [InlineData(3, "加盟国|のサイ|バー防|衛演習|に参加|する")]
    [InlineData(9, "30か国規模の|演習への初の|正式参加")]
    [InlineData(6, "30か国規模|の演習への|初の正式参加")]
    [InlineData(9, "相互性と有用性、|取り組みを行い|「高い水準」の維持")]
    [InlineData(12, "Cyber Coalition（又は|同等の定例演習）での地位")]
    [InlineData(8, "要員の英語能力|（保有SLPと|所要SLPの対比）")]
    [InlineData(7, "International| Security| Assistance")]
    [InlineData(8, "Écart : «\u00a0net\u00a0»| de l’équipe")]
    public void Lines_EndWhereAReaderWouldBreathe(int letters, string lines) =>
        Assert.Equal(lines.Split('|').Select(line => line.TrimStart()), TextLines.Break(lines.Replace("|", "", StringComparison.Ordinal), letters * 10, 10));

    public static IEnumerable<string> Titles =>
    [
        .. FrameworkJson.BuiltIn.Indicators.Select(indicator => FrameworkJson.BuiltIn.NameOf(indicator, Japanese)),
        Texts.Get(Japanese, "Headline.Behind", "日本", "北大西洋条約機構", 6, 12, "言語、情報共有"),
        Texts.Get(Japanese, "Headline.NoPeers", "日本", "北大西洋条約機構"),
        Texts.Get(Japanese, "Trend.Counts", 3, 2, 5, 2),
        Texts.Get(Japanese, "Requirements.MeetsAtLeast", "日本", "", "30か国規模の演習への初の正式参加", 3, 9, "2項目は判断不能"),
        Texts.Get(Japanese, "Requirements.Members", 3, 32, "NATO", 12, 17),
    ];

    [Theory]
    [InlineData(277, 13)]
    [InlineData(904, 23)]
    [InlineData(160, 14)]
    public void Titles_LoseNothing_FitAndKeepWordsAndNumbersWhole(int room, double size)
    {
        foreach (var title in Titles)
        {
            var lines = TextLines.Break(title, room, size, bold: true);
            Assert.Equal(title.Replace(" ", "", StringComparison.Ordinal), string.Concat(lines).Replace(" ", "", StringComparison.Ordinal));
            Assert.All(lines, line => Assert.InRange(TextLines.Width(line, bold: true) * size, 0, room));
            Assert.DoesNotMatch(Broken(), lines.Aggregate((before, line) => before + (title.StartsWith(before.Replace("|", "", StringComparison.Ordinal) + " ", StringComparison.Ordinal) ? "| " : "|") + line));
        }
    }

    // Inside katakana, Latin letters or a number; a number without its unit; an ending without its word; a mark on the wrong side.
    [GeneratedRegex("[ァ-ヺー][|][ァ-ヺー]|[A-Za-z0-9][|][A-Za-z0-9]|[0-9][|]\\P{IsBasicLatin}|\\p{IsCJKUnifiedIdeographs}[|]\\p{IsHiragana}|[|][、。：）・]|（[|]")]
    private static partial Regex Broken();
}
