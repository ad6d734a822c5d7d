using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Dashboard.Exports.Method;

/// <summary>How everything is calculated, as page and workbook say it: docs/scoring.md and its translations, built into the program.</summary>
/// <param name="Language">The language it is written in, as HTML names it: en, ja or fr.</param>
/// <param name="Markdown">The text, without what is for developers.</param>
public sealed partial record MethodDocument(string Language, string Markdown)
{
    private const string English = "en";

    private static readonly FrozenDictionary<string, MethodDocument> Documents =
        ((MethodDocument[])[new(English, ForReaders(Read("scoring.md"))), new("ja", Read("scoring.ja.md")), new("fr", Read("scoring.fr.md"))])
        .ToFrozenDictionary(document => document.Language);

    /// <summary>In every language that there is.</summary>
    public static IEnumerable<MethodDocument> All => Documents.Values;

    /// <summary>In the reader's language; English for any but Japanese and French.</summary>
    public static MethodDocument In(CultureInfo culture) => Documents.GetValueOrDefault(culture.TwoLetterISOLanguageName, Documents[English]);

    /// <summary>
    /// The text as readers are shown it: without the paragraph on the sources, the names of tests behind examples, and the decisions
    /// that are pointed to. The translations have none of them.
    /// </summary>
    public static string ForReaders(string markdown) => Pointers().Replace(Sources().Replace(markdown, ""), "");

    private static string Read(string name)
    {
        using var stream = typeof(MethodDocument).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"docs/{name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"^\*In the sources:\*.*?(\n\n|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Sources();

    // "(`ATests`, `BTests`)" also where it stands on a line of its own in a quote; "(decision 13)"; "([decision 20](decisions/0020-….md))".
    [GeneratedRegex(@"\s*(?:^>\s*)?\((?:`\w+Tests`[^()]*|decision \d+|\[decision \d+\]\([^()]*\))\)", RegexOptions.Multiline)]
    private static partial Regex Pointers();
}
