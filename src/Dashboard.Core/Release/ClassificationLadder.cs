using System.Collections.Immutable;

namespace Dashboard.Core.Release;

/// <summary>The classifications in use, lowest first. An unknown one counts as above all of them.</summary>
/// <param name="Levels">At least one; compared without regard to case.</param>
public sealed record ClassificationLadder(ImmutableArray<string> Levels)
{
    /// <summary>unclassified, restricted, confidential, secret.</summary>
    public static ClassificationLadder Default { get; } = new(["unclassified", "restricted", "confidential", "secret"]);

    /// <summary>The lowest classification.</summary>
    public string Lowest => Levels[0];

    /// <summary>The highest classification.</summary>
    public string Highest => Levels[^1];

    /// <summary>0 for the lowest; the number of levels for an unknown classification, so that nobody reaches it.</summary>
    public int Rank(string classification)
    {
        for (var i = 0; i < Levels.Length; i++)
            if (string.Equals(Levels[i], classification, StringComparison.OrdinalIgnoreCase))
                return i;
        return Levels.Length;
    }

    /// <summary>Whether a clearance suffices for a classification. An unknown clearance reaches nothing.</summary>
    public bool Reaches(string clearance, string classification) =>
        Rank(clearance) < Levels.Length && Rank(classification) <= Rank(clearance);

    /// <summary>The higher of two classifications; an unknown one wins.</summary>
    public string Higher(string one, string other) => Rank(one) >= Rank(other) ? one : other;

    /// <summary>The classification as the ladder spells it.</summary>
    /// <exception cref="InputException">The ladder has no such classification.</exception>
    public string Require(string text) =>
        Levels.FirstOrDefault(level => string.Equals(level, text.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw InputException.UnknownChoice("classification", text, Levels);

    /// <summary>The classification of a compilation as the ladder spells it; null where there is none.</summary>
    /// <param name="compilation">What was given; null or blank for none.</param>
    /// <param name="classification">The classification of the parts.</param>
    /// <exception cref="InputException">The ladder has no such classification, or it is not higher than that of the parts.</exception>
    public string? RequireCompilation(string? compilation, string classification) =>
        string.IsNullOrWhiteSpace(compilation) ? null
        : Require(compilation) is var whole && Rank(whole) > Rank(classification) ? whole
        : throw InputException.Of("CompilationNotHigher", whole, classification);
}
