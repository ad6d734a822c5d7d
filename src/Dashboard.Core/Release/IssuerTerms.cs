using System.Collections.Immutable;

namespace Dashboard.Core.Release;

/// <summary>What the operator agreed with a token issuer: which of its words stand for which of ours.</summary>
public sealed record IssuerTerms
{
    /// <summary>The issuer's words for roles, spelled exactly; a word for no role counts for nothing. Empty: the issuer uses our words. Else ours do not count.</summary>
    public ImmutableDictionary<string, Roles> RoleMap { get; init; } = ImmutableDictionary<string, Roles>.Empty;

    /// <summary>The issuer's words for clearances, spelled exactly. Empty: the issuer uses our words. Else ours do not count.</summary>
    public ImmutableDictionary<string, string> ClearanceMap { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether an administrator whom the issuer vouches for may be the first person of an installation.</summary>
    public bool FirstAdministrator { get; init; }

    /// <summary>All roles that words stand for.</summary>
    /// <exception cref="InputException">One of them stands for nothing known.</exception>
    public Roles RolesOf(IEnumerable<string> words) => words.Aggregate(Roles.None, (roles, word) => roles | RoleOf(word));

    /// <summary>The clearance that a word stands for.</summary>
    /// <exception cref="InputException">It stands for nothing known.</exception>
    public string ClearanceOf(string word, ClassificationLadder ladder) => ladder.Require(
        ClearanceMap.IsEmpty ? word : ClearanceMap.GetValueOrDefault(word) ?? throw InputException.UnknownChoice("classification", word, ClearanceMap.Keys.Order(StringComparer.Ordinal)));

    private Roles RoleOf(string word) =>
        RoleMap.IsEmpty ? RoleText.Parse(word)
        : RoleMap.TryGetValue(word, out var roles) ? roles
        : throw InputException.UnknownChoice("role", word, RoleMap.Keys.Order(StringComparer.Ordinal));
}
