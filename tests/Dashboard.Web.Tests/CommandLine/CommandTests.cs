using System.Globalization;

namespace Dashboard.Web.Tests.CommandLine;

public sealed class CommandTests(DemonstrationFolder demonstration) : IClassFixture<DemonstrationFolder>, IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Theory]
    [InlineData("gaps", "JPN", "--against", "NATO")]
    [InlineData("gaps", "JPN", "--against", "NATO", "--format", "json")]
    [InlineData("scores")]
    public async Task Command_Twice_AndInAnotherFolder_PrintsTheSame(params string[] command)
    {
        var first = await Run.OutputOfAsync([.. command, "--data", demonstration.Path]);
        Assert.Equal(first, await Run.OutputOfAsync([.. command, "--data", demonstration.Path]));
        Assert.Equal(first, await Run.OutputOfAsync([.. command, "--demo", "--data", _folder.Path]));
        Assert.True(first.Length > 1000);
    }

    [Fact]
    public async Task Command_OnAFrenchMachine_SpeaksEnglish_AndLeavesTheCultureAlone()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr");
        Assert.StartsWith("Unknown country 'JAP': choose one of JAM (Jamaica)", (await Run.OfAsync("gaps", "JAP", "--against", "NATO", "--data", demonstration.Path)).Errors);
        Assert.Contains("'--against' is required", (await Run.OfAsync("gaps", "JPN", "--data", demonstration.Path)).Errors);
        Assert.Equal("fr", CultureInfo.CurrentUICulture.Name);
    }

    [Theory]
    [InlineData(1, "Unknown country 'JAP': choose one of", "gaps", "JAP", "--against", "NATO")]
    [InlineData(1, "choose one of AUKUS, CCDCOE, EU, FVEY, JP-US, NATO, QUAD", "gaps", "JPN", "--against", "Hansa")]
    [InlineData(1, "choose one of 2026, 2025, 2024", "gaps", "JPN", "--against", "NATO", "--cycle", "2031")]
    [InlineData(1, "choose one of median, mean, upper-quartile, best", "gaps", "JPN", "--against", "NATO", "--statistic", "mode")]
    [InlineData(1, "choose one of table, json", "gaps", "JPN", "--against", "NATO", "--format", "pdf")]
    [InlineData(1, "choose one of 2026, 2025, 2024", "scores", "--cycle", "2031")]
    [InlineData(1, "choose one of LAN-1, LAN-2, LAN-3, LAN-4, LAN-5", "score", "JPN", "LAN-9", "3")]
    [InlineData(1, "the level 7 is outside the scale; choose 0 to 5", "score", "JPN", "LAN-1", "7")]
    [InlineData(1, "begin a new revision", "score", "JPN", "LAN-1", "3")]
    [InlineData(1, "choose one of unclassified, restricted, confidential, secret", "gaps", "JPN", "--against", "NATO", "--as", "EST/cosmic")]
    [InlineData(1, "choose one of a whole level 0 to 5, not-assessed, not-applicable", "score", "JPN", "LAN-1", "3.5")]
    [InlineData(1, "choose one of unstated, low, moderate, high", "score", "JPN", "LAN-1", "not-assessed", "--confidence", "bogus")]
    [InlineData(1, "ask an auditor", "audit", "verify", "--as", "BRA")]
    [InlineData(1, "cannot be served", "serve", "--urls", "rubbish")]
    [InlineData(1, "cannot be served", "serve", "--urls", "http://localhost:99999")]
    [InlineData(2, "'--against' is required", "gaps", "JPN")]
    [InlineData(2, "'conquer'", "conquer")]
    public async Task Command_OfBadInput_SaysWhatToDoInOneSentence(int exitCode, string said, params string[] command)
    {
        var head = await Run.OutputOfAsync("audit", "verify", "--data", demonstration.Path);
        var run = await Run.OfAsync([.. command, "--data", demonstration.Path]);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.Contains(said, run.Errors);
        Assert.Empty(run.Output);
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.True(run.Errors.Trim().Split('\n').Length <= 2, run.Errors);
        Assert.Equal(head, await Run.OutputOfAsync("audit", "verify", "--data", demonstration.Path));
    }

    [Theory]
    [InlineData("cycle", "add", "2026", "--as-of", "nonsense")]
    [InlineData("framework", "add", "nowhere.json")]
    [InlineData("framework", "add", "/proc/self/mem")]
    public async Task Command_OfBadInput_OnAnEmptyFolder_LeavesItEmpty(params string[] command)
    {
        var run = await Run.OfAsync([.. command, "--data", _folder.Path]);
        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("   at ", run.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Command_WithAFolderWithoutAName_SaysSo() =>
        Assert.Contains("has no name", (await Run.OfAsync("gaps", "JPN", "--against", "NATO", "--demo", "--data", "")).Errors);

    [Fact]
    public async Task Reading_AfterASetUpThatWasKilled_SetsNothingUp()
    {
        // A database with its tables and without an installation: what is left when the set-up is killed.
        await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--demo", "--data", _folder.Path);
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder.Path, "dashboard.db")}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM Evidence; DELETE FROM Scores; DELETE FROM Assessments; DELETE FROM Cycles; DELETE FROM Frameworks; DELETE FROM Groups; DELETE FROM Installations; DELETE FROM AuditEntries; UPDATE AuditHeads SET Sequence = 0, Hash = zeroblob(32)";
            await command.ExecuteNonQueryAsync();
        }

        Assert.Contains("Nothing has been set up", (await Run.OfAsync("gaps", "JPN", "--against", "NATO", "--data", _folder.Path)).Errors);
        Assert.Contains("Japan is clearly behind", await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--demo", "--data", _folder.Path));
    }

    [Fact]
    public async Task Preview_OfOneCountry_TakesNoDraftOfAnother() => Assert.Equal(
        await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--data", demonstration.Path),
        await Run.OutputOfAsync("gaps", "JPN", "--against", "NATO", "--preview-drafts", "--data", demonstration.Path));

    [Fact]
    public async Task Preview_ShowsTheCountrysDraftAndSaysSo()
    {
        var preview = await Run.OutputOfAsync("gaps", "MNE", "--against", "NATO", "--preview-drafts", "--data", demonstration.Path);
        Assert.Contains(" · DRAFT", preview);
        Assert.Contains("Preview: the figures of Montenegro are a draft", preview);
        Assert.Equal(
            await Run.OutputOfAsync("gaps", "MNE", "--against", "NATO", "--as", "JPN/secret", "--data", demonstration.Path),
            await Run.OutputOfAsync("gaps", "MNE", "--against", "NATO", "--preview-drafts", "--as", "JPN/secret", "--data", demonstration.Path));
    }

    [Theory]
    [InlineData("missing", "does not exist")]
    [InlineData(".", "holds no database")]
    public async Task Command_WithoutData_SaysWhatToDoAndMakesNothing(string folder, string said)
    {
        var run = await Run.OfAsync("gaps", "JPN", "--against", "NATO", "--data", Path.Combine(_folder.Path, folder));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("gaps", "JPN", "--against", "NATO", "--demo")]
    [InlineData("cycle", "add", "2026", "--as-of", "2026-06-30")]
    public async Task Command_OnAFolderThatCannotBeWritten_SaysWhatToDo(params string[] command)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The folder that nobody can write to, not even root, is Linux's /proc.");
        foreach (var folder in (string[])["/proc", "/proc/dashboard"])
        {
            var run = await Run.OfAsync([.. command, "--data", folder]);
            Assert.Equal(1, run.ExitCode);
            Assert.Contains(folder, run.Errors);
            Assert.DoesNotContain("   at ", run.Errors);
        }
    }

    [Fact]
    public async Task Command_OnAFileThatIsNoDatabase_SaysSo()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "dashboard.db"), new string('x', 9000));
        var run = await Run.OfAsync("gaps", "JPN", "--against", "NATO", "--data", _folder.Path);
        Assert.Equal((1, true), (run.ExitCode, run.Errors.Contains("is not a database")));
    }

    [Fact]
    public async Task Help_ExplainsEveryCommand()
    {
        var help = await Run.OutputOfAsync("--help");
        foreach (var command in (string[])["gaps", "briefing", "scores", "audit", "serve", "score", "assessment", "cycle", "framework", "--data", "--demo", "--as"])
            Assert.Contains(command, help);
        Assert.Contains("upper-quartile", await Run.OutputOfAsync("gaps", "--help"));
    }

    [Fact]
    public async Task AuditVerify_OfAChangedEntry_NamesItAndFails()
    {
        Assert.Contains("is whole", (await Run.OutputOfAsync("audit", "verify", "--demo", "--data", _folder.Path)));
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_folder.Path, "dashboard.db")}"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "UPDATE AuditEntries SET Content = CAST(REPLACE(CAST(Content AS TEXT), '\"level\":2', '\"level\":4') AS BLOB) WHERE Sequence = 7";
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        var run = await Run.OfAsync("audit", "verify", "--data", _folder.Path);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Entry 7 ", run.Errors);
    }
}
