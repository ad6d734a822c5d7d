using System.Collections.Immutable;

namespace Dashboard.Core.Release;

/// <summary>Computes the marking of something made of several countries' assessments.</summary>
internal sealed class ReportMarkings(ReleaseTerms terms, string readerNation, IReadOnlyDictionary<string, (Marking Marking, string Originator)> used)
{
    /// <summary>The highest classification (compilations included) and the nations that all parts are released to.</summary>
    public Marking Of(IEnumerable<string> countries)
    {
        var highest = terms.Ladder.Lowest;
        ImmutableSortedSet<string>? audience = null;
        foreach (var country in countries)
        {
            if (!used.TryGetValue(country, out var part))
                continue;
            highest = terms.Ladder.Higher(highest, part.Marking.Classification);
            if (part.Marking.Compilation is { } compilation)
                highest = terms.Ladder.Higher(highest, compilation);
            var nations = terms.Audience(part.Marking, part.Originator);
            audience = audience is null ? nations : audience.Intersect(nations);
        }

        return new Marking(highest, terms.Named(audience ?? [readerNation]));
    }
}
