using Dashboard.Core.Release;

namespace Dashboard.Web.Tests.Security.Guarded;

/// <summary>Who comes to the guarded server, by the key under which the tables of the tests name them.</summary>
public static class Everybody
{
    public const string Nobody = "nobody";

    // Japan is the home nation. The first eight are the columns of the walk's table.
    public static IReadOnlyDictionary<string, Viewer> All { get; } = new (string Key, string Nation, string Clearance, Roles Roles, string Scope)[]
    {
        ("planner", "JPN", "secret", Roles.Planner, "JPN:LAN"),
        ("reviewer", "JPN", "secret", Roles.Reviewer, ""),
        ("officer", "JPN", "secret", Roles.ReleasingOfficer, ""),
        ("executive", "JPN", "secret", Roles.Executive, ""),
        ("administrator", "JPN", "unclassified", Roles.Administrator, ""),
        ("auditor", "JPN", "secret", Roles.Auditor, ""),
        ("partner", "USA", "unclassified", Roles.Executive, ""),
        ("foreign", "EST", "secret", Roles.Planner, "*"),
        ("desk", "JPN", "secret", Roles.Planner | Roles.Reviewer, "*"),
        ("uncleared", "JPN", "unclassified", Roles.Executive, ""),
        ("auditor-low", "JPN", "unclassified", Roles.Auditor, ""),
        ("auditor-est", "EST", "secret", Roles.Auditor, ""),
        ("officer-est", "EST", "secret", Roles.ReleasingOfficer, ""),
        ("executive-fra", "FRA", "secret", Roles.Executive, ""),
    }.ToDictionary(p => p.Key, p => new Viewer(NameOf(p.Key), p.Nation, p.Clearance, p.Roles, p.Scope.Length == 0 ? [] : [Scope.Parse(p.Scope)]));

    /// <summary>The person's name: nobody else's output may hold it.</summary>
    public static string NameOf(string key) => $"Person {key}";
}
