using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Audit;
using Dashboard.Data.Readiness;
using Dashboard.Web.Audit;
using Dashboard.Web.Reading;

namespace Dashboard.Web.Shell;

/// <summary>Every link of the product is built here.</summary>
internal static class Urls
{
    public const string Start = "/";
    public const string SignIn = "/sign-in";
    public const string SignInPersona = "/sign-in/persona";
    public const string SignInByIssuer = "/sign-in/issuer";
    public const string IssuerReturn = "/sign-in/issuer/return";
    public const string SecondStep = "/sign-in/code";
    public const string SignOut = "/sign-out";
    public const string SetUp = "/set-up";
    public const string Invitation = "/invitation";
    public const string MyAccount = "/account";
    public const string Password = "/account/password";
    public const string Codes = "/account/codes";
    public const string Passkeys = "/account/passkeys";
    public const string Confirm = "/account/confirm";
    public const string EndSessions = "/account/sessions/end";
    public const string Method = "/method";
    public const string SearchPage = "/search";
    public const string Scoring = "/scoring";
    public const string Changes = "/scoring/changes";
    public const string OpinionChanges = "/scoring/opinion-changes";
    public const string OutboxKey = "/scoring/outbox-key";
    public const string Releases = "/releases";
    public const string Audit = "/audit";
    public const string People = "/people";
    public const string Cycles = "/cycles";
    public const string Groups = "/groups";
    public const string HandOver = "/people/hand-over";
    public const string TooManyPages = "/too-many-pages";
    public const string Error = "/error";
    public const string SetLanguage = "/preferences/language";
    public const string SetTheme = "/preferences/theme";

    /// <summary>The part of an address that says where to go afterwards.</summary>
    public const string Back = "back";

    /// <summary>The part of an address that says why somebody was not let in.</summary>
    public const string Refused = "refused";

    /// <summary>The group that a country is compared with unless another is chosen.</summary>
    public const string DefaultGroup = "NATO";

    public static string MethodPart(string id) => $"{Method}#{id}";

    public static string Gaps(
        string country, string against = DefaultGroup, Statistic statistic = Statistic.Median, string? cycle = null) =>
        $"/gaps/{Uri.EscapeDataString(country)}{Question(against, statistic, cycle)}";

    /// <summary>A page that tells the answer to a question.</summary>
    public static string Read(ReadingPlace place, ReportRequest request) =>
        $"{Ask(place)}/{Uri.EscapeDataString(request.Country)}{Question(request.Against, request.Statistic, request.Cycle, request.Preview, request.Source)}";

    /// <summary>The same report: of the same source and, unless said otherwise, the same draft.</summary>
    /// <param name="report">The report.</param>
    /// <param name="format">An ending such as ".csv"; empty for the page.</param>
    /// <param name="preview">Whether a draft is shown; null for as it is.</param>
    /// <param name="source">Another source of the subject; null for the same.</param>
    public static string Gaps(GapReport report, string format = "", bool? preview = null, SourceChoice? source = null) =>
        $"/gaps/{report.Question.Subject}{format}{Question(report, preview, source)}";

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
    public static string Compare(GapReport report, string? area = null, string format = "", string? sort = null) => Read(ReadingPlace.Compare, report, format)
        + (area is null ? "" : $"&area={Uri.EscapeDataString(area)}") + (string.IsNullOrWhiteSpace(sort) ? "" : $"&sort={Uri.EscapeDataString(sort)}");

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
    public static string Briefing(GapReport report) => $"/briefings/{report.Question.Subject}.xlsx{Question(report, null, null)}";

    /// <summary>The own nation's assessments in a cycle.</summary>
    public static string ScoringIn(string cycle) => $"{Scoring}?cycle={Uri.EscapeDataString(cycle)}";

    /// <summary>The page on which an assessment of the own nation is filled in.</summary>
    /// <param name="country">Alpha-3 of the assessed country.</param>
    /// <param name="cycle">Code of the cycle.</param>
    /// <param name="basis">On what it rests.</param>
    /// <param name="against">Code of the group that it is held against.</param>
    /// <param name="at">Code of an area or indicator to begin with.</param>
    /// <param name="revision">An earlier revision to be read; null for the latest.</param>
    public static string Score(string country, string cycle, Basis basis, string? against = null, string? at = null, int? revision = null) =>
        $"{Scoring}/{Uri.EscapeDataString(country)}?cycle={Uri.EscapeDataString(cycle)}&basis={CodeName.Of(basis)}"
        + (against is null ? "" : $"&against={Uri.EscapeDataString(against)}")
        + (at is null ? "" : $"&at={Uri.EscapeDataString(at)}")
        + (revision is { } number ? FormattableString.Invariant($"&revision={number}") : "");

    /// <summary>The way to the sheet of an assessment of which no more than its number is known, in whatever revision; the browser puts the number behind it.</summary>
    public const string SheetOf = "/scoring/sheets/";

    /// <summary>The way to the second opinion of which no more than its number is known; the browser puts the number behind it.</summary>
    public const string OpinionOf = "/scoring/opinions/";

    /// <summary>Who answers what of an assessment of the own nation.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="task">Number of a task to be changed.</param>
    public static string Tasks(Assessment assessment, int? task = null) =>
        $"{Scoring}/{assessment.Country}/tasks?cycle={Uri.EscapeDataString(assessment.Cycle)}&basis={CodeName.Of(assessment.Basis)}"
        + (task is { } id ? FormattableString.Invariant($"&task={id}") : "");

