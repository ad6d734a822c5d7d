using Dashboard.Core.Release;

namespace Dashboard.Data.Tests.Security;

/// <summary>Whoever tries something: one role alone, and somebody of another nation with all but one.</summary>
public static class Actor
{
    public const string Planner = "planner";
    public const string PlannerElsewhere = "planner of another area";
    public const string Reviewer = "reviewer";
    public const string Officer = "releasing officer";
    public const string Executive = "executive";
    public const string Administrator = "administrator";
    public const string Auditor = "auditor";
    public const string NoRole = "no role";
    public const string Foreign = "another nation's planner, reviewer, releasing officer, executive and auditor";
    public const string Uncleared = "planner, reviewer and releasing officer without the clearance";

    public static IReadOnlyDictionary<string, Viewer> All { get; } = new Dictionary<string, Viewer>
    {
        [Planner] = Of(Planner, Roles.Planner, "*"),
        [PlannerElsewhere] = Of(PlannerElsewhere, Roles.Planner, "*:NET"),
        [Reviewer] = Of(Reviewer, Roles.Reviewer),
        [Officer] = Of(Officer, Roles.ReleasingOfficer),
        [Executive] = Of(Executive, Roles.Executive),
        [Administrator] = Of(Administrator, Roles.Administrator),
        [Auditor] = Of(Auditor, Roles.Auditor),
        [NoRole] = Of(NoRole, Roles.None),
        [Foreign] = Of(Foreign, Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive | Roles.Auditor, "*") with { Nation = "EST" },
        [Uncleared] = Of(Uncleared, Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer, "*") with { Clearance = "unclassified" },
    };

    private static Viewer Of(string name, Roles roles, params string[] scopes) => new(name, "JPN", "secret", roles, [.. scopes.Select(Scope.Parse)]);
}
