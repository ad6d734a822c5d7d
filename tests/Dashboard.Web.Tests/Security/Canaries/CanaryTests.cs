using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>Whatever somebody asks for, what they may not see is not in the answer; whoever may see it, finds it there.</summary>
public sealed class CanaryTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private static readonly string[] Languages = ["en", "ja", "fr"];

    [Fact]
    public async Task Entitled_FindEachMark()
    {
        foreach (var (sheet, key, report) in Marks.Totals)
            Assert.NotEmpty(await TotalAsync(sheet, key, report));
        foreach (var (sheet, key, page) in Marks.Words)
            Assert.Contains(sheet, Marks.In(await Reader.GetAsync(await server.OfAsync(key), page)));
        Assert.Contains("desk", Marks.PeopleIn(await Reader.GetAsync(await server.OfAsync("auditor"), "/audit")));
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("foreign")]
    [InlineData("uncleared")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    [InlineData("auditor-low")]
    [InlineData("auditor-est")]
    [InlineData("officer-est")]
    public async Task Output_HoldsNothingThatIsNotTheirs(string key)
    {
        var totals = await TotalsAsync();
        var client = await server.OfAsync(key);
        foreach (var language in Languages)
            foreach (var address in Addresses.All.Distinct())
                HoldsNothing(key, totals, $"{address} in {language}", await Reader.GetAsync(client, address, language));
    }

    [Theory]
    [InlineData("partner")]
    [InlineData("foreign")]
    [InlineData("uncleared")]
    public async Task Command_PrintsAndWritesNothingThatIsNotTheirs(string key)
    {
        var totals = await TotalsAsync();
        var before = await server.ContentAsync();
        foreach (var command in ReaderCommands.All)
            HoldsNothing(key, totals, command, await Reader.RunAsync(server, Everybody.All[key], command), isCommand: true);
        // As somebody else, the command line only reads.
        Assert.Equal(before, await server.ContentAsync());
    }

    [Fact]
    public void EveryCommand_IsTried()
    {
        var tried = ReaderCommands.All.ToList();
        Assert.All(ReaderCommands.There(), name => Assert.True(tried.Exists(command => command.StartsWith(name, StringComparison.Ordinal)), $"The command '{name}' is not tried: add it to ReaderCommands.All."));
    }

    private static void HoldsNothing(string key, IReadOnlyDictionary<int, string> totals, string what, string text, bool isCommand = false)
    {
        foreach (var (sheet, total) in totals)
            Assert.False(!MaySeeTotal(key, sheet) && text.Contains(total, StringComparison.Ordinal), $"{what} shows {key} the total {total} of assessment {sheet}.");
        foreach (var sheet in Marks.In(text))
            // Of the commands, the one that takes everything along has the words of the reader's own nation.
            Assert.True(isCommand ? (IsBriefing(what) && MayReadWords(key, sheet)) || (what.StartsWith("scores", StringComparison.Ordinal) && Marks.Words.Any(w => w.Sheet == sheet && w.Reader == key))
                : Marks.Words.Any(w => w.Sheet == sheet && w.Reader == key) && (what.StartsWith("/areas/", StringComparison.Ordinal) || IsBriefing(what) || !text.Contains(Sheet.EvidenceMarkOf(sheet), StringComparison.Ordinal)), $"{what} shows {key} words of assessment {sheet}.");
        // Administrators look after everybody. Auditors read who did what: those of the home nation of everybody, others of their own people.
        var mayKnow = key is "administrator" or "auditor" or "auditor-low" ? Everybody.All.Keys : Everybody.All.Where(p => p.Key == key || (key == "auditor-est" && p.Value.Nation == "EST")).Select(p => p.Key);
        if (!isCommand)
            Assert.True(!Marks.PeopleIn(text).Except(mayKnow).Any(), $"{what} shows {key} the names of {string.Join(", ", Marks.PeopleIn(text).Except(mayKnow))}.");
    }

    // A briefing on a country holds what its answers rest on, as the pages of its areas do; that on a group does not.
    private static bool IsBriefing(string what) => (what.StartsWith("/briefings/", StringComparison.Ordinal) && !what.StartsWith("/briefings/groups/", StringComparison.Ordinal)) || what.StartsWith("briefing ", StringComparison.Ordinal);

    private static bool MayReadWords(string key, int sheet) => Marks.Words.Any(w => w.Sheet == sheet && w.Reader == key && w.Page.StartsWith("/areas/", StringComparison.Ordinal));

    // The entitled reads are of people whose outputs are not watched, but for what is their own nation's.
    private static bool MaySeeTotal(string key, int sheet) => key switch
    {
        "officer-est" or "foreign" => Sheets.All.Single(s => s.Id == sheet).SeenBy.Contains("foreign") && (sheet != 14 || key == "foreign"),
        _ => sheet != 1 && Sheets.All.Single(s => s.Id == sheet).SeenBy.Contains(key),
    };

    private async Task<Dictionary<int, string>> TotalsAsync()
    {
        var totals = new Dictionary<int, string>();
        foreach (var (sheet, key, report) in Marks.Totals)
            totals.Add(sheet, await TotalAsync(sheet, key, report));
        Assert.Equal(totals.Count, totals.Values.Distinct().Count());
        return totals;
    }

    private async Task<string> TotalAsync(int sheet, string key, string report)
    {
        var text = await Reader.GetAsync(await server.OfAsync(key), report);
        Assert.True(text.StartsWith("200", StringComparison.Ordinal), $"Assessment {sheet}: {text}");
        return Marks.TotalOf(text[text.IndexOf('\n')..]);
    }
}
