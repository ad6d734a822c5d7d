using System.Globalization;
using System.Net;
using Dashboard.Core.Readiness;
using Dashboard.Data.Opinions;
using Dashboard.Web.Accounts;

namespace Dashboard.Web.Tests.Opinions;

public sealed class OpinionPageTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task Page_ShowsBothSides_TheLargeDifferencesFirst()
    {
        using var client = await server.ClientAsync("planner-jpn");
        var page = await TextAsync(client, "/scoring/JPN/opinion?cycle=2026");
        Assert.Contains("3 differences of 2 levels or more", page);
        Assert.Contains("One seat in the control cell in 2026.", page);
        Assert.Contains("/scoring/JPN?cycle=2026&basis=self-assessed&at=EXE-3", page);
        // A planner reads it, and cannot begin one.
        Assert.DoesNotContain("begin-opinion", page);
    }

    [Fact]
    public async Task Begin_LeadsToTheForm_ClosesTheSheet_AndIsSaidToThePlanner()
    {
        using var client = await server.ClientAsync("reviewer-jpn");
        const string address = "/scoring/MNE/opinion?cycle=2026&basis=estimated";
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendNamedFormAsync(client, address, "begin-opinion")).StatusCode);
        Assert.Contains("data-indicator=\"LAN-1\"", await TextAsync(client, address));
        var sheet = await client.GetAsync("/scoring/MNE?cycle=2026");
        Assert.Equal(HttpStatusCode.BadRequest, sheet.StatusCode);
        Assert.Contains("You are giving a second opinion on this assessment", WebUtility.HtmlDecode(await sheet.Content.ReadAsStringAsync()));
        Assert.Contains("Second opinions under way", await TextAsync(client, "/scoring"));

        using var planner = await server.ClientAsync("planner-jpn");
        Assert.Contains("Reviewer, Japan has been giving a second opinion since", await TextAsync(planner, address));
    }

    [Theory]
    [InlineData("executive-jpn", "en", true)]
    [InlineData("executive-jpn", "fr", true)]
    [InlineData("planner-jpn", "ja", true)]
    [InlineData("executive-che", "en", false)]
    [InlineData("administrator", "en", false)]
    public async Task Method_ShowsTheAgreement_ToThoseWhoMaySeeBothSides(string persona, string language, bool shows)
    {
        using var client = await server.ClientAsync(persona, language);
        var page = await TextAsync(client, "/method");
        Assert.Equal(shows, page.Contains("Psychological Bulletin 70(4)", StringComparison.Ordinal));
        if (!shows)
            return;
        var viewer = Persona.All.Single(p => p.Key == persona).Viewer;
        var compared = Assert.Single((await server.Get<OpinionReader>().AgreementsAsync(viewer)).Compared);
        Assert.Contains($">{Shown.Kappa(compared.Agreement.Kappa!.Value, CultureInfo.GetCultureInfo(language))}<", page);
        Assert.Contains($">{compared.Agreement.Pairs}<", page);
    }

    private static async Task<string> TextAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
