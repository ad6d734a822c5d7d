using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Dashboard.Core.Language;

/// <summary>The phrases of a resource, by key and language: read once for each language, because a page asks for hundreds.</summary>
/// <param name="name">The resource's full name, without a language.</param>
/// <param name="assembly">Where it is.</param>
public sealed class Phrases(string name, Assembly assembly)
{
    private readonly ResourceManager _resources = new(name, assembly);
    private readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, string>> _byCulture = [];

    /// <summary>A phrase in the culture's language, or in English where that has none of its own; null if there is none.</summary>
    public string? Find(CultureInfo culture, string key) => Of(culture).GetValueOrDefault(key);

    /// <summary>A phrase as <see cref="Find"/> finds it, its places {0}, {1} … filled in by the rules of the culture; null if there is none.</summary>
    public string? Fill(CultureInfo culture, string key, ReadOnlySpan<object?> values) =>
        Find(culture, key) is not { } phrase ? null : values.IsEmpty ? phrase : string.Format(culture, phrase, values);

    /// <summary>The keys.</summary>
    public IEnumerable<string> Keys => Of(CultureInfo.InvariantCulture).Keys;

    // Every language has the same keys, so that a set is never completed from another.
    private FrozenDictionary<string, string> Of(CultureInfo culture) => _byCulture.GetOrAdd(culture, static (language, resources) =>
        resources.GetResourceSet(language, createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!), _resources);
}
