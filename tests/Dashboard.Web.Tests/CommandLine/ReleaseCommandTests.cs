namespace Dashboard.Web.Tests.CommandLine;

/// <summary>assessment release, withdraw and mark, over a folder of their own.</summary>
public sealed class ReleaseCommandTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task Release_Withdraw_AndMark_ChangeWhatOthersSee()
    {
        await BeginAsync();
        Assert.Contains("JPN,2026,JPN,self-assessed,LAN-1,scored,3,", await DoAsync("scores"));
        Assert.DoesNotContain("JPN,", await SeenAsync("GBR/secret"));

        var released = await DoAsync("assessment", "release", "JPN", "--to", "FVEY,CHE");
        Assert.StartsWith("JPN 2026, self-assessed by JPN, revision 1: RESTRICTED · REL TO CHE, FVEY.\nSee it now: AUS, CAN, CHE, GBR, NZL, USA.\n", released);
        Assert.Contains("LAN-1,scored,3,", await SeenAsync("GBR/restricted"));
        Assert.DoesNotContain("JPN,", await SeenAsync("GBR"));

        Assert.Equal("LAN-1: SECRET.\n", await DoAsync("assessment", "mark", "JPN", "--classification", "secret", "--indicator", "lan-1"));
        Assert.Contains("LAN-1,withheld,", await SeenAsync("GBR/restricted"));
        Assert.Contains("LAN-1,scored,3,", await SeenAsync("GBR/secret"));
        Assert.Equal("LAN-1: as the assessment.\n", await DoAsync("assessment", "mark", "JPN", "--classification", "none", "--indicator", "LAN-1"));

        Assert.Contains("CONFIDENTIAL · REL TO CHE, FVEY (as a whole SECRET).", await DoAsync("assessment", "mark", "JPN", "--classification", "confidential", "--compilation", "secret"));
        Assert.DoesNotContain("JPN,", await SeenAsync("GBR/confidential"));
        // The compilation stays unless it is taken away.
        Assert.Contains("(as a whole SECRET)", await DoAsync("assessment", "mark", "JPN", "--classification", "unclassified"));
        Assert.Contains("UNCLASSIFIED · REL TO CHE, FVEY.", await DoAsync("assessment", "mark", "JPN", "--classification", "unclassified", "--compilation", "none"));
        Assert.Contains("LAN-1,scored,3,", await SeenAsync("GBR"));

        Assert.Contains("No longer see it: AUS, CAN, CHE, GBR, NZL, USA.", await DoAsync("assessment", "withdraw", "JPN"));
        Assert.DoesNotContain("JPN,", await SeenAsync("GBR/secret"));
        Assert.Contains("is whole", await DoAsync("audit", "verify"));
    }

    [Fact]
    public async Task Correction_ReachesOthersOnlyWhenItIsReleased()
    {
        await BeginAsync();
        await DoAsync("assessment", "release", "JPN", "--to", "USA,GBR");
        await DoAsync("assessment", "revise", "JPN");
        await DoAsync("score", "JPN", "LAN-1", "5");
        await DoAsync("assessment", "submit", "JPN");
        await DoAsync("assessment", "approve", "JPN");
        Assert.Contains("LAN-1,scored,5,", await DoAsync("scores"));
        Assert.Contains("LAN-1,scored,3,", await SeenAsync("USA/secret"));
        var released = await DoAsync("assessment", "release", "JPN", "--to", "USA");
        Assert.Contains("revision 2: RESTRICTED · REL TO USA.\nSee the newer revision now: USA.\nNo longer see it: GBR.\n", released);
        Assert.Contains("LAN-1,scored,5,", await SeenAsync("USA/secret"));
        Assert.DoesNotContain("JPN,", await SeenAsync("GBR/secret"));
    }

    [Theory]
    [InlineData("approve it first with 'assessment approve EST --cycle 2026'", "release", "EST", "--to", "USA")]
    [InlineData("has no approved assessment of EST", "withdraw", "EST")]
    [InlineData("Unknown country 'Hansa'", "release", "JPN", "--to", "Hansa")]
    [InlineData("only reads and may not release", "release", "JPN", "--to", "USA", "--as", "JPN/secret")]
    [InlineData("only reads and may not score, move, mark or release", "mark", "JPN", "--classification", "secret", "--as", "JPN/secret")]
    [InlineData("choose one of unclassified, restricted, confidential, secret", "mark", "JPN", "--classification", "cosmic")]
    [InlineData("cannot be restricted where its parts are restricted", "mark", "JPN", "--classification", "restricted", "--compilation", "restricted")]
    [InlineData("LAN-1 cannot be unclassified in an assessment that is restricted", "mark", "JPN", "--classification", "unclassified", "--indicator", "LAN-1")]
    [InlineData("LAN-2 has no answer yet", "mark", "JPN", "--classification", "secret", "--indicator", "LAN-2")]
    [InlineData("leave it out", "mark", "JPN", "--classification", "secret", "--compilation", "secret", "--indicator", "LAN-1")]
    [InlineData("choose one of LAN-1, LAN-2", "mark", "JPN", "--classification", "secret", "--indicator", "LAN-9")]
    [InlineData("begin one with 'assessment begin EST", "mark", "EST", "--classification", "secret")]
    public async Task BadInput_IsRefusedInOneSentence_AndChangesNothing(string said, params string[] command)
    {
        await BeginAsync();
        var head = await DoAsync("audit", "verify");
        var run = await Run.OfAsync(["assessment", .. command, "--data", _folder.Path]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.Equal(head, await DoAsync("audit", "verify"));
    }

    [Fact]
    public async Task Begin_TakesNoReleases() =>
        Assert.Equal(2, (await Run.OfAsync("assessment", "begin", "JPN", "--release-to", "USA", "--data", _folder.Path)).ExitCode);

    private async Task BeginAsync()
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        await DoAsync("assessment", "begin", "JPN", "--classification", "restricted");
        await DoAsync("score", "JPN", "LAN-1", "3");
        await DoAsync("assessment", "submit", "JPN");
        await DoAsync("assessment", "approve", "JPN");
    }

    private Task<string> SeenAsync(string reader) => DoAsync("scores", "--as", reader);

    private Task<string> DoAsync(params string[] command) => Run.OutputOfAsync([.. command, "--data", _folder.Path]);
}
