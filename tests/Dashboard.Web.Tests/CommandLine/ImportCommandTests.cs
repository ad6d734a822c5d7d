namespace Dashboard.Web.Tests.CommandLine;

public sealed class ImportCommandTests : IAsyncDisposable
{
    private const string Table = "Survey of the embassies;;;\nCountry;LAN-1;INF-2;Notes\nGermny;3;2;\nEstonia;4;n/a;x\nMontenegro;5;2,5;\nEswatini;1;0;\nSwaziland;1;0;\n";
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task Preview_SaysWhatWouldBeDone_Counts_AndChangesNothing()
    {
        var file = await FileAsync(Table);
        var before = await Run.OutputOfAsync("audit", "verify", "--demo", "--data", _folder.Path);
        var run = await Run.OfAsync("import", file, "--dry-run", "--basis", "exercise-observed", "--data", _folder.Path);
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal("3 countries, 4 values, 1 not assessed, 2 unclear", lines[^1].TrimEnd());
        Assert.Contains(lines, line => line.Contains("headings in row 2", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Unclear: A3 'Germny': It could be DEU (Germany).", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Unclear: C5 '2,5'", StringComparison.Ordinal));
        Assert.Equal((0, before), (run.ExitCode, await Run.OutputOfAsync("audit", "verify", "--data", _folder.Path)));
    }

    [Fact]
    public async Task Unclear_SavesNothing_UntilSomebodySaysWhatItMeans()
    {
        var file = await FileAsync(Table);
        string[] import = ["import", file, "--demo", "--basis", "exercise-observed", "--data", _folder.Path];
        var run = await Run.OfAsync(import);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("mend what is unclear", run.Errors, StringComparison.Ordinal);
        Assert.Contains("Saved 6 levels; 4 assessments were begun.", (await Run.OfAsync([.. import, "--country", "Germny=DEU", "--column", "Notes=out", "--skip-unclear"])).Output, StringComparison.Ordinal);
        // Once more there is nothing to save.
        Assert.Contains("Saved 0 levels; 0 assessments were begun.", (await Run.OfAsync([.. import, "--skip-unclear", "--country", "Germny=DEU"])).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("Country,LAN-1\nEST,3", "choose one of Country, LAN-1", "--column", "Rank=out")]
    [InlineData("Country,LAN-1\nEST,3", "says nothing", "--column", "Rank")]
    [InlineData("Country,LAN-1\nEST,3", "choose one of LAN-1", "--column", "LAN-1=LAN-9")]
    [InlineData("Country,LAN-1\nEST,3", "Unknown country", "--country", "X=Atlantis")]
    [InlineData("Country,LAN-1\nEST,3", "Unknown sheet", "--sheet", "Data")]
    [InlineData("Country,GCI\nEST,3", "gives levels")]
    public async Task BadInput_IsSaidInOneSentence(string table, string said, params string[] options)
    {
        var run = await Run.OfAsync(["import", await FileAsync(table), "--demo", "--data", _folder.Path, .. options]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.csv")]
    [InlineData("/dev/zero")]
    [InlineData("/proc/self/mem")]
    [InlineData("")]
    public async Task WhatCannotBeRead_IsSaid(string path)
    {
        var run = await Run.OfAsync("import", path, "--demo", "--data", _folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
    }

    private async Task<string> FileAsync(string text)
    {
        var path = Path.Combine(Directory.CreateDirectory(_folder.Path).FullName, "table.csv");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
