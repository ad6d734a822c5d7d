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
}

/// <summary>Who is signed in, by which session.</summary>
public sealed record SignedIn(Guid SessionId, Viewer Viewer);

/// <summary>A person's sessions: when they signed in last, UTC, and how many of them hold.</summary>
internal sealed record PersonSessions(DateTime Last, int Sessions);
