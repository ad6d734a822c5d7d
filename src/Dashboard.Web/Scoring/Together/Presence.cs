using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Dashboard.Web.Scoring.Together;

/// <summary>Somebody who has an assessment open.</summary>
/// <param name="Assessment">Number of the assessment.</param>
/// <param name="Name">Who.</param>
/// <param name="Indicator">Where their keys are; null before they are anywhere.</param>
internal sealed record Place(int Assessment, string Name, string? Indicator);

/// <summary>Who has which assessment open on this server, and on which indicator: one place for each open page. Nothing of it is stored.</summary>
internal sealed class Presence
{
    private readonly ConcurrentDictionary<object, Place> _pages = [];

    /// <summary>Called with the number of an assessment whose people have come, moved or gone.</summary>
    public event Action<int>? Changed;

    /// <summary>A page is at a place, or is nowhere any more.</summary>
    public void Put(object page, Place? place)
    {
        var before = _pages.GetValueOrDefault(page);
        if (before == place)
            return;
        if (place is null)
            _pages.TryRemove(page, out _);
        else
            _pages[page] = place;
        foreach (var assessment in new[] { before?.Assessment, place?.Assessment }.OfType<int>().Distinct())
            Changed?.Invoke(assessment);
    }

    /// <summary>Who else has an assessment open, seen from a page.</summary>
    public ImmutableArray<Place> Beside(object page, int assessment) =>
        [.. _pages.Where(p => p.Key != page && p.Value.Assessment == assessment).Select(p => p.Value).OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Indicator, StringComparer.Ordinal)];

    /// <summary>The names of those who have an assessment open.</summary>
    public ImmutableArray<string> NamesIn(int assessment) =>
        [.. _pages.Values.Where(p => p.Assessment == assessment).Select(p => p.Name).Distinct().Order(StringComparer.Ordinal)];
}
