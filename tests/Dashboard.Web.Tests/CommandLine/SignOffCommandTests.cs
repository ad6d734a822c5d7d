namespace Dashboard.Web.Tests.CommandLine;

/// <summary>Tests that set what the whole process is configured with: alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ConfigurationTests
{
    public const string Name = "Configuration";
}

[Collection(ConfigurationTests.Name)]
public sealed class SignOffCommandTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task ThreeSignatures_AreGivenByCommands_AndAReturnSaysWhy()
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        await DoAsync("assessment", "begin", "JPN");
        await DoAsync("score", "JPN", "INF-1", "4");
        Environment.SetEnvironmentVariable("SignOff", "area-lead, reviewer, releasing-officer");
        try
        {
            var early = await Run.OfAsync("assessment", "submit", "JPN", "--data", _folder.Path);
            Assert.StartsWith("It cannot be sent to review before each area is signed as it is now; not signed: LAN, INF,", early.Errors);
            Assert.Equal("Signed: INF, LAN.", (await DoAsync("assessment", "sign", "JPN", "--areas", "inf,LAN")).Trim());
            Assert.StartsWith("Signed: ", await DoAsync("assessment", "sign", "JPN"));
            Assert.Equal("Signed as they are already.", (await DoAsync("assessment", "sign", "JPN")).Trim());
            await DoAsync("assessment", "submit", "JPN");
            Assert.StartsWith("Say why", (await Run.OfAsync("assessment", "return", "JPN", "--data", _folder.Path)).Errors);
            Assert.StartsWith("INF-1: thread ", await DoAsync("assessment", "comment", "JPN", "INF-1", "--text", "Which exercise?"));
            Assert.Contains("returned", await DoAsync("assessment", "return", "JPN"));
            await DoAsync("assessment", "submit", "JPN");
            var reviewed = await Run.OfAsync("assessment", "approve", "JPN", "--data", _folder.Path);
            Assert.Contains("in-review", reviewed.Output);
            Assert.Contains("a releasing officer signs next", reviewed.Errors);
            Assert.Contains("approved", await DoAsync("assessment", "approve", "JPN"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("SignOff", "reviewer");
        }
    }

    private Task<string> DoAsync(params string[] command) => Run.OutputOfAsync([.. command, "--data", _folder.Path]);
}
