using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Web.Reading;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Shell;

/// <summary>Links to what a report tells: the whole question stands in each.</summary>
internal static partial class Urls
{
    /// <summary>The group that a country is compared with unless another is chosen.</summary>
    public const string DefaultGroup = "NATO";

    public static string Gaps(
        string country, string against = DefaultGroup, Statistic statistic = Statistic.Median, string? cycle = null) =>
        $"/gaps/{Uri.EscapeDataString(country)}{Question(against, statistic, cycle)}";

    /// <summary>A page that tells the answer to a question.</summary>
    public static string Read(ReadingPlace place, ReportRequest request) =>
        $"{Ask(place)}/{Uri.EscapeDataString(request.Country)}{Question(request.Against, request.Statistic, request.Cycle, request.Preview, request.Source, request.WithObservers)}";

    /// <summary>An area's page that tells the answer to a question.</summary>
    public static string Area(ReportRequest request, string area) =>
        $"/areas/{Uri.EscapeDataString(request.Country)}/{Uri.EscapeDataString(area)}{Question(request.Against, request.Statistic, request.Cycle, request.Preview, request.Source, request.WithObservers)}";

    /// <summary>The page that one is on, of another source of its subject; whatever else was asked stays.</summary>
    /// <param name="here">The page.</param>
    /// <param name="report">The report that it tells.</param>
    /// <param name="source">Another source of its subject; null for the preferred one.</param>
    /// <param name="preview">Whether its draft is shown.</param>
    public static string WithSource(NavigationManager here, GapReport report, SourceChoice? source, bool preview = false) => new Uri(here.GetUriWithQueryParameters(new Dictionary<string, object?>
    {
        ["cycle"] = report.Cycle.Code, ["basis"] = source is { } chosen ? CodeName.Of(chosen.Basis) : null, ["assessor"] = source?.Assessor,
        ["revision"] = null, ["preview"] = preview ? "true" : null,
    })).PathAndQuery;

    /// <summary>The file of the areas that are clear in one direction.</summary>
    /// <param name="report">The report.</param>
    /// <param name="finding">Behind or ahead.</param>
    /// <param name="format">An ending such as ".csv".</param>
    public static string Clear(GapReport report, Finding finding, string format) => $"{Read(ReadingPlace.Gaps, report, format)}&finding={CodeName.Of(finding)}";

    /// <summary>Where the page of gaps tells all of them in numbers.</summary>
    public const string InNumbers = "table-title";

    /// <summary>Where the form asks that chooses another question on a page that tells a report.</summary>
    public static string Ask(ReadingPlace place) => $"/{CodeName.Of(place)}";

    /// <summary>A page that tells a report, or one of its files.</summary>
    /// <param name="place">Which page.</param>
    /// <param name="report">The report.</param>
    /// <param name="format">An ending such as ".csv"; empty for the page.</param>
    /// <param name="subject">Another country, of which the preferred assessment is asked for; null for the same.</param>
    /// <param name="against">Code of another group or country to be held against; null for the same.</param>
    /// <param name="cycle">Code of another cycle; null for the same. A draft and a revision are of one cycle.</param>
    public static string Read(ReadingPlace place, GapReport report, string format = "", string? subject = null, string? against = null, string? cycle = null) =>
        $"{Ask(place)}/{subject ?? report.Question.Subject}{format}{Question(report, subject, against, cycle)}";

    /// <summary>An area of a report's subject, or of another country.</summary>
    /// <param name="report">The report.</param>
    /// <param name="area">Code of the area.</param>
    /// <param name="indicator">Code of the indicator to look at; null for the top of the page.</param>
    /// <param name="subject">Another country; null for the same.</param>
    /// <param name="cycle">Code of another cycle; null for the same.</param>
    /// <param name="format">An ending such as ".csv"; empty for the page.</param>
    public static string Area(GapReport report, string area, string? indicator = null, string? subject = null, string? cycle = null, string format = "") =>
        $"/areas/{subject ?? report.Question.Subject}/{Uri.EscapeDataString(area)}{format}{Question(report, subject, null, cycle)}{(indicator is null ? "" : "#" + Uri.EscapeDataString(indicator))}";

