using System.Text.RegularExpressions;
using Dashboard.Core.Language;

namespace Dashboard.Core.Assessments;

/// <summary>What a piece of evidence may say.</summary>
public static partial class EvidenceRule
{
    /// <summary>Longest title, source, and link or registry number, in characters.</summary>
    public const int TextLength = 400;

    /// <summary>Most pieces behind one answer.</summary>
    public const int MostPieces = 50;

    /// <summary>How long before its last day evidence is called soon expired, in days.</summary>
    public const int SoonDays = 90;

    /// <summary>The first day that evidence may be of: what is older is a slip of the pen.</summary>
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>The last day that evidence may hold until.</summary>
    public static readonly DateOnly Latest = new(2199, 12, 31);


    /// <summary>Checks what can be checked without knowing the source.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="today">The day of the check (UTC): evidence may be of the next day, which has begun further east, and of none later.</param>
    /// <exception cref="InputException">No title or source, a text that is too long or holds characters that are not seen, a day that cannot be, a link that is not http or https, or a grade or origin that does not exist.</exception>
    public static void Check(this Evidence piece, DateOnly today)
    {
        if (Unseen.IsBlank(piece.Title) || Unseen.IsBlank(piece.Source))
            throw InputException.Of("EvidenceIncomplete", piece.Indicator);
        foreach (var text in (string[])[piece.Title, piece.Source, piece.Reference])
        {
            if (text.Length > TextLength)
                throw InputException.Of("EvidenceTooLong", piece.Indicator, InputException.Shorten(text), text.Length, TextLength);
            if (Unseen.InLine(text))
                throw InputException.Of("EvidenceUnseen", piece.Indicator, InputException.Shorten(text));
        }

        var title = InputException.Shorten(piece.Title);
        if (piece.Date < Earliest || piece.Date.DayNumber > today.DayNumber + 1)
            throw InputException.Of("EvidenceDay", piece.Indicator, title, piece.Date, Earliest);
        if (piece.Expiry <= piece.Date)
            throw InputException.Of("EvidenceExpired", piece.Indicator, title, piece.Expiry, piece.Date);
        if (piece.Expiry > Latest)
            throw InputException.Of("EvidenceExpiryLate", piece.Indicator, title, piece.Expiry, Latest);
        if (LooksLikeALink().IsMatch(piece.Reference) && piece.Link() is null)
            throw InputException.Of("EvidenceLink", piece.Indicator, InputException.Shorten(piece.Reference));
        if (!Enum.IsDefined(piece.Reliability))
            throw InputException.Of("ReliabilityOutside", piece.Indicator, title);
        if (!Enum.IsDefined(piece.Origin))
            throw InputException.Of("OriginOutside", piece.Indicator, title);
        if (piece.Credibility is < 1 or > 6)
            throw InputException.Of("CredibilityOutside", piece.Indicator, piece.Credibility, title);
    }

    /// <summary>Where the piece can be read: its reference where that is a link over http or https; null for anything else.</summary>
    public static Uri? Link(this Evidence piece) =>
        Uri.TryCreate(piece.Reference, UriKind.Absolute, out var link) && link.Scheme is "http" or "https" && link.Host.Length > 0 ? link : null;

    // A scheme before the colon, or two slashes behind one. "MOD:2025-17" is a number in a registry.
    [GeneratedRegex(@"^\s*[A-Za-z][A-Za-z0-9+.\-]*:[^\s0-9]|:\s*//")]
    private static partial Regex LooksLikeALink();
}
