namespace Dashboard.Core.Release;

/// <summary>Roles as they are written in commands and stored: "planner,reviewer".</summary>
public static class RoleText
{
    private static readonly Roles[] All = [.. Enum.GetValues<Roles>().Where(role => role != Roles.None)];

    /// <summary>The codes of all roles, for people.</summary>
    internal static string AllText => string.Join(", ", All.Select(CodeName.Of));

    /// <summary>The roles one by one, in the order of <see cref="Roles"/>.</summary>
    public static IEnumerable<Roles> Each(this Roles roles) => All.Where(role => roles.HasFlag(role));

    /// <summary>The codes of the roles, joined by commas; empty for none.</summary>
    public static string ToText(this Roles roles) => string.Join(',', roles.Each().Select(CodeName.Of));

    /// <summary>The roles that a text names, separated by commas, in any case; none for an empty text.</summary>
    /// <exception cref="InputException">There is no such role.</exception>
    public static Roles Parse(string text) => text
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Aggregate(Roles.None, (roles, name) => roles | One(name));

    private static Roles One(string name)
    {
        var role = All.FirstOrDefault(r => string.Equals(CodeName.Of(r), name, StringComparison.OrdinalIgnoreCase));
        return role == Roles.None ? throw InputException.UnknownChoice("role", name, All.Select(CodeName.Of)) : role;
    }
}
