using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Scoring;

public sealed partial class SheetPageTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task Draft_IsForThoseWhoWorkOnIt_NotForTheNationsReaders()
    {
        await Run.OutputOfAsync("assessment", "revise", "JPN", "--data", server.DataPath);
        await Run.OutputOfAsync("score", "JPN", "LAN-1", "5", "--because", "Canary of a draft", "--data", server.DataPath);
        Assert.Contains("Canary of a draft", await PageAsync("planner-jpn", HttpStatusCode.OK));
        foreach (var reader in (string[])["executive-jpn", "executive-che", "administrator"])
        {
            var page = await PageAsync(reader, HttpStatusCode.Forbidden);
            Assert.DoesNotContain("Canary", page);
            Assert.DoesNotMatch(Answers(), page);
        }
    }

    [Fact]
    public async Task EarlierRevision_IsRead_AndLeadsToTheLatest_AsDoesItsReport()
    {
        await Run.OutputOfAsync("assessment", "revise", "ARM", "--data", server.DataPath);
        using var client = await server.ClientAsync("planner-jpn");
        var page = await client.GetStringAsync("/scoring/ARM?revision=1");
        Assert.Contains("revision 2 corrects it", page);
        Assert.Contains("<b aria-current=\"page\">1</b>", page);
        Assert.DoesNotContain("Begin a revision", page);
        Assert.DoesNotContain("revision 2 corrects it", await client.GetStringAsync("/scoring/ARM"));
        var report = await client.GetStringAsync("/gaps/ARM?against=NATO&basis=estimated&assessor=JPN&revision=1");
        Assert.Contains("These are the figures of revision 1, as it was approved.", report);
        Assert.Contains("name=\"revision\" value=\"1\"", report);
        foreach (var address in (string[])["/scoring/ARM?revision=3", "/scoring/ARM?revision=first", "/gaps/ARM?against=NATO&basis=estimated&assessor=JPN&revision=9", "/gaps/ARM?against=NATO&basis=estimated&assessor=JPN&revision=0"])
            Assert.Equal((address, HttpStatusCode.BadRequest), (address, (await client.GetAsync(address)).StatusCode));
    }

    [Fact]
    public async Task Approved_StaysWithTheOfficer_WhileItsCorrectionIsADraft()
    {
        await Run.OutputOfAsync("assessment", "revise", "ALB", "--data", server.DataPath);
        using var client = await server.ClientAsync("releasing-jpn");
        Assert.Contains("/scoring/ALB?", await client.GetStringAsync("/scoring"));
        var page = await client.GetStringAsync("/scoring/ALB?cycle=2026&basis=estimated");
        Assert.Contains("revision 2 corrects it", page);
        Assert.Contains("<b aria-current=\"page\">1</b>", page);
        // Nothing leads to what is not theirs to open.
        Assert.Contains("<span>2</span>", page);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/scoring/ALB?cycle=2026&basis=estimated&revision=2")).StatusCode);
    }

    [Theory]
    [InlineData("/scoring?cycle=1999", "That cannot be shown")]
    [InlineData("/scoring/JPX", "Unknown country")]
    [InlineData("/scoring/JPN?cycle=1999", "Unknown cycle")]
    [InlineData("/scoring/JPN?basis=hearsay", "Unknown basis")]
    [InlineData("/scoring/JPN?against=Hansa", "Unknown country group")]
    public async Task Unknown_InTheAddress_IsNamed(string address, string said)
    {
        using var client = await server.ClientAsync("planner-jpn");
        var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync());
    }

    // By its name Blazor finds what to show when a fault of the server ends a page's circuit.
    [Theory]
    [InlineData("planner-jpn", "/scoring/MNE", "what is not saved is kept in this browser")]
    [InlineData("administrator", "/people", "What was saved is saved. Load the page anew")]
    public async Task WorkingPage_HasWordsForTheFaultThatEndsIt(string persona, string address, string words)
    {
        using var client = await server.ClientAsync(persona);
        var page = await client.GetStringAsync(address);
        var told = page[page.IndexOf("id=\"blazor-error-ui\" role=\"alert\"", StringComparison.Ordinal)..];
        Assert.Contains(words, told);
        Assert.Contains($"href=\"{address}", told);
    }

    [Fact]
    public async Task Document_IsMadeFromOneReading()
    {
        using var client = await server.ClientAsync("planner-jpn");
        await client.GetStringAsync("/scoring/MNE");
        using var statements = new Statements(server.DataPath);
        await client.GetStringAsync("/scoring/MNE");
        // The sheet's own answers, and for its report those of its cycle and of the one before.
        Assert.Equal(3, statements.All.Count(sql => sql.Contains("FROM \"Scores\"", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task StylesAndScripts_AreSentCompressed()
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await client.GetStringAsync("/scoring/MNE");
        var files = Files().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.Contains(files, file => file.Contains("MudBlazor", StringComparison.Ordinal));
        foreach (var file in files)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/" + file.TrimStart('/'));
            request.Headers.AcceptEncoding.ParseAdd("gzip");
            Assert.Equal((file, "gzip"), (file, string.Join(',', (await client.SendAsync(request)).Content.Headers.ContentEncoding)));
        }
    }

    private async Task<string> PageAsync(string persona, HttpStatusCode expected)
    {
        using var client = await server.ClientAsync(persona);
        var answer = await client.GetAsync("/scoring/JPN");
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("(?:src|href)=\"([^\"]+\\.(?:js|css))\"")]
    private static partial Regex Files();

    [GeneratedRegex("data-indicator")]
    private static partial Regex Answers();
}
