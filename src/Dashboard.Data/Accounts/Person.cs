using System.Collections.Immutable;
using System.Security.Cryptography;
using Dashboard.Core.Release;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Data.Accounts;

/// <summary>Somebody with an account. It is closed and never deleted: the audit names its person.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>Alpha-3.</summary>
    public string Nation { get; set; } = "";

    /// <summary>A level of the ladder.</summary>
    public string Clearance { get; set; } = "";

    public Roles Roles { get; set; }

    /// <summary>What a planner is responsible for.</summary>
    public ImmutableArray<Scope> Scopes { get; set; } = [];

    /// <summary>The language in which mails are written to the person; empty if they did not say.</summary>
    public string Language { get; set; } = "";

    /// <summary>Since when the account is closed; null while it is open.</summary>
    public DateTime? Closed { get; set; }

    /// <summary>The name under which the person signs in, and which pages and the audit show.</summary>
    public string Name => UserName!;

    /// <summary>What the audit calls the person.</summary>
    public string Subject => SubjectOf(Name);

    public bool IsLockedAt(DateTimeOffset time) => LockoutEnd > time;

    public Viewer ToViewer() => new(Name, Nation, Clearance, Roles, Scopes);

    internal static Person Of(Viewer person, DateTimeOffset now)
    {
        var made = new Person { Id = Guid.CreateVersion7(now), UserName = person.Name, LockoutEnabled = true };
        made.TakeRights(person);
        return made;
    }

    internal static string SubjectOf(string name) => $"person/{name}";

    /// <summary>Takes over everything of a viewer but the name.</summary>
    internal void TakeRights(Viewer rights) => (Nation, Clearance, Roles, Scopes) = (rights.Nation, rights.Clearance, rights.Roles, rights.Scopes);

    /// <summary>Takes a password whose strength was checked; who knew the old one only cannot use it. The caller ends the sessions that began with it.</summary>
    internal void TakePassword(string hash)
    {
        PasswordHash = hash;
        Unlock();
        RenewStamp();
    }

    /// <summary>Makes what was proved of the person until now void; called whenever what they prove themselves by changes.</summary>
    internal void RenewStamp() => SecurityStamp = RandomNumberGenerator.GetHexString(40);

    /// <summary>Forgets failed attempts to sign in.</summary>
    internal void Unlock() => (AccessFailedCount, LockoutEnd) = (0, null);
}

/// <summary>A person's rights as the audit keeps them.</summary>
internal sealed record AuditedRights(string Nation, string Clearance, string Roles, ImmutableArray<string> Scopes)
{
    public static AuditedRights Of(Viewer of) => new(of.Nation, of.Clearance, of.Roles.ToText(), [.. of.Scopes.Select(scope => scope.ToText())]);
}
