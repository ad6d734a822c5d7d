using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dashboard.Core.Countries;

namespace Dashboard.Core.Release;

/// <summary>What a person with an account may be called and be given, and who decides that.</summary>
public static class PersonRule
{
    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 60;

    /// <summary>Most characters of a mail address.</summary>
    public const int AddressLength = 254;

    // Compatibility forms can be much longer than what they stand for.
    private const int KeyLength = 200;

    // Names under which the audit records who is no person.
    private static readonly string[] Reserved = [KeyOf(Viewer.OperatorName), KeyOf(Viewer.NobodyName)];

    /// <summary>The name as it is kept: trimmed, inner spaces single.</summary>
    /// <exception cref="InputException">Nothing is left, it is too long, holds what cannot be seen, or is the program's own.</exception>
    public static string Name(string given)
    {
        var name = string.Join(' ', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length is 0 or > NameLength || name.EnumerateRunes().Any(IsUnseen) || KeyOf(name).Length > KeyLength)
            throw InputException.Of("NameUnfit", InputException.Shorten(given), NameLength);
        if (Reserved.Contains(KeyOf(name)) || KeyOf(name).StartsWith(KeyOf(Viewer.ReaderName) + " ", StringComparison.Ordinal))
            throw InputException.Of("NameReserved", name);
        return name.Normalize();
    }

    /// <summary>What makes two names the same: without regard to case, width of letters, and how many spaces stand between words.</summary>
    public static string KeyOf(string name)
    {
        // A lone half of a surrogate pair cannot be normalized; it stays a name that nobody has.
        var whole = string.Concat(name.EnumerateRunes());
        return string.Join(' ', whole.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A mail address as it is kept; empty for none.</summary>
    /// <exception cref="InputException">It is too long, or not of the form name@host in characters that mail servers take.</exception>
    public static string MailAddress(string given)
    {
        var address = given.Trim();
        var parts = address.Split('@');
        return address.Length == 0 || (address.Length <= AddressLength && parts.Length == 2 && parts.All(part => part.Length > 0 && part.All(c => c is > ' ' and < (char)127 && !"<>()[],;:\\\"".Contains(c))))
            ? address
            : throw InputException.Of("MailAddress", InputException.Shorten(given), AddressLength);
    }

    /// <summary>Only administrators look after accounts.</summary>
    /// <exception cref="InputException"><paramref name="by"/> is none.</exception>
    public static void RequireManager(Viewer by)
    {
        if (!by.ManagesAccounts)
            throw InputException.Of("MayNotManageAccounts", by.Name);
    }

    /// <summary>A person's name and rights as they are kept; scopes only where somebody is a planner.</summary>
    /// <param name="given">What an administrator entered.</param>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="areas">Codes of the areas of all frameworks.</param>
    /// <exception cref="InputException">An unfit name, an unknown nation, clearance, country or area, no role, or a planner responsible for nothing.</exception>
    public static Viewer Require(Viewer given, ClassificationLadder ladder, IReadOnlyCollection<string> areas)
    {
        if (given.Roles == Roles.None)
            throw InputException.Of("RoleMissing", RoleText.AllText);
        var isPlanner = given.Roles.HasFlag(Roles.Planner);
        if (isPlanner && given.Scopes.IsEmpty)
            throw InputException.Of("ScopeMissing");
        return new Viewer(
            Name(given.Name), Country.Require(given.Nation).Alpha3, ladder.Require(given.Clearance), given.Roles,
            isPlanner ? [.. given.Scopes.Select(scope => Known(scope, areas))] : []);
    }

    /// <summary>The last administrator whose account is open stays one, and stays open: else nobody could mend anything.</summary>
    /// <param name="person">Who is to lose the right or be closed.</param>
    /// <param name="others">How many other open administrators there are.</param>
    /// <exception cref="InputException">There is no other.</exception>
    public static void RequireAnotherAdministrator(Viewer person, int others)
    {
        if (person.ManagesAccounts && others == 0)
            throw InputException.Of("LastAdministrator", person.Name);
    }

    /// <summary>Rights and password of somebody whom a token issuer vouches for are the issuer's matter: what was set here would hold until they next sign in.</summary>
    /// <param name="name">The person.</param>
    /// <param name="issuer">The issuer; null for somebody who has a password here.</param>
    /// <exception cref="InputException">There is one.</exception>
    public static void RequireKeptHere(string name, string? issuer)
    {
        if (issuer is not null)
            throw InputException.Of("KeptByIssuer", name, issuer);
    }

    /// <summary>
    /// Whether a password alone is too little for a person: who gives rights, decides on releases or reads the audit proves twice who they are.
    /// </summary>
    public static bool NeedsSecondFactor(Viewer person) => (person.Roles & (Roles.Administrator | Roles.ReleasingOfficer | Roles.Auditor)) != 0;

    /// <summary>Who a person is until they have set up the second proof that their roles need: themselves, without any right.</summary>
    public static Viewer UntilSecondFactor(Viewer person) => person with { Roles = Roles.None, Scopes = [] };

    private static Scope Known(Scope scope, IReadOnlyCollection<string> areas) => new(
        scope.Country == Scope.Everything.Country ? scope.Country : Country.Require(scope.Country).Alpha3,
        [.. scope.Areas.Select(area => areas.FirstOrDefault(known => string.Equals(known, area, StringComparison.OrdinalIgnoreCase)) ?? throw InputException.UnknownChoice("area", area, areas)).Distinct()]);

    // Two names that look the same must not be two people's.
    private static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
