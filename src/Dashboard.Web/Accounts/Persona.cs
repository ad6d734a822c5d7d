using Dashboard.Core.Release;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Accounts;

/// <summary>Somebody to be in demonstration mode: an account like any other, which one click signs in.</summary>
/// <param name="Key">What the page's button sends, and the key of the persona's words.</param>
/// <param name="Viewer">Who it is when the account is made.</param>
internal sealed record Persona(string Key, Viewer Viewer)
{
    /// <summary>Whoever gives the areas of Japan's assessments to people.</summary>
    public static Persona Coordinator { get; } = new("planner-jpn", new("Planner, Japan", "JPN", "secret", Roles.Planner | Roles.Reviewer, [Scope.Everything]));

    /// <summary>Whoever answers some of them.</summary>
    public static Persona Desk { get; } = new("desk-jpn", new("Desk officer, Japan", "JPN", "secret", Roles.Planner, [new Scope("*", ["LAN", "INF", "LAW"])]));

    /// <summary>Whoever approves it, and has given a second opinion on it.</summary>
    public static Persona Reviewer { get; } = new("reviewer-jpn", new("Reviewer, Japan", "JPN", "secret", Roles.Reviewer, []));

    /// <summary>The personas, in the order in which they are offered.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [
        new("executive-jpn", new("Executive, Japan", "JPN", "secret", Roles.Executive, [])),
        Coordinator,
        Desk,
        Reviewer,
        new("releasing-jpn", new("Releasing officer, Japan", "JPN", "secret", Roles.ReleasingOfficer, [])),
        new("planner-est", new("Planner, Estonia", "EST", "secret", Roles.Planner | Roles.Reviewer, [new Scope("EST", [])])),
        new("executive-che", new("Executive, Switzerland", "CHE", "restricted", Roles.Executive, [])),
        new("auditor", new("Auditor, Japan", "JPN", "secret", Roles.Auditor, [])),
        new("administrator", new("Administrator", "JPN", "unclassified", Roles.Administrator, [])),
    ];

    /// <summary>The name in the reader's language.</summary>
    public string Name => Words.Get($"Persona.{Key}");

    /// <summary>What the persona is for, in the reader's language.</summary>
    public string What => Words.Get($"Persona.{Key}.What");
}