    /// <summary>The second opinions on an assessment of the own nation.</summary>
    public static string Opinion(Assessment assessment) =>
        $"{Scoring}/{assessment.Country}/opinion?cycle={Uri.EscapeDataString(assessment.Cycle)}&basis={CodeName.Of(assessment.Basis)}";

    /// <summary>What the own nation releases in a cycle.</summary>
    public static string ReleasesIn(string cycle) => $"{Releases}?cycle={Uri.EscapeDataString(cycle)}";

    /// <summary>The page on which the release of an approved assessment is decided.</summary>
    public static string Release(int assessmentId) => FormattableString.Invariant($"{Releases}/{assessmentId}");

    /// <summary>The same page with what withdrawing it from everybody would change.</summary>
    public static string Withdraw(int assessmentId) => Release(assessmentId) + "?look=true";

    /// <summary>The audit's entries.</summary>
    /// <param name="filter">Which; null for all.</param>
    /// <param name="before">Those before this number.</param>
    /// <param name="after">Those after this number.</param>
    /// <param name="format">An ending such as ".csv"; empty for the page.</param>
    public static string AuditOf(AuditFilter? filter = null, long? before = null, long? after = null, string format = "")
    {
        (string Name, string? Value)[] asked =
        [
            ("actor", filter?.Actor), ("action", filter?.Action), ("subject", filter?.Subject), ("nation", filter?.Nation),
            ("from", filter?.From is { } from ? AuditQuery.Text(from) : null), ("to", filter?.To is { } to ? AuditQuery.Text(to) : null),
            ("before", before is { } b ? FormattableString.Invariant($"{b}") : null), ("after", after is { } a ? FormattableString.Invariant($"{a}") : null),
        ];
        var query = string.Join('&', asked.Where(x => x.Value is not null).Select(x => $"{x.Name}={Uri.EscapeDataString(x.Value!)}"));
        return Audit + format + (query.Length > 0 ? $"?{query}" : "");
    }

    /// <summary>The cycles, with what publishing one of them means.</summary>
    public static string Publish(string cycle) => $"{Cycles}?publish={Uri.EscapeDataString(cycle)}";

    /// <summary>A country group with its memberships.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="membership">A membership that is to be changed, as the page writes it.</param>
    public static string Group(string code, string? membership = null) =>
        $"{Groups}/{Uri.EscapeDataString(code)}" + (membership is null ? "" : $"?change={Uri.EscapeDataString(membership)}");

    /// <summary>The page on which an administrator hands over what somebody has.</summary>
    public static string HandOverOf(string person) => $"{HandOver}?from={Uri.EscapeDataString(person)}";

    /// <summary>The page at which a link that was handed out is used.</summary>
    public static string Link(IssuedLink link) => $"{(link.Purpose == LinkPurpose.SetUp ? SetUp : Invitation)}?code={Uri.EscapeDataString(link.Code)}";

    /// <summary>The way to the issuer, and afterwards to a page; null for the overview.</summary>
    public static string ByIssuer(string? back) => SignInByIssuer + Afterwards(back);

    /// <summary>The sign-in page, which says why somebody was not let in whom the issuer sent.</summary>
    public static string SignInRefused(IssuerRefusal why) => $"{SignIn}?{Refused}={CodeName.Of(why)}";

    /// <summary>The sign-in that leads back to a page afterwards.</summary>
    public static string SignInFor(string? back) => SignIn + Afterwards(back);

    /// <summary>The second step of the sign-in that leads back to a page afterwards.</summary>
    public static string SecondStepFor(string? back) => SecondStep + Afterwards(back);

    /// <summary>The page that asks again who somebody is, and leads back to another.</summary>
    public static string ConfirmFor(string back) => Confirm + Afterwards(back);

    /// <summary>A page of our own to go back to; the overview instead of any other, and of what no address is made of.</summary>
    public static string OwnOrStart(string? to) =>
        to is not null && to.StartsWith('/') && !to.StartsWith("//", StringComparison.Ordinal) && !to.StartsWith("/\\", StringComparison.Ordinal)
        && to.All(c => c is > ' ' and <= '~') ? to : Start;

    public static string Language(string code, string back) => $"{SetLanguage}?code={code}&back={Uri.EscapeDataString(back)}";

    public static string Theme(string theme, string back) => $"{SetTheme}?to={theme}&back={Uri.EscapeDataString(back)}";

    private static string Afterwards(string? back) => back is null ? "" : $"?{Back}={Uri.EscapeDataString(back)}";

    private static string Question(GapReport report, string? subject, string? against, string? cycle)
    {
        var (isSame, question) = (subject is null || subject == report.Question.Subject, report.Question);
        var isSameCycle = cycle is null || cycle == report.Cycle.Code;
        return Question(against ?? question.Group.Code, question.Statistic, cycle ?? report.Cycle.Code, isSame && isSameCycle && report.IsDraft,
            isSame ? isSameCycle ? question.Source : question.Source?.Current : null);
    }

    private static string Question(GapReport report, bool? preview, SourceChoice? source) => Question(
        report.Question.Group.Code, report.Question.Statistic, report.Cycle.Code, preview ?? report.IsDraft, source ?? report.Question.Source);

    private static string Question(string against, Statistic statistic, string? cycle, bool preview = false, SourceChoice? source = null) =>
        $"?against={Uri.EscapeDataString(against)}&statistic={CodeName.Of(statistic)}"
        + (cycle is null ? "" : $"&cycle={Uri.EscapeDataString(cycle)}")
        + (preview ? "&preview=true" : "")
        + (source is { } chosen ? $"&basis={CodeName.Of(chosen.Basis)}&assessor={chosen.Assessor}" + (chosen.Revision is { } revision ? FormattableString.Invariant($"&revision={revision}") : "") : "");
}
