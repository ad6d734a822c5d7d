using Dashboard.Core.Release;

namespace Dashboard.Web.People;

/// <summary>A person's rights while an administrator is changing them.</summary>
public sealed class RightsDraft(Viewer person)
{
    public string Nation { get; set; } = person.Nation;

    public string Clearance { get; set; } = person.Clearance;

    public Roles Roles { get; private set; } = person.Roles;

    public List<ScopeDraft> Scopes { get; } = [.. person.Scopes.Select(scope => new ScopeDraft(scope))];

    public bool IsPlanner => Roles.HasFlag(Roles.Planner);

    /// <summary>Gives or takes a role; a new planner begins with all areas of the own nation.</summary>
    public void Set(Roles role, bool has)
    {
        Roles = has ? Roles | role : Roles & ~role;
        if (IsPlanner && Scopes.Count == 0)
            AddScope();
    }

    public void AddScope() => Scopes.Add(new ScopeDraft(new Scope(Nation, [])));

    /// <summary>The rights as they are to be stored.</summary>
    public Viewer ToViewer(string name) => new(name, Nation, Clearance, Roles, IsPlanner ? [.. Scopes.Select(scope => scope.ToScope())] : []);

    /// <summary>Whether saving would change anything about a person.</summary>
    public bool Differs(Viewer from) => ToViewer(from.Name).RightsText != new RightsDraft(from).ToViewer(from.Name).RightsText;
}

/// <summary>What a planner is responsible for, while it is being changed.</summary>
public sealed class ScopeDraft(Scope scope)
{
    /// <summary>Alpha-3, or "*" for any.</summary>
    public string Country { get; set; } = scope.Country;

    /// <summary>Codes of areas; none means all.</summary>
    public HashSet<string> Areas { get; } = [.. scope.Areas];

    public Scope ToScope() => new(Country, [.. Areas.Order(StringComparer.Ordinal)]);

    public void Set(string area, bool has)
    {
        if (has)
            Areas.Add(area);
        else
            Areas.Remove(area);
    }
}
