using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Briefings;

public sealed class BriefingRequestsTests(Server server) : IClassFixture<Server>, IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Theory]
    [InlineData("en", "JPN", "NATO", "median")]
    [InlineData("ja", "JPN", "FVEY", "best")]
    [InlineData("fr", "EST", "EU", "upper-quartile")]
    public async Task EndpointAndCommand_WriteTheSameWorkbook(string language, string country, string group, string statistic)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        var file = Path.Combine(_folder.Path, "briefing.xlsx");
        Assert.Contains(file, await Run.OutputOfAsync("briefing", country, "--against", group, "--statistic", statistic, "--cycle", "2025", "--language", language, "--output", file, "--data", server.DataPath));
        using var written = new BriefingFile(await File.ReadAllBytesAsync(file));
        using var sent = new BriefingFile(await client.GetByteArrayAsync($"/briefings/{country}.xlsx?against={group}&statistic={statistic}&cycle=2025"));
        Assert.Equal(written.ContentBesideTheHead(), sent.ContentBesideTheHead());
        Assert.Equal(language switch { "ja" => "要約", "fr" => "Synthèse", _ => "Summary" }, sent.Language);
        Assert.Equal([file], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("en", "NATO", "median")]
    [InlineData("ja", "FVEY", "best")]
    public async Task GroupEndpointAndCommand_WriteTheSameWorkbook(string language, string group, string statistic)
    {
        using var client = await server.ClientAsync("executive-jpn", language);
        var file = Path.Combine(_folder.Path, "group.xlsx");
        Assert.Contains(file, await Run.OutputOfAsync("group", "briefing", group, "--statistic", statistic, "--cycle", "2025", "--language", language, "--output", file, "--data", server.DataPath));
        using var written = new BriefingFile(await File.ReadAllBytesAsync(file));
        var response = await client.GetAsync($"/briefings/groups/{group}.xlsx?statistic={statistic}&cycle=2025");
        using var sent = new BriefingFile(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(written.ContentBesideTheHead(), sent.ContentBesideTheHead());
        Assert.StartsWith($"group-briefing-{group}-2025-", response.Content.Headers.ContentDisposition!.FileName);
        var page = await client.GetStringAsync("/compare/JPN?against=" + group + "&cycle=2025&statistic=" + statistic);
        Assert.Contains($"/briefings/groups/{group}.xlsx?statistic={statistic}&amp;cycle=2025", page);
    }

    [Theory]
    [InlineData("/briefings/groups/Hansa.xlsx", "choose one of AUKUS")]
    [InlineData("/briefings/groups/JPN.xlsx", "choose one of AUKUS")]
    [InlineData("/briefings/groups/NATO.xlsx?cycle=1999", "choose one of 2026, 2025, 2024")]
    public async Task GroupAnswer_OfWhatIsUnknown_SaysSo(string address, string said)
    {
        using var client = await server.ClientAsync("executive-jpn");
        var response = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Answer_IsAnAttachment_NamedByItsMarking()
    {
        using var client = await server.ClientAsync("executive-jpn");
        var response = await client.GetAsync("/briefings/JPN.xlsx?against=NATO");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(("attachment", "briefing-JPN-NATO-2026-CONFIDENTIAL.xlsx"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Content.Headers.ContentDisposition.FileName));
    }

    [Fact]
    public async Task Page_LeadsToItsOwnBriefing()
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await client.GetStringAsync("/gaps/MNE?against=NATO&statistic=mean&preview=true");
        var link = Regex.Match(page, "<a class=\"button primary briefing\" href=\"([^\"]+)\"[^>]*>Briefing \\(Excel\\)</a>").Groups[1].Value;
        Assert.Equal("/briefings/MNE.xlsx?against=NATO&statistic=mean&cycle=2026&preview=true", WebUtility.HtmlDecode(link));
        using var briefing = new BriefingFile(await client.GetByteArrayAsync(WebUtility.HtmlDecode(link)));
        Assert.EndsWith("DRAFT", briefing.Marking);
    }

    [Fact]
    public async Task Answer_WithoutSignIn_IsTheWayToIt()
    {
        using var client = await server.ClientAsync();
        var response = await client.GetAsync("/briefings/JPN.xlsx?against=NATO");
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?back=%2Fbriefings%2FJPN.xlsx%3Fagainst%3DNATO"), (response.StatusCode, response.Headers.Location!.PathAndQuery));
    }

    [Theory]
    [InlineData("/briefings/ATL.xlsx", "Unknown country 'ATL'")]
    [InlineData("/briefings/JPN.xlsx?against=Hansa", "choose one of AUKUS")]
    [InlineData("/briefings/JPN.xlsx?statistic=mode", "choose one of median")]
    [InlineData("/briefings/JPN.xlsx?cycle=1999", "choose one of 2026, 2025, 2024")]
    [InlineData("/briefings/JPN.xlsx?basis=guessed&assessor=JPN", "choose one of peer-reviewed, exercise-observed, self-assessed, estimated")]
    [InlineData("/briefings/JPN.xlsx?basis=estimated&assessor=ATL", "Unknown country 'ATL'")]
    [InlineData("/briefings/JPN.xlsx?basis=estimated", "give both 'basis' and 'assessor', or neither")]
    [InlineData("/briefings/JPN.xlsx?assessor=EST", "give both 'basis' and 'assessor', or neither")]
    [InlineData("/briefings/JPN.xlsx?basis=estimated&assessor=EST", "Unknown source 'estimated by EST'")]
    public async Task Answer_OfWhatIsUnknown_IsOneLineThatSaysSo(string address, string said)
    {
        using var client = await server.ClientAsync("executive-jpn");
        var response = await client.GetAsync(address);
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, text);
        Assert.Single(text.Split('\n'));
    }

    [Fact]
    public async Task Answer_OfANamedSource_IsThatSources()
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var preferred = new BriefingFile(await client.GetByteArrayAsync("/briefings/JPN.xlsx?against=NATO"));
        using var named = new BriefingFile(await client.GetByteArrayAsync("/briefings/JPN.xlsx?against=NATO&basis=self-assessed&assessor=JPN"));
        Assert.Equal(preferred.ContentBesideTheHead(), named.ContentBesideTheHead());
    }

    [Fact]
    public async Task Answer_ForWhomItIsNotReleasedTo_HoldsNoFigureOfIt()
    {
        using var client = await server.ClientAsync("executive-che");
        using var briefing = new BriefingFile(await client.GetByteArrayAsync("/briefings/JPN.xlsx?against=NATO"));
        Assert.DoesNotContain("CONFIDENTIAL", briefing.Marking);
        Assert.All(briefing.GapTable(13), row => Assert.DoesNotContain(row[1..6].Concat(row[9..13]), cell => cell is double));
        Assert.All(briefing.Bars(), bar => Assert.Null(bar));
    }
}
