using System.Globalization;

namespace Dashboard.Core.Language;

/// <summary>One name in the three languages of the product.</summary>
/// <param name="English">English name; never empty.</param>
/// <param name="Japanese">Japanese name; falls back to English when empty.</param>
/// <param name="French">French name; falls back to English when empty.</param>
public sealed record Names(string English, string Japanese = "", string French = "")
{
    /// <summary>The name in the language of <paramref name="culture"/>; English for any other language or a missing one.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "ja" when Japanese.Length > 0 => Japanese,
        "fr" when French.Length > 0 => French,
        _ => English,
    };
    /// <summary>Whether a text is the name in one of the languages, in any case.</summary>
    internal bool IsOne(string text) => ((string[])[English, Japanese, French]).Contains(text, StringComparer.OrdinalIgnoreCase);
}
