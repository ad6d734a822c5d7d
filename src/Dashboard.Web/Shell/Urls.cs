using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Audit;
using Dashboard.Exports.Assessments;
using Dashboard.Web.Audit;

namespace Dashboard.Web.Shell;

/// <summary>Every link of the product is built here: those of the shell and to what people work on.</summary>
internal static partial class Urls
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
    public const string Export = "/export";
    public const string People = "/people";
    public const string Cycles = "/cycles";
    public const string Groups = "/groups";
    public const string Forms = "/forms";
    public const string HandOver = "/people/hand-over";
    public const string TooManyPages = "/too-many-pages";
    public const string Error = "/error";
    public const string SetLanguage = "/preferences/language";
    public const string SetTheme = "/preferences/theme";

    /// <summary>The part of an address that says where to go afterwards.</summary>
    public const string Back = "back";

    /// <summary>The part of an address that says why somebody was not let in.</summary>
    public const string Refused = "refused";

    public static string MethodPart(string id) => $"{Method}#{id}";

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

    /// <summary>Where an assessment of the own nation is taken along as a workbook, and brought back.</summary>
    public static string Offline(Assessment assessment) =>
        $"{Scoring}/{assessment.Country}/offline?cycle={Uri.EscapeDataString(assessment.Cycle)}&basis={CodeName.Of(assessment.Basis)}";

    /// <summary>The workbook itself.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="whole">Whether the areas of others go along, to be read.</param>
    public static string ScoringBook(Assessment assessment, bool whole) =>
        $"{Scoring}/{assessment.Country}/workbook.xlsx?cycle={Uri.EscapeDataString(assessment.Cycle)}&basis={CodeName.Of(assessment.Basis)}&areas={(whole ? "all" : "own")}";

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

    /// <summary>Every answer that the reader may see as a file.</summary>
    /// <param name="format">As what.</param>
    /// <param name="cycle">Code of the cycle; null for all.</param>
    public static string Scores(ScoreFormat format, string? cycle = null) => $"/scores.{CodeName.Of(format)}" + (cycle is null ? "" : $"?cycle={Uri.EscapeDataString(cycle)}");

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
}
