namespace Dashboard.Web.Tests.CommandLine;

public sealed class BriefingCommandTests(DemonstrationFolder demonstration) : IClassFixture<DemonstrationFolder>, IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task Briefing_SaysWhereItIsWritten_AndReplacesAnOlderOne()
    {
        var file = Path.Combine(_folder.Path, "briefing.xlsx");
        await File.WriteAllTextAsync(file, "older");
        Assert.Equal($"Written to {file} (CONFIDENTIAL · REL TO JPN).\n", (await BriefingAsync(file)).Output);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(file))[..2]);
        Assert.Equal([file], Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("missing/briefing.xlsx", "does not exist: make it")]
    [InlineData(".", "is a folder: name a file in it")]
    [InlineData("", "has no name")]
    public async Task Briefing_ToWhereItCannotBe_SaysWhatWhereAndHow_AndLeavesNothing(string name, string said)
    {
        var path = name.Length > 0 ? Path.Combine(_folder.Path, name) : "";
        var run = await BriefingAsync(path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors);
        Assert.Contains("--output", run.Errors);
        Assert.Single(run.Errors.TrimEnd().Split('\n'));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("/proc/briefing.xlsx")]
    [InlineData("/dev/null")]
    public async Task Briefing_ToWhereNothingCanBeWritten_SaysSo(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The places that nobody can write a file to, not even root, are Linux's.");
        var run = await BriefingAsync(path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(path, run.Errors);
        Assert.Contains("--output", run.Errors);
        Assert.DoesNotContain("   at ", run.Errors);
    }

    [Fact]
    public async Task Briefing_OverAFileThatMayNotBeChanged_LeavesItAsItIs()
    {
        var file = Path.Combine(_folder.Path, "briefing.xlsx");
        await File.WriteAllTextAsync(file, "keep");
        File.SetAttributes(file, FileAttributes.ReadOnly);
        var run = await BriefingAsync(file);
        Assert.SkipWhen(run.ExitCode == 0 && Environment.IsPrivilegedProcess, "This account may change every file.");
        Assert.Contains("may not be changed", run.Errors);
        Assert.Equal("keep", await File.ReadAllTextAsync(file));
        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Theory]
    [InlineData("choose one of en, ja, fr", "--language", "de")]
    [InlineData("choose one of median", "--statistic", "mode")]
    [InlineData("choose one of 2026, 2025, 2024", "--cycle", "2031")]
    public async Task Briefing_OfBadInput_WritesNothing(string said, string option, string value)
    {
        var run = await BriefingAsync(Path.Combine(_folder.Path, "briefing.xlsx"), option, value);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private Task<Run> BriefingAsync(string output, params string[] more) =>
        Run.OfAsync(["briefing", "JPN", "--against", "NATO", "--output", output, "--data", demonstration.Path, .. more]);
}
