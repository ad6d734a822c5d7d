using System.Buffers;
using Dashboard.Exports.Briefings;

namespace Dashboard.Exports.Tables;

/// <summary>Texts in the parts of a workbook.</summary>
internal static class XlsxText
{
    /// <summary>Most characters that a cell holds.</summary>
    public const int Longest = 32767;

    // Of most texts nothing needs a second look. An underscore may begin what Excel takes for the number of a character.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -.,:;/()+*=!?'%·");

    /// <summary>Adds a text, escaped for the content and the attributes of XML; what XML cannot hold is a space.</summary>
    public static void AddXml(this ByteBuffer bytes, string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Plain) < 0 && text.Length <= Longest)
        {
            bytes.Add(text);
            return;
        }

        var rest = (text.AsSpan().ContainsAny(Doubtful) ? Shorten(text).Clean() : Shorten(text)).AsSpan();
        while (rest.IndexOfAny(Escaped) is var at and >= 0)
        {
            bytes.Add(rest[..at]);
            bytes.Add(rest[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\n' => "&#10;"u8,
                _ => IsNumber(rest[at..]) ? "_x005F_"u8 : "_"u8,
            });
            rest = rest[(at + 1)..];
        }

        bytes.Add(rest);
    }

    // What XML cannot hold, and halves of letters, which may be whole ones.
    private static readonly SearchValues<char> Doubtful = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c != '\n'), .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"\n_");

    // "_x0041_" would be read as the letter of that number.
    private static bool IsNumber(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(Hexadecimal);

    private static readonly SearchValues<char> Hexadecimal = SearchValues.Create("0123456789abcdefABCDEF");

    private static string Shorten(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
}
