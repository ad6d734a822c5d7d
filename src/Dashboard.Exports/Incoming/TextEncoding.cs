using System.Text;
using Dashboard.Core;

namespace Dashboard.Exports.Incoming;

/// <summary>The letters of a text file: by its byte order mark, else UTF-8 if it is that, else what programs of Japan and of the West write.</summary>
internal static class TextEncoding
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = Strict(932);
    private static readonly Encoding Western = Strict(1252);

    /// <exception cref="InputException">It is no text.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes, Budget budget)
    {
        var marked = new Encoding[] { Utf8, new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true) };
        foreach (var encoding in marked)
            if (bytes.StartsWith(encoding.Preamble))
                return Plain(TryDecode(encoding, bytes[encoding.Preamble.Length..]), budget);
        if (TryDecode(Utf8, bytes) is { } text)
            return Plain(text, budget);
        return Plain((IsJapanese(bytes) ? TryDecode(ShiftJis, bytes) : null) ?? TryDecode(Western, bytes), budget);
    }

    private static Encoding Strict(int codePage)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(codePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    private static string? TryDecode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    // Whether two common letters of Japanese follow one another. Letters of the West with accents (C0 to FF) are rare kanji and halfwidth kana
    // there, its quotation marks (91 to 97) with the letter behind them single kanji.
    private static bool IsJapanese(ReadOnlySpan<byte> bytes)
    {
        var common = 0;
        for (var i = 0; i < bytes.Length && common < 2; i++)
        {
            common = bytes[i] is >= 0x81 and <= 0x98 ? common + 1 : 0;
            if (bytes[i] is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC))
                i++;
        }

        return common == 2;
    }

    private static string Plain(string? text, Budget budget) =>
        text is null || text.Any(letter => letter is < ' ' and not ('\t' or '\r' or '\n') or '\uFFFE' or '\uFFFF') ? throw InputException.Of("FileNoTable", budget.File) : text;
}