    /// <summary>The countries by the indicators of one area, or for null by the areas.</summary>
    /// <param name="report">The report.</param>
    /// <param name="area">Code of the area; null for all.</param>
    /// <param name="format">An ending such as ".csv"; empty for the page.</param>
    /// <param name="sort">The column to sort by, with a hyphen before it for descending; null for the countries' names.</param>
    /// <param name="cycle">Code of another cycle; null for the same.</param>
    public static string Compare(GapReport report, string? area = null, string format = "", string? sort = null, string? cycle = null) => Read(ReadingPlace.Compare, report, format, cycle: cycle)
        + (area is null ? "" : $"&area={Uri.EscapeDataString(area)}") + (string.IsNullOrWhiteSpace(sort) ? "" : $"&sort={Uri.EscapeDataString(sort)}");

    /// <summary>What a benchmark is made of: the members one by one beside the subject, the highest first.</summary>
    /// <param name="report">The report.</param>
    /// <param name="column">Code of the area; null for the total; of an indicator with its area.</param>
    /// <param name="area">Code of the area whose indicators are shown; null for all areas.</param>
    /// <param name="cycle">Code of another cycle; null for the same.</param>
    public static string Members(GapReport report, string? column, string? area = null, string? cycle = null) =>
        Compare(report, area, sort: new CountryOrder(column ?? GapRow.TotalCode, Descending: true).ToString(), cycle: cycle);

    /// <summary>How an area, or for null the total, came to be where it is: since when, against what.</summary>
    public static string Trend(GapReport report, string? area) => $"{Read(ReadingPlace.Trend, report)}#{Uri.EscapeDataString(area ?? GapRow.TotalCode)}";

    /// <summary>Why the gaps became others, or whose answers did.</summary>
    /// <param name="report">The report up to which the trend leads.</param>
    /// <param name="later">The report of the later cycle of the two that are compared; null for the same.</param>
    /// <param name="part">Which part of it.</param>
    public static string Why(GapReport report, GapReport? later = null, string part = WhyAll) => $"{Read(ReadingPlace.Trend, report)}#{Uri.EscapeDataString(WhyId(later ?? report, part))}";

    /// <summary>Where on the page of the trend that is told.</summary>
    public static string WhyId(GapReport later, string part = WhyAll) => $"{part}-{later.Cycle.Code}";

    /// <summary>The parts of it: the causes, the subject's answers, the members'.</summary>
    public const string WhyAll = "why", WhyOwn = "own", WhyMembers = "members";

    /// <summary>What a score is made of: an area's indicators; for null the total's areas in numbers.</summary>
    /// <param name="report">The report.</param>
    /// <param name="area">Code of the area; null for the total.</param>
    /// <param name="cycle">Code of another cycle; null for the same.</param>
    public static string MadeOf(GapReport report, string? area, string? cycle = null) => area is null ? $"{Read(ReadingPlace.Gaps, report, cycle: cycle)}#{InNumbers}" : Area(report, area, cycle: cycle);

    /// <summary>An indicator of a report's subject: its level, what that rests on and what the next one asks for.</summary>
    /// <param name="report">The report.</param>
    /// <param name="code">Code of the indicator.</param>
    /// <param name="cycle">Code of another cycle; null for the same.</param>
    public static string Indicator(GapReport report, string code, string? cycle = null) =>
        Area(report, report.Framework.AreaOf(report.Framework.IndexOf(code)).Code, code, cycle: cycle);

    /// <summary>A report as slides.</summary>
    public static string Present(GapReport report) => $"/present/{report.Question.Subject}{Question(report, null, null, null)}";

    /// <summary>The search for a country or an indicator, from a report.</summary>
    public static string Search(GapReport report) => $"{SearchPage}{Question(report, null, null, null)}&of={report.Question.Subject}";

