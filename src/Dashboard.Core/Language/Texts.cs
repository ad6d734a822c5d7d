using System.Collections.Frozen;
using System.Globalization;

namespace Dashboard.Core.Language;

/// <summary>The product's words for its facts, in English, Japanese and French, from Texts.resx.</summary>
public static class Texts
{
    private static readonly Phrases Phrases = new("Dashboard.Core.Language.Texts", typeof(Texts).Assembly);

    private const string InputPrefix = "Input.";

    /// <summary>A text by its key, its places {0}, {1} … filled in by the rules of the culture.</summary>
    /// <exception cref="ArgumentException">There is no such text: a fault of the program.</exception>
    public static string Get(CultureInfo culture, string key, params ReadOnlySpan<object?> values) =>
        Phrases.Fill(culture, key, values) ?? throw new ArgumentException($"There is no text '{key}'.", nameof(key));

    /// <summary>Sentences one after the other, with a space between them where the language has one.</summary>
    public static string Join(CultureInfo culture, params IEnumerable<string> sentences) => string.Join(culture.TwoLetterISOLanguageName == "ja" ? "" : " ", sentences);

    /// <summary>Why something is refused, from the key "Input." + <paramref name="key"/>, in the language of whoever asked: the current UI culture.</summary>
    /// <exception cref="ArgumentException">There is no such text: a fault of the program.</exception>
    public static string Refusal(string key, params ReadOnlySpan<object?> values) => Get(CultureInfo.CurrentUICulture, InputPrefix + key, values);

    /// <summary>The word for a value inside a refusal: its code in English, which commands and addresses take, the reader's word in Japanese and French.</summary>
    public static string RefusalWord<T>(T value) where T : struct, Enum =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "ja" or "fr" ? Of(value, CultureInfo.CurrentUICulture) : CodeName.Of(value);

    /// <summary>A text by its key, without places; null if there is none.</summary>
    internal static string? Find(CultureInfo culture, string key) => Phrases.Find(culture, key);

    /// <summary>What follows a prefix in the keys that begin with it, in alphabetical order.</summary>
    internal static IEnumerable<string> KeysOf(string prefix) =>
        Phrases.Keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Select(key => key[prefix.Length..]).Order(StringComparer.Ordinal);

    /// <summary>Whether there is a refusal of this key.</summary>
    internal static bool HasRefusal(string key) => Phrases.Find(CultureInfo.InvariantCulture, InputPrefix + key) is not null;

    /// <summary>The word for a value of an enumeration, from the key "Type.Value".</summary>
    public static string Of<T>(T value, CultureInfo culture) where T : struct, Enum => Get(culture, Keys<T>.Of[value]);

    private static class Keys<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Of = Enum.GetValues<T>().ToFrozenDictionary(value => value, value => $"{typeof(T).Name}.{value}");
    }
}
