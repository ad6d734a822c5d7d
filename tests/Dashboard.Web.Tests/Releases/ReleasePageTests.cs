using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Releases;

public sealed partial class ReleasePageTests : IAsyncLifetime
{
    private readonly Server _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("executive-jpn")]
    [InlineData("planner-jpn")]
    [InlineData("planner-est")]
    [InlineData("administrator")]
    public async Task Pages_AreForReleasingOfficersAlone(string persona)
    {
        using var client = await _server.ClientAsync(persona);
        Assert.Contains("You do not decide on releases", await RefusedAsync(client, "/releases"));
        var id = await IdAsync("Japan");
        var page = await RefusedAsync(client, $"/releases/{id}?look=true&to=NATO");
        Assert.Contains("There is nothing to decide here", page);
        Assert.DoesNotContain("RESTRICTED", page);
        Assert.DoesNotContain("href=\"/releases\" aria-current", await client.GetStringAsync("/method"));
    }

    [Fact]
    public async Task Page_CarriesTheMarkingOfWhatItShows()
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        Assert.Matches("class=\"marking[^>]*>.*RESTRICTED · REL TO JPN", Regex.Replace(await TextAsync(officer, $"/releases/{await IdAsync("Albania")}"), "\\s+", " "));
    }

    [Fact]
    public async Task List_ShowsWhatWaitsFirst_AndWhoSeesWhat()
    {
        using var client = await _server.ClientAsync("releasing-jpn");
        var page = await TextAsync(client, "/releases");
        var (waits, released, kept) = (page.IndexOf("A newer revision waits", StringComparison.Ordinal), page.IndexOf("Released to others", StringComparison.Ordinal), page.IndexOf("Released to nobody else", StringComparison.Ordinal));
        Assert.True(0 < waits && waits < released && released < kept);
        Assert.InRange(page.IndexOf("Moldova", StringComparison.Ordinal), waits, released);
        Assert.Contains("revision 1; revision 2 waits", page);
        Assert.Contains("Australia, United Kingdom, United States", page[released..kept]);
        Assert.DoesNotContain("blazor", page);
        Assert.DoesNotContain("Montenegro", page);
    }

    [Fact]
    public async Task Decision_IsShownInWords_BeforeAnythingChanges_AndThenMade()
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        using var swiss = await _server.ClientAsync("executive-che");
        var address = $"/releases/{await IdAsync("Japan")}?look=true&to=FVEY&nations=CHE";
        var page = await TextAsync(officer, address);
        Assert.Contains("Released to Five Eyes, Switzerland: 6 nations today.", page);
        Assert.Matches(@"will see revision 1 and see nothing now \(3\)\s*</dt>\s*<dd>Canada, New Zealand, Switzerland</dd>", page);
        Assert.Matches(@"see revision 1 as before \(3\)\s*</dt>\s*<dd>Australia, United Kingdom, United States</dd>", page);
        Assert.DoesNotContain("will see nothing any more", page);
        Assert.Contains("not released to you", await swiss.GetStringAsync("/gaps/JPN?against=NATO"));

        var answer = await SubmitAsync(officer, address, "release");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Released to: Five Eyes, Switzerland", await TextAsync(officer, answer.Headers.Location!.ToString()));
        Assert.DoesNotContain("not released to you", await swiss.GetStringAsync("/gaps/JPN?against=NATO"));
    }

    [Fact]
    public async Task Withdrawing_IsADecisionToo()
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        var address = $"/releases/{await IdAsync("Moldova")}?look=true";
        Assert.Contains("Withdrawn: released to nobody else, in no revision.", await TextAsync(officer, address));
        Assert.Contains("MDA,2026,JPN", await SeenAsync("USA/secret"));
        await SubmitAsync(officer, address, "release");
        Assert.DoesNotContain("MDA,2026,JPN", await SeenAsync("USA/secret"));
    }

    [Fact]
    public async Task Decision_OnWhatSomebodyElseDecidedMeanwhile_IsRefusedInPlace()
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        var address = $"/releases/{await IdAsync("Japan")}?look=true&to=NATO";
        var page = await officer.GetStringAsync(address);
        await Run.OutputOfAsync("assessment", "release", "JPN", "--to", "USA", "--data", _server.DataPath);
        var answer = await PostAsync(officer, address, page, "release");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("is now released to USA. Nothing was changed", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.DoesNotContain("JPN,2026,JPN", await SeenAsync("GBR/secret"));
    }

    [Fact]
    public async Task UnknownNation_IsNamed_AndWhatWasTypedStays()
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        var answer = await officer.GetAsync($"/releases/{await IdAsync("Japan")}?look=true&nations=CHE,Hansa");
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Unknown country 'Hansa'", page);
        Assert.Contains("value=\"CHE,Hansa\"", page);
        Assert.DoesNotContain("The decision on", page);
    }

    [Fact]
    public async Task UnknownCycle_IsNamedInThePagesPlace()
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        var answer = await officer.GetAsync("/releases?cycle=1999");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Unknown cycle", await answer.Content.ReadAsStringAsync());
        Assert.Contains("Japan", await TextAsync(officer, "/releases?cycle=2025"));
    }

    [Fact]
    public async Task Marking_OfTheAssessmentAndOfAnAnswer_IsSetOrRefusedInPlace()
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        var address = $"/releases/{await IdAsync("Japan")}";
        var refused = await SubmitAsync(officer, address, "mark", ("parts", "confidential"), ("whole", "restricted"));
        Assert.Contains("The compilation cannot be restricted", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(officer, address, "mark", ("parts", "restricted"), ("whole", "secret"))).StatusCode);
        Assert.Contains("RESTRICTED · as a whole secret", await TextAsync(officer, address));
        Assert.DoesNotContain("JPN,2026,JPN", await SeenAsync("USA/confidential"));

        var page = await TextAsync(officer, address);
        Assert.Contains("<strong>CONFIDENTIAL</strong> CTR-2 ", page);
        Assert.Equal(HttpStatusCode.Redirect, (await SubmitAsync(officer, address, "mark-answer", ("answer", "LAN-1:1"), ("level", "secret"))).StatusCode);
        Assert.Contains("<strong>SECRET</strong> LAN-1 ", await TextAsync(officer, address));
        var stale = await SubmitAsync(officer, address, "mark-answer", ("answer", "LAN-1:1"), ("level", ""));
        Assert.Contains("meanwhile; yours was not set", await stale.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("release")]
    [InlineData("mark")]
    [InlineData("mark-answer")]
    public async Task Form_WithoutItsToken_IsRefused(string form)
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        var fields = new Dictionary<string, string> { ["_handler"] = form, ["to"] = "NATO", ["expected"] = "AUS,GBR,USA", ["parts"] = "secret", ["answer"] = "LAN-1:1", ["level"] = "secret" };
        var answer = await officer.PostAsync($"/releases/{await IdAsync("Japan")}?look=true&to=NATO", new FormUrlEncodedContent(fields));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("JPN,2026,JPN", await SeenAsync("EST/secret"));
    }

    [Theory]
    [InlineData("ja", "新しい改訂版")]
    [InlineData("fr", "attend sa diffusion")]
    public async Task Pages_SpeakTheReadersLanguage(string language, string word)
    {
        using var officer = await _server.ClientAsync("releasing-jpn", language);
        Assert.Contains(word, await TextAsync(officer, "/releases"));
    }

    private Task<string> SeenAsync(string reader) => Run.OutputOfAsync("scores", "--as", reader, "--data", _server.DataPath);

    private static async Task<string> TextAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));

    private static async Task<string> RefusedAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    // The number of the own nation's assessment of a country, from the list.
    private async Task<string> IdAsync(string country)
    {
        using var officer = await _server.ClientAsync("releasing-jpn");
        var page = await TextAsync(officer, "/releases");
        return Regex.Match(page, $"href=\"/releases/(\\d+)\">{country}<").Groups[1].Value;
    }

    private static async Task<HttpResponseMessage> SubmitAsync(HttpClient client, string address, string form, params (string Name, string Value)[] changed) =>
        await PostAsync(client, address, await client.GetStringAsync(address), form, changed);

    // Sends a form of a page as a browser would: its hidden fields, and what was chosen.
    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string page, string form, params (string Name, string Value)[] changed)
    {
        var body = Form().Matches(page).Select(m => m.Value).Single(f => f.Contains($"name=\"_handler\" value=\"{form}\""));
        var fields = Hidden().Matches(body).ToDictionary(m => m.Groups[1].Value, m => WebUtility.HtmlDecode(m.Groups[2].Value));
        foreach (var (name, value) in changed)
            fields[name] = value;
        return await client.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex Hidden();
}
