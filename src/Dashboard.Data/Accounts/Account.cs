using Dashboard.Core.Release;

namespace Dashboard.Data.Accounts;

/// <summary>How it stands with an account.</summary>
public enum AccountState
{
    /// <summary>Its person can sign in.</summary>
    Open,
    /// <summary>Its person has not chosen a password yet.</summary>
    Invited,
    /// <summary>It takes no sign-in for a while, after failures.</summary>
    Locked,
    /// <summary>It is closed.</summary>
    Closed,
}

/// <summary>An account as administrators see it.</summary>
/// <param name="Person">Name and rights.</param>
/// <param name="State">How it stands with it.</param>
/// <param name="Issuer">Who vouches for the person and decides on their rights; null for somebody who has a password here.</param>
public sealed record Account(Viewer Person, AccountState State, string? Issuer = null)
{
    /// <summary>When the person signed in last, UTC; null if they never did.</summary>
    public DateTime? LastSignedIn { get; init; }

    /// <summary>How many of the person's sessions hold.</summary>
    public int Sessions { get; init; }

    /// <summary>Whether the person has one-time codes or a passkey, which can be taken away when they are lost.</summary>
    public bool HasFactor { get; init; }

    /// <summary>Until when the link holds that the person was handed, UTC; null if none does.</summary>
    public DateTime? LinkUntil { get; init; }

    /// <summary>Until when the account is locked, UTC; null if it is not.</summary>
    public DateTime? LockedUntil { get; init; }
}
