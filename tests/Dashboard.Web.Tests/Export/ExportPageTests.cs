using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dashboard.Web.CommandLine;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Export;

/// <summary>What the page says is in the files is in them, for whoever asks; and what is given up half-way leaves nothing.</summary>
public sealed partial class ExportPageTests(Server server) : IClassFixture<Server>, IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Theory]
    [InlineData("executive-jpn")]
    [InlineData("planner-est")]
    public async Task Page_CountsTheLinesOfItsFiles_AndTellsTheirMarking(string persona)
    {
        using var client = await server.ClientAsync(persona);
        var page = await client.GetStringAsync("/export");
        var links = Link().Matches(page).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.Equal(4 * 3, links.Count);
        foreach (var link in links.Where(link => link.Contains(".csv", StringComparison.Ordinal)))
        {
            using var answer = await client.GetAsync(link);
            var lines = (await answer.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal((lines.Length - 1).ToString(CultureInfo.InvariantCulture), answer.Headers.GetValues("Expected-Lines").Single());
            var marking = lines[1].Split(',')[^2..];
            Assert.All(lines.Skip(1), line => Assert.EndsWith($",{marking[0]},{marking[1]}", line));
            Assert.Matches($"{(lines.Length - 1).ToString("N0", CultureInfo.InvariantCulture)}</td>\\s*<td class=\"wide-only\">{marking[0].ToUpperInvariant()} · REL TO {marking[1].Replace(" ", ", ", StringComparison.Ordinal)}</td>", page);
            using var json = JsonDocument.Parse(await client.GetStringAsync(link.Replace(".csv", ".json", StringComparison.Ordinal)));
            Assert.Equal(lines.Length - 1, json.RootElement.GetProperty("answers").GetArrayLength());
        }
    }

    [Fact]
    public async Task Files_HoldTheLevelsThatTheCommandLists()
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var json = JsonDocument.Parse(await client.GetStringAsync("/scores.json?cycle=2026"));
        var listed = (await Run.OutputOfAsync("scores", "--cycle", "2026", "--as", "JPN/secret", "--data", server.DataPath)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1);
        string[] fields = ["country", "cycle", "assessor", "basis", "indicator", "state", "level", "confidence"];
        Assert.Equal(listed, json.RootElement.GetProperty("answers").EnumerateArray().Where(line => line.GetProperty("assessor").ValueKind == JsonValueKind.String)
            .Select(line => string.Join(',', fields.Select(field => line.GetProperty(field).ToString()))));
    }

    [Fact]
    public async Task Command_WritesTheFileOfThePage()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var file = Path.Combine(Directory.CreateDirectory(_folder.Path).FullName, "scores.csv");
        Assert.StartsWith("Written to ", await Run.OutputOfAsync("scores", "--cycle", "2026", "--output", file, "--as", "JPN/secret", "--data", server.DataPath));
        Assert.Equal(await client.GetStringAsync("/scores.csv?cycle=2026"), await File.ReadAllTextAsync(file));
        Assert.Contains("name it with --output", (await Run.OfAsync("scores", "--format", "xlsx", "--data", server.DataPath)).Errors);
        Assert.Contains("xlsx, csv, json", (await Run.OfAsync("scores", "--format", "pdf", "--data", server.DataPath)).Errors);
    }

    [Fact]
    public async Task File_GivenUpHalfWay_LeavesNothing()
    {
        var folder = Directory.CreateDirectory(_folder.Path);
        using var giveUp = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OutputFile.At(Path.Combine(folder.FullName, "scores.csv")).WriteAsync(async stream =>
        {
            await stream.WriteAsync("half of it"u8.ToArray(), giveUp.Token);
            await giveUp.CancelAsync();
        }, giveUp.Token));
        Assert.Empty(folder.GetFiles());
    }

    [GeneratedRegex("href=\"(/scores[^\"]+)\"")]
    private static partial Regex Link();
}
