using Dashboard.Core;
using Dashboard.Core.Assessments;
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
    public const string Scoring = "/scoring";
    public const string SetLanguage = "/preferences/language";
    public const string SetTheme = "/preferences/theme";

    /// <summary>The group that a country is compared with unless another is chosen.</summary>
    public const string DefaultGroup = "NATO";

    public static string Gaps(
        string country, string against = DefaultGroup, Statistic statistic = Statistic.Median, string? cycle = null, string format = "", bool preview = false)
    {
        var url = $"/gaps/{Uri.EscapeDataString(country)}{format}?against={Uri.EscapeDataString(against)}&statistic={CodeName.Of(statistic)}";
        return url + (cycle is null ? "" : $"&cycle={Uri.EscapeDataString(cycle)}") + (preview ? "&preview=true" : "");
    }

    /// <summary>The same report in another format or preview.</summary>
    public static string Gaps(GapReport report, string format = "", bool preview = false) =>
        Gaps(report.Question.Subject, report.Question.Group.Code, report.Question.Statistic, report.Cycle.Code, format, preview);

    /// <summary>The own nation's assessments in a cycle.</summary>
    public static string ScoringIn(string cycle) => $"{Scoring}?cycle={Uri.EscapeDataString(cycle)}";

    /// <summary>The page on which an assessment of the own nation is filled in.</summary>
    public static string Score(string country, string cycle, Basis basis) =>
        $"{Scoring}/{Uri.EscapeDataString(country)}?cycle={Uri.EscapeDataString(cycle)}&basis={CodeName.Of(basis)}";

    public static string Language(string code, string back) => $"{SetLanguage}?code={code}&back={Uri.EscapeDataString(back)}";

    public static string Theme(string back) => $"{SetTheme}?back={Uri.EscapeDataString(back)}";
}
