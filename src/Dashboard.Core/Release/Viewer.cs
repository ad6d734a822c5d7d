using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>What a person may do.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>Fills in assessments.</summary>
    Planner = 1,
    /// <summary>Approves or returns assessments.</summary>
    Reviewer = 2,
    /// <summary>Decides what is released to other nations.</summary>
    ReleasingOfficer = 4,
    /// <summary>Reads and compares.</summary>
    Executive = 8,
    /// <summary>Looks after accounts, groups, cycles and frameworks; sees no scores by this role.</summary>
    Administrator = 16,
    /// <summary>Reads the audit.</summary>
    Auditor = 32,
}

/// <summary>What a planner is responsible for.</summary>
/// <param name="Country">Alpha-3 of the assessed country, or "*" for any.</param>
/// <param name="Areas">Area codes; empty means all.</param>
public sealed record Scope(string Country, ImmutableArray<string> Areas)
{
    /// <summary>Every country and every area.</summary>
    public static Scope Everything { get; } = new("*", []);

    /// <summary>A scope as it is written: "*", "JPN", or "JPN:LAN,INF".</summary>
    /// <exception cref="InputException">No country stands before the colon, or no area behind it.</exception>
    public static Scope Parse(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        var areas = parts.Length > 1 ? parts[1].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        return parts[0].Length > 0 && (parts.Length == 1 || areas.Length > 0)
            ? new Scope(parts[0], [.. areas])
            : throw InputException.Of("ScopeUnclear", InputException.Shorten(text));
    }

    /// <summary>The scope as it is written.</summary>
    public string ToText() => Areas.IsEmpty ? Country : $"{Country}:{string.Join(',', Areas)}";

    /// <summary>Whether the scope holds this area of this country.</summary>
    public bool Holds(string country, string area) => (Country == "*" || Country == country) && (Areas.IsEmpty || Areas.Contains(area));
}

/// <summary>Who looks or acts. Every read and every write takes one.</summary>
/// <param name="Name">The name that the audit records.</param>
/// <param name="Nation">Alpha-3 of the nation the person belongs to.</param>
/// <param name="Clearance">A level of the ladder; an unknown one reaches nothing.</param>
/// <param name="Roles">What the person may do.</param>
/// <param name="Scopes">What a planner is responsible for; empty means nothing.</param>
public sealed record Viewer(string Name, string Nation, string Clearance, Roles Roles, ImmutableArray<Scope> Scopes)
{
    internal const string OperatorName = "operator";
    internal const string NobodyName = "nobody";
    internal const string ReaderName = "reader ";

    private const Roles Readers = Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive;

    /// <summary>The operator of the home nation's installation: what the command line acts as.</summary>
    public static Viewer Operator(string homeNation, ClassificationLadder ladder) => new(
        OperatorName, homeNation, ladder.Highest, Readers | Roles.Administrator | Roles.Auditor, [Scope.Everything]);

    /// <summary>Somebody of a nation who only reads.</summary>
    public static Viewer Reader(string nation, string clearance) => new(ReaderName + nation, nation, clearance, Roles.Executive, []);

    /// <summary>Whoever is not signed in: what the audit records a failed sign-in or a refused link under. May do nothing.</summary>
    public static Viewer Nobody(string homeNation) => new(NobodyName, homeNation, "", Roles.None, []);

    /// <summary>Nation, clearance, roles and scopes in one line: equal for two viewers with the same rights.</summary>
    public string RightsText => $"{Nation} {Clearance} {Roles.ToText()} {string.Join(' ', Scopes.Select(s => s.ToText()))}".TrimEnd();

    /// <summary>Anybody who may read the same: without a name, and responsible for whole countries, because what is read depends on no area.</summary>
    public Viewer AsReader() => this with { Name = "", Scopes = [.. Scopes.Select(s => s.Country).Distinct().Order(StringComparer.Ordinal).Select(country => new Scope(country, []))] };

    /// <summary>Whether the person invites others, gives them rights and closes accounts.</summary>
    public bool ManagesAccounts => Roles.HasFlag(Roles.Administrator);

    /// <summary>Whether the person changes what all nations share, country groups, cycles and frameworks: an administrator of the home nation alone. A membership decides who reads what is released to its group, and a publication freezes every nation's assessments.</summary>
    /// <param name="homeNation">The nation that runs the installation, alpha-3.</param>
    public bool ManagesCatalog(string homeNation) => ManagesAccounts && Nation == homeNation;

    /// <summary>Whether any role of the person reads scores at all.</summary>
    public bool ReadsScores => (Roles & Readers) != 0;

