using Dashboard.Core.Countries;

namespace Dashboard.Core.Release;

/// <summary>
/// How far something may go: a classification and the nations or groups it is released to, besides its originator.
/// </summary>
public sealed record Marking
{
    /// <summary>Longest list of releases, in characters.</summary>
    public const int ReleasesLength = 1000;

    // In the list of a part: whoever the assessment is released to, also when that is decided anew.
    private const string AsTheAssessment = "*";

    /// <param name="classification">A level of the ladder.</param>
    /// <param name="releasableTo">Alpha-3 codes and group codes, in any order; none means only the originator.</param>
    /// <param name="compilation">A higher level for the whole; null where the whole is no more than its parts.</param>
    public Marking(string classification, IEnumerable<string>? releasableTo = null, string? compilation = null)
        : this(classification, Join(releasableTo ?? []), compilation)
    {
    }

    private Marking(string classification, string releasableTo, string? compilation)
    {
        Classification = classification;
        ReleasableTo = releasableTo;
        Compilation = compilation;
    }

    /// <summary>The classification of each part.</summary>
    public string Classification { get; private init; }

    /// <summary>Nations (alpha-3) and groups it is released to, sorted, joined by commas; empty means only the originator.</summary>
    public string ReleasableTo { get; private init; }

    /// <summary>The classification of the compilation as a whole where it is higher than its parts'; else null.</summary>
    public string? Compilation { get; private init; }

    /// <summary>The codes of <see cref="ReleasableTo"/>, one by one.</summary>
    public IEnumerable<string> Releases => ReleasableTo.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether this is the marking of a part that is released to whom its assessment is.</summary>
    public bool FollowsAssessment => ReleasableTo == AsTheAssessment;

    /// <summary>The marking of a part (a score, a piece of evidence) that is classified on its own and released to whom its assessment is.</summary>
    /// <param name="classification">A level of the ladder.</param>
    public static Marking OfPart(string classification) => new(classification, AsTheAssessment, null);

    /// <summary>The marking of a part with its releases spelled out.</summary>
    /// <param name="assessment">The marking of the assessment that it is a part of.</param>
    public Marking Within(Marking assessment) => FollowsAssessment ? this with { ReleasableTo = assessment.ReleasableTo } : this;

    /// <summary>The same marking, released to others.</summary>
    /// <param name="releasableTo">Codes separated by commas; empty means only the originator.</param>
    public Marking ReleasedTo(string releasableTo) => this with { ReleasableTo = Join(releasableTo.Split(',')) };

    /// <summary>The same releases with other classifications.</summary>
    /// <param name="classification">A level of the ladder.</param>
    /// <param name="compilation">A higher level for the whole; null for none.</param>
    public Marking Classified(string classification, string? compilation) => this with { Classification = classification, Compilation = compilation };

    /// <summary>The codes, sorted and joined by commas, of nations and groups that somebody typed.</summary>
    /// <param name="groups">The groups that a release may name.</param>
    /// <param name="text">Nations (alpha-3 or name) and groups, separated by commas; empty means only the originator.</param>
    /// <exception cref="InputException">An unknown nation or group, or a list longer than <see cref="ReleasesLength"/>.</exception>
    public static string ReadReleases(IReadOnlyCollection<CountryGroup> groups, string text)
    {
        var codes = Join(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(to => groups.FirstOrDefault(g => string.Equals(g.Code, to, StringComparison.OrdinalIgnoreCase))?.Code ?? Country.Require(to).Alpha3));
        return codes.Length <= ReleasesLength ? codes : throw InputException.Of("ReleasesTooLong", codes.Length, ReleasesLength);
    }

    /// <summary>The marking as it is written above everything: "RESTRICTED · REL TO JPN, NATO".</summary>
    public string ToLine() => Classification.ToUpperInvariant() + (ReleasableTo.Length > 0 ? $" · REL TO {string.Join(", ", Releases)}" : "");

    private static string Join(IEnumerable<string> codes) =>
        string.Join(',', codes.Select(c => c.Trim().ToUpperInvariant()).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal));
}
