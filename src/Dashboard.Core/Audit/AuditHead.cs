using System.Globalization;
using System.Security.Cryptography;

namespace Dashboard.Core.Audit;

/// <summary>The end of the chain as it was noted down.</summary>
/// <param name="Sequence">Sequence of the last entry; 0 for an empty chain.</param>
/// <param name="Hash">Its hash.</param>
public sealed record AuditHead(long Sequence, byte[] Hash)
{
    /// <summary>The head of an empty chain.</summary>
    public static AuditHead Empty => new(0, AuditEntry.Origin);

    /// <summary>The hash in lower-case hexadecimal.</summary>
    public string HashText => Convert.ToHexStringLower(Hash);

    /// <summary>Number and hash as they are noted down and given back: "123:3fa9…".</summary>
    public string ToNote() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{HashText}");

    /// <summary>A head that somebody noted, as <see cref="ToNote"/> writes it.</summary>
    /// <exception cref="InputException">It is no number, a colon and 64 hexadecimal digits.</exception>
    public static AuditHead Parse(string note)
    {
        var parts = note.Trim().Split(':');
        var hash = new byte[SHA256.HashSizeInBytes];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && parts[1].Length == hash.Length * 2 && Convert.FromHexString(parts[1], hash, out _, out _) == System.Buffers.OperationStatus.Done
            ? new AuditHead(sequence, hash)
            : throw InputException.Of("NoAuditHead", InputException.Shorten(note));
    }
}
