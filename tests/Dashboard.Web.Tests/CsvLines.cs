namespace Dashboard.Web.Tests;

/// <summary>A table of comma-separated values read back by the names of its columns.</summary>
internal static class CsvLines
{
    public static async Task<List<Dictionary<string, string>>> CsvAsync(this HttpClient client, string address)
    {
        var lines = (await client.GetStringAsync(address)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(x => x.First, x => x.Second))];
    }
}
