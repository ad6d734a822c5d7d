using System.Text;

namespace Dashboard.Data.Accounts;

/// <summary>Bytes as letters and digits that can be typed, five bits each (RFC 4648); for whole groups of five bytes, which need no padding.</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Bits = 5;

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length * 8 / Bits);
        for (var at = 0; at < bytes.Length * 8; at += Bits)
        {
            var value = 0;
            for (var bit = at; bit < at + Bits; bit++)
                value = value << 1 | bytes[bit / 8] >> 7 - bit % 8 & 1;
            text.Append(Letters[value]);
        }

        return text.ToString();
    }

    public static byte[] Decode(string text)
    {
        var bytes = new byte[text.Length * Bits / 8];
        for (var at = 0; at < bytes.Length * 8; at++)
            bytes[at / 8] |= (byte)((Letters.IndexOf(text[at / Bits]) >> Bits - 1 - at % Bits & 1) << 7 - at % 8);
        return bytes;
    }

    /// <summary>The text in groups of four, as people read it.</summary>
    public static string Grouped(string text, char between) => string.Join(between, text.Chunk(4).Select(group => new string(group)));
}
