using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Web.Shell;

/// <summary>Every link of the product is built here.</summary>
internal static class Urls
{
    public const string Start = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Method = "/method";
    public const string GapsForm = "/gaps";
    public const string SetLanguage = "/preferences/language";
    public const string SetTheme = "/preferences/theme";

    /// <summary>The group that a country is compared with unless another is chosen.</summary>
    public const string DefaultGroup = "NATO";

    public static string Gaps(
        string country, string against = DefaultGroup, Statistic statistic = Statistic.Median, string? cycle = null, string format = "", bool preview = false) =>
        $"/gaps/{Uri.EscapeDataString(country)}{format}{Question(against, statistic, cycle, preview)}";

    /// <summary>The same report in another format or preview.</summary>
    public static string Gaps(GapReport report, string format = "", bool preview = false) =>
        Gaps(report.Question.Subject, report.Question.Group.Code, report.Question.Statistic, report.Cycle.Code, format, preview);

    /// <summary>The same report as a workbook, of the same source and the same draft.</summary>
    public static string Briefing(GapReport report)
    {
        var question = report.Question;
        var source = question.Source is { } chosen ? $"&basis={CodeName.Of(chosen.Basis)}&assessor={chosen.Assessor}" : "";
        return $"/briefings/{question.Subject}.xlsx{Question(question.Group.Code, question.Statistic, report.Cycle.Code, report.IsDraft)}{source}";
    }

    public static string Language(string code, string back) => $"{SetLanguage}?code={code}&back={Uri.EscapeDataString(back)}";

    public static string Theme(string back) => $"{SetTheme}?back={Uri.EscapeDataString(back)}";

    private static string Question(string against, Statistic statistic, string? cycle, bool preview) =>
        $"?against={Uri.EscapeDataString(against)}&statistic={CodeName.Of(statistic)}"
        + (cycle is null ? "" : $"&cycle={Uri.EscapeDataString(cycle)}") + (preview ? "&preview=true" : "");
}
