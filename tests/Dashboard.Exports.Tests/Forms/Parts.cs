using System.IO.Compression;
using System.Text;

namespace Dashboard.Exports.Tests.Forms;

/// <summary>The parts of a packed workbook.</summary>
internal static class Parts
{
    public static async Task<byte[]> Of(byte[] workbook, string part)
    {
        await using var zip = new ZipArchive(new MemoryStream(workbook));
        await using var stream = zip.GetEntry(part)!.Open();
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public static async Task<string> TextOf(byte[] workbook, string part) => Encoding.UTF8.GetString(await Of(workbook, part));

    /// <summary>A text without what no workbook can hold.</summary>
    public static string Clean(string text) => string.Concat(text.EnumerateRunes().Select(rune => (Rune.IsControl(rune) && rune.Value != '\n') || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString()));
}
