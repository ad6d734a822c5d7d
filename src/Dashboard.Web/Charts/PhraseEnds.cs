using System.Text;
using Dashboard.Exports;

namespace Dashboard.Web.Charts;

/// <summary>How good a place to end a line is, the best first.</summary>
internal enum PhraseEnd
{
    /// <summary>After a space, a mark, a particle or an ending: what is read in one breath stays together.</summary>
    Phrase,
    /// <summary>Between scripts: inside a compound of several words.</summary>
    Script,
    /// <summary>Between any two East Asian letters: inside a word, or a number and its unit.</summary>
    Letter,
}

/// <summary>
/// Where a line may end. Japanese writes no spaces: endings and particles are hiragana, what they follow is kanji or katakana, so a phrase
/// ends where hiragana does. Words of Latin letters are never broken.
/// </summary>
internal static class PhraseEnds
{
    private const string NeverFirst = "、。，．：；！？）」』】〉》・ーっゃゅょッャュョ々％〜～,.:;!?)]}»’”";
    private const string NeverLast = "（「『【〈《〜～([{«‘“";

    // Particles, and endings of verbs and adjectives; others, such as the り of 取り組み, stand inside words too.
    private const string Endings = "はがをにでとのへもやるうくすつぬむぶぐいたてなだずばらん";

    /// <summary>The pieces of a text that lie between places at least as good as one, each with the spaces behind it.</summary>
    public static IEnumerable<string> Split(string text, PhraseEnd weakest)
    {
        var piece = new StringBuilder();
        Rune? before = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (before is { } last && Between(last, rune) <= weakest)
            {
                yield return piece.ToString();
                piece.Clear();
            }

            piece.Append(rune.ToString());
            before = rune;
        }

        if (piece.Length > 0)
            yield return piece.ToString();
    }

    private static PhraseEnd? Between(Rune before, Rune after)
    {
        if (Rune.IsWhiteSpace(after) || before.Value is '\u00A0' or '\u202F' || Has(NeverFirst, after) || Has(NeverLast, before))
            return null;
        if (Rune.IsWhiteSpace(before))
            return PhraseEnd.Phrase;
        if (!EastAsianWidth.IsWide(before) && !EastAsianWidth.IsWide(after))
            return null;
        return (ScriptOf(before), ScriptOf(after)) switch
        {
            (Script.Mark, _) or (_, Script.Mark) => PhraseEnd.Phrase,
            (_, Script.Hiragana) => before.Value == 'を' ? PhraseEnd.Phrase : PhraseEnd.Letter,
            // The か of 5か国 belongs to the unit.
            (Script.Hiragana, Script.Ideograph) => before.Value == 'か' ? PhraseEnd.Letter : Has(Endings, before) ? PhraseEnd.Phrase : PhraseEnd.Script,
            (Script.Hiragana, _) => PhraseEnd.Phrase,
            var (one, other) => one == other || Rune.IsDigit(before) ? PhraseEnd.Letter : PhraseEnd.Script,
        };
    }

    private static bool Has(string letters, Rune letter) => letters.Contains(letter.ToString(), StringComparison.Ordinal);

    private static Script ScriptOf(Rune letter) => letter.Value switch
    {
        >= 0x3041 and <= 0x309F => Script.Hiragana,
        'ー' or (>= 0x30A1 and <= 0x30FA) => Script.Katakana,
        _ when !EastAsianWidth.IsWide(letter) => Script.Narrow,
        _ => Rune.IsLetterOrDigit(letter) ? Script.Ideograph : Script.Mark,
    };

    private enum Script
    {
        Hiragana,
        Katakana,
        Ideograph,
        /// <summary>Latin letters, digits and their marks.</summary>
        Narrow,
        Mark,
    }
}