    /// <summary>Everybody in a report held against a requirement profile.</summary>
    /// <param name="report">The report.</param>
    /// <param name="profile">Code of the profile; null for the framework's first.</param>
    /// <param name="format">An ending such as ".csv"; empty for the page.</param>
    /// <param name="sort">The column to sort by, with a hyphen before it for descending; null for the most met first.</param>
    /// <param name="subject">Another country; null for the same.</param>
    public static string Requirements(GapReport report, string? profile = null, string format = "", string? sort = null, string? subject = null) => Read(ReadingPlace.Requirements, report, format, subject)
        + (profile is null ? "" : $"&profile={Uri.EscapeDataString(profile)}") + (string.IsNullOrWhiteSpace(sort) ? "" : $"&sort={Uri.EscapeDataString(sort)}");

    /// <summary>The drawing of a report's shape.</summary>
    public static string Shape(GapReport report) => $"/shape/{report.Question.Subject}.svg{Question(report, null, null, null)}";

    /// <summary>The report that an assessment of the own nation makes.</summary>
    public static string Gaps(Assessment assessment) =>
        $"{Gaps(assessment.Country, cycle: assessment.Cycle)}&basis={CodeName.Of(assessment.Basis)}&assessor={assessment.Assessor}";

    /// <summary>The same report as a workbook.</summary>
    public static string Briefing(GapReport report) => $"/briefings/{report.Question.Subject}.xlsx{Question(report, null, null, null)}";

    /// <summary>All members of the group that a report's subject is held against, as a workbook.</summary>
    public static string GroupBriefing(GapReport report) =>
        $"/briefings/groups/{Uri.EscapeDataString(report.Question.Group.Code)}.xlsx?statistic={CodeName.Of(report.Question.Statistic)}&cycle={Uri.EscapeDataString(report.Cycle.Code)}{(report.Question.WithObservers ? "&observers=true" : "")}";

    /// <summary>The same report in a form of an alliance's own.</summary>
    public static string Form(GapReport report, string code) => $"{Forms}/{Uri.EscapeDataString(code)}/{report.Question.Subject}.xlsx{Question(report, null, null, null)}";

    // A page asks for the same question some sixty times, of its subject or, in a map, of another country.
    private static readonly ConditionalWeakTable<GapReport, string> Questions = [], QuestionsOfOthers = [];

    private static string Question(GapReport report, string? subject, string? against, string? cycle) => (subject, against, cycle) switch
    {
        (null, null, null) => Questions.GetValue(report, static asked => Other(asked, null, null, null)),
        ({ } other, null, null) when other != report.Question.Subject => QuestionsOfOthers.GetValue(report, asked => Other(asked, other, null, null)),
        _ => Other(report, subject, against, cycle),
    };

    private static string Other(GapReport report, string? subject, string? against, string? cycle)
    {
        var (isSame, question) = (subject is null || subject == report.Question.Subject, report.Question);
        var isSameCycle = cycle is null || cycle == report.Cycle.Code;
        return Question(against ?? question.Group.Code, question.Statistic, cycle ?? report.Cycle.Code, isSame && isSameCycle && report.IsDraft,
            isSame ? isSameCycle ? question.Source : question.Source?.Current : null, question.WithObservers);
    }

    private static string Question(string against, Statistic statistic, string? cycle, bool preview = false, SourceChoice? source = null, bool withObservers = false) =>
        "?" + string.Join('&', Parts(against, statistic, cycle, preview, source, withObservers).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));

    /// <summary>What a report answers, as an address and a form name it; the source, the draft and the revision last.</summary>
    public static IEnumerable<(string Name, string Value)> Asked(GapReport report) => Parts(
        report.Question.Group.Code, report.Question.Statistic, report.Cycle.Code, report.IsDraft, report.Question.Source, report.Question.WithObservers);

    private static IEnumerable<(string Name, string Value)> Parts(string against, Statistic statistic, string? cycle, bool preview, SourceChoice? source, bool withObservers)
    {
        yield return ("against", against);
        yield return ("statistic", CodeName.Of(statistic));
        if (withObservers)
            yield return ("observers", "true");
        if (cycle is not null)
            yield return ("cycle", cycle);
        if (preview)
            yield return ("preview", "true");
        if (source is not { } chosen)
            yield break;
        yield return ("basis", CodeName.Of(chosen.Basis));
        yield return ("assessor", chosen.Assessor);
        if (chosen.Revision is { } revision)
            yield return ("revision", FormattableString.Invariant($"{revision}"));
    }
}
