using Dashboard.Core.Frameworks;

namespace Dashboard.Web.Tests.CommandLine;

/// <summary>From an empty folder to a gap, by the command line alone.</summary>
public sealed class WithoutDemonstrationTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task Publication_NamesWhatItShutsOut_AndAsks()
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        await DoAsync("assessment", "begin", "MNE");
        var refused = await Run.OfAsync("cycle", "publish", " 2026", "--data", _folder.Path);
        Assert.Contains("would be shut out of its reports: MNE (estimated, draft). Publish without them by --without-unapproved.", refused.Errors);
        Assert.Contains("Unknown cycle", (await Run.OfAsync("cycle", "publish", "1999", "--data", _folder.Path)).Errors);
        Assert.Equal("Cycle 2026 is published and frozen.\n", await DoAsync("cycle", "publish", "2026", "--without-unapproved"));
        Assert.Contains("has been published since", (await Run.OfAsync("cycle", "publish", "2026", "--data", _folder.Path)).Errors);
    }

    [Fact]
    public async Task Commands_LeadFromAnEmptyFolderToAGap()
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        foreach (var country in (string[])["JPN", "EST"])
        {
            await DoAsync("assessment", "begin", country);
            await DoAsync("score", country, "INF-1", country == "JPN" ? "2" : "4", "--confidence", "high", "--because", "seen");
            await DoAsync("score", country, "INF-2", "3", "--confidence", "high");
            await DoAsync("score", country, "INF-3", "not-applicable", "--because", "no such channel");
            await DoAsync("score", country, "INF-4", "3", "--confidence", "high");
            await DoAsync("assessment", "submit", country);
            await DoAsync("assessment", "agree", country, "INF-3");
            await DoAsync("assessment", "approve", country);
        }

        var table = await DoAsync("gaps", "JPN", "--against", "NATO");
        Assert.Contains("Japan is clearly behind the NATO median in 1 of 12 areas: information sharing.", table);
        Assert.DoesNotContain("demonstration", table);
        Assert.Contains("JPN,2026,JPN,self-assessed,INF-3,not-applicable,,", await DoAsync("scores"));
        Assert.Contains("is whole: 19 entries", await DoAsync("audit", "verify"));
        await DoAsync("assessment", "revise", "JPN");
        await DoAsync("score", "JPN", "INF-1", "4", "--confidence", "high");
        Assert.Equal(table, await DoAsync("gaps", "JPN", "--against", "NATO"));
        Assert.Contains("DRAFT", await DoAsync("gaps", "JPN", "--against", "NATO", "--preview-drafts"));
    }

    [Fact]
    public async Task SubmitAndApprove_TellWhatToLookAt_BesideTheOutput()
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        await DoAsync("assessment", "begin", "JPN");
        var empty = await Run.OfAsync("assessment", "submit", "JPN", "--data", _folder.Path);
        Assert.Equal((1, "The assessment of JPN in 2026 has no answer yet: answer at least one indicator before sending it to review.\n"), (empty.ExitCode, empty.Errors));
        await DoAsync("score", "JPN", "INF-1", "4");
        await DoAsync("score", "JPN", "INF-3", "not-applicable", "--because", "no such channel");
        foreach (var (step, status) in ((string, string)[])[("submit", "in-review"), ("approve", "approved")])
        {
            var run = await Run.OfAsync("assessment", step, "JPN", "--data", _folder.Path);
            Assert.Equal((0, $"JPN 2026, self-assessed by JPN, revision 1: {status}.\n"), (run.ExitCode, run.Output));
            var told = run.Errors.TrimEnd().Split('\n');
            // No total, 12 areas without a score, 42 without an answer, one level not shown; and one that does not apply, until it is agreed to.
            Assert.Equal(1 + 12 + 42 + 1 + (step == "submit" ? 1 : 0), told.Length);
            Assert.Contains(told, line => line.StartsWith("INF-1 ", StringComparison.Ordinal) && line.Contains(": level 4 without allied evidence", StringComparison.Ordinal));
            Assert.Equal(step == "submit", told.Any(line => line.StartsWith("INF-3 ", StringComparison.Ordinal) && line.Contains("a reviewer agrees to the reason", StringComparison.Ordinal)));
            if (step == "submit")
            {
                Assert.StartsWith("Answers said not to apply without a reviewer's consent: 1.", (await Run.OfAsync("assessment", "approve", "JPN", "--data", _folder.Path)).Errors);
                Assert.Equal("Agreed: INF-3 does not apply.", (await DoAsync("assessment", "agree", "JPN", "inf-3")).Trim());
            }
        }
    }

    [Theory]
    [InlineData("\"weight\": 1,", "\"weight\": 0,", "the weight 0 must be a finite number above 0")]
    [InlineData("\"code\": \"LAN-2\"", "\"code\": \"LAN-1\"", "indicator 'LAN-1': the code stands 2 times")]
    [InlineData("\"no cyber post has a stated SLP\",", "", "it has 5 level descriptors, and needs 6")]
    [InlineData("\"weight\": 1,", "\"weight\": 1e308,", "and at most 1000000")]
    [InlineData("\"code\": \"LAN-2\"", "\"code\": \"LAN,2\"", "must be 1 to 30 letters, digits")]
    [InlineData("{", "", "cannot be read (line")]
    public async Task FrameworkAdd_OfABadFile_SaysWhereAndStoresNothing(string part, string instead, string said)
    {
        var file = Path.Combine(_folder.Path, "framework.json");
        var text = FrameworkJson.BuiltInText.Replace("\"version\": \"1.0\"", "\"version\": \"2.0\"");
        var at = text.IndexOf(part, StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text[..at] + instead + text[(at + part.Length)..]);
        var run = await Run.OfAsync("framework", "add", file, "--data", _folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.Contains("AICR 1.0'", (await Run.OfAsync("cycle", "add", "2026", "--as-of", "2026-06-30", "--framework", "AICR 2.0", "--data", _folder.Path)).Errors);
    }

    [Theory]
    [InlineData("There is no assessment cycle yet", "gaps", "JPN", "--against", "NATO")]
    [InlineData("write the as-of date as yyyy-MM-dd", "cycle", "add", "2026", "--as-of", "30.6.2026")]
    [InlineData("does not exist", "framework", "add", "nowhere.json")]
    [InlineData("set up for real data", "gaps", "JPN", "--against", "NATO", "--demo")]
    public async Task Command_InANewInstallation_SaysWhatIsMissing(string said, params string[] command)
    {
        await DoAsync("framework", "add", await OtherFrameworkAsync());
        var run = await Run.OfAsync([.. command, "--data", _folder.Path]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors);
    }

    [Theory]
    [InlineData("begin one with 'assessment begin EST --cycle 2026'", "score", "EST", "LAN-1", "3")]
    [InlineData("say why it is not applicable", "score", "JPN", "LAN-1", "not-applicable")]
    [InlineData("choose one of a whole level 0 to 5, not-assessed, not-applicable", "score", "JPN", "LAN-1", "many")]
    [InlineData("choose one of unstated, low, moderate, high", "score", "JPN", "LAN-1", "3", "--confidence", "sure")]
    [InlineData("already begun", "assessment", "begin", "JPN")]
    [InlineData("cannot become approved", "assessment", "approve", "JPN")]
    [InlineData("may not score", "score", "JPN", "LAN-1", "3", "--as", "JPN/secret")]
    public async Task Score_OfWhatCannotBe_SaysWhatToDo(string said, params string[] command)
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        await DoAsync("assessment", "begin", "JPN");
        var run = await Run.OfAsync([.. command, "--data", _folder.Path]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors);
        Assert.DoesNotContain(",scored,", await DoAsync("scores"));
    }

    private Task<string> DoAsync(params string[] command) => Run.OutputOfAsync([.. command, "--data", _folder.Path]);

    private async Task<string> OtherFrameworkAsync()
    {
        var file = Path.Combine(_folder.Path, "other.json");
        await File.WriteAllTextAsync(file, FrameworkJson.BuiltInText.Replace("\"version\": \"1.0\"", "\"version\": \"1.1\""));
        return file;
    }
}
