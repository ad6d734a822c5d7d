using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Data.Accounts;

/// <summary>What somebody may do who was handed a link.</summary>
public enum LinkPurpose
{
    /// <summary>Make the first administrator of an installation without people.</summary>
    SetUp,
    /// <summary>Choose a first password.</summary>
    Invitation,
    /// <summary>Choose another password.</summary>
    NewPassword,
}

/// <summary>A link that was handed out. Only the hash of its code is kept: who reads the table cannot use it.</summary>
public sealed record AccountLink
{
    private const int CodeBytes = 32;

    public required Guid Id { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>Whose it is; null for a set-up.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>SHA-256 of the code.</summary>
    public required byte[] CodeHash { get; init; }

    public required DateTime Created { get; init; }

    /// <summary>From when on it is void.</summary>
    public required DateTime Expires { get; init; }

    /// <summary>When it was used, UTC; null if it was not.</summary>
    public DateTime? Used { get; init; }

    /// <summary>Makes a link, and the code that is handed out and not kept.</summary>
    internal static (AccountLink Link, IssuedLink Issued) New(LinkPurpose purpose, Person? person, DateTimeOffset now)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(CodeBytes));
        var link = new AccountLink
        {
            Id = Guid.CreateVersion7(now),
            Purpose = purpose,
            PersonId = person?.Id,
            CodeHash = HashOf(code),
            Created = now.UtcDateTime,
            Expires = (now + LifeOf(purpose)).UtcDateTime,
        };
        return (link, new IssuedLink(purpose, code, link.Expires));
    }

    internal static byte[] HashOf(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));

    /// <summary>How it stands with a link; null is one that nobody handed out.</summary>
    internal static LinkState StateOf(AccountLink? link, DateTime now) => link switch
    {
        null => LinkState.Unknown,
        { Used: not null } => LinkState.Used,
        _ => now < link.Expires ? LinkState.Open : LinkState.Expired,
    };

    // An invitation waits for somebody; who asks for a new password is waiting for it.
    private static TimeSpan LifeOf(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? TimeSpan.FromDays(7) : TimeSpan.FromHours(24);
}

/// <summary>A link at the one moment at which its code is known.</summary>
/// <param name="Purpose">What it is for.</param>
/// <param name="Code">The secret part of its address.</param>
/// <param name="Expires">From when on it is void, UTC.</param>
public sealed record IssuedLink(LinkPurpose Purpose, string Code, DateTime Expires);

/// <summary>How it stands with a link that somebody follows.</summary>
public enum LinkState
{
    /// <summary>It can be used.</summary>
    Open,
    /// <summary>Nobody handed it out.</summary>
    Unknown,
    /// <summary>It was used once.</summary>
    Used,
    /// <summary>Its time is over, or a newer one took its place.</summary>
    Expired,
}
