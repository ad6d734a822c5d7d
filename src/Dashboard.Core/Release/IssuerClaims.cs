using System.Collections.Immutable;

namespace Dashboard.Core.Release;

/// <summary>What a token issuer states about somebody who signed in there, as it states it.</summary>
/// <param name="Issuer">The issuer's own name: its address.</param>
/// <param name="Subject">The issuer's name for the person: never given to another one.</param>
public sealed record IssuerClaims(string Issuer, string Subject)
{
    /// <summary>Most characters of an issuer's name.</summary>
    public const int IssuerLength = 128;

    /// <summary>Most characters of a subject, as OpenID Connect allows them.</summary>
    public const int SubjectLength = 255;

    /// <summary>What the person may be called here, best first.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    /// <summary>The person's nation; usable if it is one.</summary>
    public ImmutableArray<string> Nations { get; init; } = [];

    /// <summary>The person's clearance; usable if it is one.</summary>
    public ImmutableArray<string> Clearances { get; init; } = [];

    /// <summary>The person's roles, or the groups that stand for them.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>What a planner is responsible for, each as <see cref="Scope.Parse"/> reads it; empty means their whole nation.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];
}
