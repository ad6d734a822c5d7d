using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Reading;

/// <summary>What a reader's browser gets for a page at the first visit: the document as it is, the files beside it as a published program sends them, in Brotli.</summary>
public sealed partial class PageWeightTests(Server server) : IClassFixture<Server>
{
    private const int Most = 100_000;

    [Theory]
    [InlineData("/gaps/JPN?against=NATO", "en")]
    [InlineData("/gaps/JPN?against=CCDCOE", "ja")]
    [InlineData("/gaps/JPN?against=NATO", "fr")]
    [InlineData("/overview/JPN?against=NATO", "fr")]
    public async Task Page_WithEverythingOnIt_IsLight(string page, string language)
    {
        using var client = await server.ClientAsync("executive-jpn");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        var document = await client.GetByteArrayAsync(page);
        var files = Files().Matches(System.Text.Encoding.UTF8.GetString(document)).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(["css", "css", "js", "svg"], files.Select(file => file.Split('.')[^1]).Order());
        var bytes = document.Length;
        foreach (var file in files)
            bytes += Compressed(await client.GetByteArrayAsync(file));
        Assert.InRange(bytes, 30_000, Most);
    }

    private static int Compressed(byte[] file)
    {
        using var to = new MemoryStream();
        using (var brotli = new BrotliStream(to, CompressionLevel.SmallestSize, leaveOpen: true))
            brotli.Write(file);
        return (int)to.Length;
    }

    [GeneratedRegex("""(?:rel="(?:stylesheet|icon)"[^>]*href|<script src)="([^"]+)""")]
    private static partial Regex Files();
}
