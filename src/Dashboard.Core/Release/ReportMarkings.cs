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
        ImmutableSortedSet<string>? audience = null;
        foreach (var (marking, originator) in parts)
        {
            highest = terms.Ladder.Higher(highest, marking.Classification);
            if (marking.Compilation is { } compilation)
                highest = terms.Ladder.Higher(highest, compilation);
            var nations = terms.Audience(marking, originator);
            audience = audience is null ? nations : audience.Intersect(nations);
        }

        return new Marking(highest, terms.Named(audience ?? [readerNation]));
    }
}
