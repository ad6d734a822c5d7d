using System.Globalization;
using System.Text;
using Dashboard.Core.Language;

namespace Dashboard.Core;

/// <summary>
/// Somebody gave us something we cannot use. The message is one sentence for that person: what is wrong, where, and how to mend it.
/// It is shown as it is; every other exception is a fault of the program.
/// </summary>
public sealed class InputException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int Longest = 60;
    private const int MostChoices = 20;

    // How the keys of refusals begin that say what somebody has no right to.
    private const string MayNot = "MayNot";

    /// <summary>The key of its text, without "Input."; null for a sentence of its own.</summary>
    public string? Key { get; private init; }

    /// <summary>Whether somebody asked for what they have no right to, whatever they give: its key begins with "MayNot".</summary>
    public bool IsAboutRights => Key?.StartsWith(MayNot, StringComparison.Ordinal) == true;

    /// <summary>
    /// What somebody gave, fit to be repeated in a message, a log or the audit: at most sixty characters, none of them cut in half, and a
    /// space for each that controls a terminal or turns the direction of writing.
    /// </summary>
    public static string Shorten(string given)
    {
        // Runes: half of a pair is kept differently by each database, and an entry of the audit would no longer say what was sealed.
        var clean = string.Concat(given.EnumerateRunes().Take(Longest + 1).Select(Visible));
        var end = char.IsHighSurrogate(clean[..Math.Min(clean.Length, Longest)].LastOrDefault()) ? Longest - 1 : Longest;
        return clean.Length > Longest ? clean[..end] + "…" : clean;
    }

    /// <summary>The refusal of the key "Input." + <paramref name="key"/> of Texts.resx, in the language of whoever asked.</summary>
    public static InputException Of(string key, params ReadOnlySpan<object?> values) => new(Texts.Refusal(key, values)) { Key = key };

    private static string Visible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? " " : rune.ToString();

    /// <summary>"Unknown {kind} 'x': choose one of a, b, c."</summary>
    /// <param name="kind">What was asked for, in a word or two of English; a kind with a text "Input.Unknown.{kind}" is said in the reader's language.</param>
    /// <param name="given">What was given.</param>
    /// <param name="choices">The valid (or nearest) choices; at most twenty are named, the others counted.</param>
    /// <param name="hint">What else to know, in the reader's language, added at the end.</param>
    public static InputException UnknownChoice(string kind, string given, IEnumerable<string> choices, string? hint = null)
    {
        var all = choices.ToList();
        var named = string.Join(Texts.Get(CultureInfo.CurrentUICulture, "List.Separator"), all.Take(MostChoices));
        var choose = all.Count > MostChoices ? Texts.Refusal("ChooseOfMore", named, all.Count - MostChoices)
            : named.Length > 0 ? Texts.Refusal("ChooseOf", named) : null;
        var way = choose is not null && hint is not null ? Texts.Refusal("Ways", choose, hint) : choose ?? hint ?? Texts.Refusal("NoChoice");
        var key = $"Unknown.{kind.Replace(' ', '-')}";
        return Texts.HasRefusal(key) ? Of(key, Shorten(given), way) : Of("Unknown", kind, Shorten(given), way);
    }
}