    /// <summary>Whether the person may change the scores of an area of an assessment: a planner of its assessor, responsible for it.</summary>
    public bool MayScore(Assessment assessment, string area) =>
        Roles.HasFlag(Roles.Planner) && Nation == assessment.Assessor && Scopes.Any(s => s.Holds(assessment.Country, area));

    /// <summary>Whether the person may create assessments of a country for their nation: a planner responsible for any area of it.</summary>
    public bool MayAssess(string country) =>
        Roles.HasFlag(Roles.Planner) && Scopes.Any(s => s.Country == "*" || s.Country == country);

    /// <summary>Whether the person coordinates an assessment, giving its areas to people: a planner of its assessor, responsible for the whole country.</summary>
    public bool MayCoordinate(Assessment assessment) =>
        Roles.HasFlag(Roles.Planner) && Nation == assessment.Assessor && Scopes.Any(s => s.Areas.IsEmpty && (s.Country == "*" || s.Country == assessment.Country));

    /// <summary>Whether the person hands over other people's tasks at all: planners who coordinate, and administrators.</summary>
    public bool HandsOver => ManagesAccounts || (Roles.HasFlag(Roles.Planner) && Scopes.Any(s => s.Areas.IsEmpty));

    /// <summary>Whether the person may hand a task over to a successor: who coordinates its assessment, or an administrator of its assessor, who does not see what is answered.</summary>
    public bool MayHandOver(Assessment assessment) => MayCoordinate(assessment) || (ManagesAccounts && Nation == assessment.Assessor);

    /// <summary>Whether the person works on assessments at all: planners fill them in, reviewers and releasing officers sign or return them.</summary>
    public bool WorksOnAssessments => (Roles & (Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer)) != 0;

    /// <summary>Whether the person may open an assessment: a planner of its country or a reviewer whatever its status, a releasing officer from review on; of the nation it belongs to.</summary>
    public bool MayOpen(Assessment assessment) =>
        Nation == assessment.Assessor && (MayAssess(assessment.Country) || Roles.HasFlag(Roles.Reviewer) || MayClear(assessment) || MayRelease(assessment));

    /// <summary>Whether the person may have the last word on an assessment before it enters reports: a releasing officer of the nation it belongs to, while it is in review.</summary>
    public bool MayClear(Assessment assessment) =>
        ReleasesAssessments && Nation == assessment.Assessor && assessment.Status == AssessmentStatus.InReview;

    /// <summary>Whether the person may begin a new revision of an assessment: a planner of its country, of the nation it belongs to.</summary>
    public bool MayRevise(Assessment assessment) => Nation == assessment.Assessor && MayAssess(assessment.Country);

    /// <summary>Whether the person decides on releases at all.</summary>
    public bool ReleasesAssessments => Roles.HasFlag(Roles.ReleasingOfficer);

    /// <summary>Whether the person may decide to whom an assessment is released: a releasing officer of the nation it belongs to, once it is approved.</summary>
    public bool MayRelease(Assessment assessment) =>
        ReleasesAssessments && Nation == assessment.Assessor && assessment.Status == AssessmentStatus.Approved;

    /// <summary>
    /// Whether the person may set the classification of an assessment, and that of its compilation: a planner of its country while it is
    /// open; a releasing officer, and nobody else, once it is approved; nobody in between.
    /// </summary>
    public bool MayMark(Assessment assessment) =>
        assessment.Status.IsOpen() ? Nation == assessment.Assessor && MayAssess(assessment.Country) : MayRelease(assessment);

    /// <summary>Whether the person may give a score of an area a tighter marking of its own: while the assessment is open who may score it, a releasing officer once it is approved.</summary>
    public bool MayMark(Assessment assessment, string area) =>
        assessment.Status.IsOpen() ? MayScore(assessment, area) : MayRelease(assessment);

    /// <summary>Whether the person may move an assessment to a status: planners send to review, reviewers approve or return; only their own nation's.</summary>
    public bool MayMove(Assessment assessment, AssessmentStatus to) =>
        Nation == assessment.Assessor
        && (to == AssessmentStatus.InReview ? MayAssess(assessment.Country) : Roles.HasFlag(Roles.Reviewer));

    /// <summary>
    /// Whether the person may approve what somebody else saved last: nobody approves their own last change of an answer. The operator is
    /// no person, and whoever holds the command line holds the database: for that name the rule would say nothing.
    /// </summary>
    /// <param name="lastEditor">Name of whoever saved the last change of an answer of this revision; null if nobody did.</param>
    public bool MayApproveAfter(string? lastEditor) => Name != lastEditor || Name == OperatorName;
}
