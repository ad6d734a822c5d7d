using System.Security.Cryptography;
using Dashboard.Core.Release;

namespace Dashboard.Data.Accounts;

/// <summary>One sign-in of a person on one device, from its beginning to its end. The cookie carries its id and nothing else.</summary>
public sealed record SignInSession
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>When the person signed in, UTC.</summary>
    public required DateTime Began { get; init; }

    /// <summary>When the person was seen last, UTC; kept to the minute.</summary>
    public required DateTime Seen { get; init; }

    /// <summary>When it was ended, UTC; null if it was not, though it may have run out.</summary>
    public DateTime? Ended { get; init; }

    /// <summary>What the browser says of itself.</summary>
    public required string Device { get; init; }

    /// <summary>Whether it still lets its person in.</summary>
    public bool HoldsAt(DateTime time, AccountOptions limits) =>
        Ended is null && time < Began + limits.SessionLife && time < Seen + limits.Idle;

    /// <summary>What the audit calls a session: it leads from one entry to the other, and to no cookie.</summary>
    internal static string MarkOf(Guid id) => Convert.ToHexStringLower(SHA256.HashData(id.ToByteArray()))[..12];
}

/// <summary>Who is signed in, by which session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="Viewer">The person with the rights of now; without any while <paramref name="MustSetUpFactor"/>.</param>
/// <param name="PersonId">The person's account.</param>
/// <param name="Began">When they signed in, UTC.</param>
/// <param name="HasPassword">Whether they sign in here: else a demonstration or another issuer lets them in, and there is nothing to set up.</param>
/// <param name="HasFactor">Whether they have one-time codes or a passkey.</param>
/// <param name="MustSetUpFactor">Whether their roles need a second proof that they have not set up yet.</param>
/// <param name="AuditHead">Number of the last entry of the audit when this was looked up.</param>
public sealed record SignedIn(Guid SessionId, Viewer Viewer, Guid PersonId, DateTime Began, bool HasPassword, bool HasFactor, bool MustSetUpFactor, long AuditHead)
{
    internal static SignedIn Of(SignInSession session, Person person, bool hasPasskey, long auditHead)
    {
        var (viewer, hasPassword, hasFactor) = (person.ToViewer(), person.PasswordHash is not null, person.TwoFactorEnabled || hasPasskey);
        var mustSetUp = hasPassword && !hasFactor && PersonRule.NeedsSecondFactor(viewer);
        return new SignedIn(session.Id, mustSetUp ? PersonRule.UntilSecondFactor(viewer) : viewer, person.Id, session.Began, hasPassword, hasFactor, mustSetUp, auditHead);
    }
}

/// <summary>A person's sessions: when they signed in last, UTC, and how many of them hold.</summary>
internal sealed record PersonSessions(DateTime Last, int Sessions);
