using System.Collections.Immutable;
using Dashboard.Core.Countries;

namespace Dashboard.Core.Release;

/// <summary>Why somebody is not let in whom a token issuer sends.</summary>
public enum IssuerRefusal
{
    /// <summary>The issuer's name for them cannot be kept, or is told from another's by case alone.</summary>
    Subject,
    /// <summary>No name that a person can have here.</summary>
    Name,
    /// <summary>Somebody else has the name.</summary>
    NameTaken,
    /// <summary>No nation, more than one, or an unknown one.</summary>
    Nation,
    /// <summary>No clearance, more than one, or an unknown one.</summary>
    Clearance,
    /// <summary>No role, or an unknown one.</summary>
    Role,
    /// <summary>Responsible for an unknown country or area.</summary>
    Scope,
    /// <summary>The account is closed.</summary>
    Closed,
    /// <summary>Nobody has an account yet, and this is not the way to the first one.</summary>
    NotSetUp,
    /// <summary>The issuer did not let them in.</summary>
    Denied,
    /// <summary>The issuer's answer is not genuine, not for us, not for this browser, or too old.</summary>
    Answer,
    /// <summary>The issuer cannot be reached.</summary>
    Unreachable,
}

/// <summary>What an issuer's statement comes to: a person with rights, or why there is none.</summary>
/// <param name="Person">Name and rights as they are kept; null if refused.</param>
/// <param name="Refused">Why there is no person; null if there is one.</param>
/// <param name="Given">What the issuer stated that was refused.</param>
public sealed record IssuerReading(Viewer? Person, IssuerRefusal? Refused = null, string Given = "");

/// <summary>Which rights somebody has whom a token issuer vouches for: those that it states, whole, or none.</summary>
public static class IssuerRule
{
    /// <summary>Name and rights by what the issuer states.</summary>
    /// <param name="claims">What it states.</param>
    /// <param name="knownAs">The name that the person has here already, and keeps; null for somebody new.</param>
    /// <param name="terms">Which words stand for what.</param>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="areas">Codes of the areas of all frameworks.</param>
    public static IssuerReading Read(IssuerClaims claims, string? knownAs, IssuerTerms terms, ClassificationLadder ladder, IReadOnlyCollection<string> areas)
    {
        if (claims.Issuer.Length is 0 or > IssuerClaims.IssuerLength || string.IsNullOrWhiteSpace(claims.Subject) || claims.Subject.Length > IssuerClaims.SubjectLength)
            return new IssuerReading(null, IssuerRefusal.Subject, claims.Subject);
        var (step, given) = (IssuerRefusal.Name, claims.Names);
        try
        {
            var name = knownAs ?? PersonRule.Name(claims.Names.FirstOrDefault(n => !string.IsNullOrWhiteSpace(n)) ?? "");
            (step, given) = (IssuerRefusal.Nation, claims.Nations);
            var nation = Country.Require(Single(given)).Alpha3;
            (step, given) = (IssuerRefusal.Clearance, claims.Clearances);
            var clearance = terms.ClearanceOf(Single(given), ladder);
            (step, given) = (IssuerRefusal.Role, claims.Roles);
            var roles = terms.RolesOf(given);
            if (roles == Roles.None)
                return Refused();
            (step, given) = (IssuerRefusal.Scope, claims.Scopes);
            ImmutableArray<Scope> scopes = given.IsEmpty ? [new Scope(nation, [])] : [.. given.Select(Scope.Parse)];
            return new IssuerReading(PersonRule.Require(new Viewer(name, nation, clearance, roles, scopes), ladder, areas));
        }
        catch (InputException)
        {
            // The sentence is for who can mend it; the step says where, and who signs in cannot.
            return Refused();
        }

        IssuerReading Refused() => new(null, step, string.Join(", ", given));
    }

    /// <summary>Whether somebody may be the first person of an installation without a set-up link.</summary>
    public static bool MayBeFirst(Viewer person, IssuerTerms terms) => terms.FirstAdministrator && person.ManagesAccounts;

    // Of two nations or clearances neither is the right one.
    private static string Single(ImmutableArray<string> given) => given.Length == 1 ? given[0] : "";
}
