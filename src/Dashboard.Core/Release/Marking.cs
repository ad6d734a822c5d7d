using Dashboard.Core.Countries;

namespace Dashboard.Core.Release;

/// <summary>
/// How far something may go: a classification and the nations or groups it is released to, besides its originator.
/// </summary>
public sealed record Marking
{
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

    /// <summary>A marking from what somebody typed.</summary>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="groups">The groups that a release may name.</param>
    /// <param name="classification">A level of the ladder.</param>
    /// <param name="releasableTo">Nations (alpha-3 or name) and groups, separated by commas; empty means only the originator.</param>
    /// <exception cref="InputException">An unknown level, nation or group.</exception>
    public static Marking Of(ClassificationLadder ladder, IReadOnlyCollection<CountryGroup> groups, string classification, string releasableTo) => new(
        ladder.Require(classification),
        [
            .. releasableTo.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(to => groups.FirstOrDefault(g => string.Equals(g.Code, to, StringComparison.OrdinalIgnoreCase))?.Code ?? Country.Require(to).Alpha3),
        ]);

    /// <summary>The marking as it is written above everything: "RESTRICTED · REL TO JPN, NATO".</summary>
    public string ToLine() => Classification.ToUpperInvariant() + (ReleasableTo.Length > 0 ? $" · REL TO {string.Join(", ", Releases)}" : "");

    private static string Join(IEnumerable<string> codes) =>
        string.Join(',', codes.Select(c => c.Trim().ToUpperInvariant()).Where(c => c.Length > 0).Distinct().Order(StringComparer.Ordinal));
}
