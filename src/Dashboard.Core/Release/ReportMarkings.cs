using System.Collections.Immutable;

namespace Dashboard.Core.Release;

/// <summary>Computes the marking of something made of several countries' assessments.</summary>
internal sealed class ReportMarkings(ReleaseTerms terms, string readerNation, IReadOnlyDictionary<string, (Marking Marking, string Originator)> used)
{
    /// <summary>The markings, with their originators, of what the reader sees of some countries.</summary>
    public IEnumerable<(Marking Marking, string Originator)> PartsOf(IEnumerable<string> countries) =>
        countries.Where(used.ContainsKey).Select(country => used[country]);

    /// <summary>The highest classification (compilations included) and the nations that all parts are released to.</summary>
    public Marking Of(IEnumerable<(Marking Marking, string Originator)> parts)
    {
        var highest = terms.Ladder.Lowest;
        HashSet<string>? audience = null;
        var named = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var (marking, originator) in parts)
        {
            highest = terms.Ladder.Higher(highest, marking.Classification);
            if (marking.Compilation is { } compilation)
                highest = terms.Ladder.Higher(highest, compilation);
            // Many countries share few lists of releases, and a list may be long.
            if (!named.TryGetValue(marking.ReleasableTo, out var nations))
                named.Add(marking.ReleasableTo, nations = [.. terms.NationsOf(marking)]);
            if (audience is null)
                audience = [.. nations, originator];
            else
                audience.RemoveWhere(nation => nation != originator && !nations.Contains(nation));
        }

        return new Marking(highest, terms.NamesOf((audience ?? [readerNation]).ToImmutableSortedSet(StringComparer.Ordinal)));
    }
}
