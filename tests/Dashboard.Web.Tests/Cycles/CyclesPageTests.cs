using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.Cycles;

public sealed class CyclesPageTests : IAsyncLifetime
{
    private static readonly Viewer Kaja = new("Kaja Tamm", "JPN", "unclassified", Roles.Administrator, []);
    private readonly RealServer _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        await _server.AddAsync(Kaja);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Cycle_IsAdded_AndPublishedAfterAWarning()
    {
        using var client = await _server.SignedInAsync(Kaja);
        Assert.Contains("There is none yet", await TextAsync(client, "/cycles"));
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendFormAsync(client, "/cycles", ("code", " 2026 "), ("day", "2026-06-30"))).StatusCode);
        var page = await TextAsync(client, "/cycles");
        Assert.Contains("30 June 2026", page);
        Assert.Contains("AICR 1.0", page);
        Assert.DoesNotContain("<script", page);
        Assert.Contains("cannot be taken back", await TextAsync(client, "/cycles?publish=2026"));
        Assert.Null((await _server.Get<CatalogStore>().CyclesAsync())[0].Published);
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendFormAsync(client, "/cycles?publish=2026")).StatusCode);
        Assert.Contains("published 23 November 2026", await TextAsync(client, "/cycles"));
        Assert.DoesNotContain("?publish=", await TextAsync(client, "/cycles"));
        Assert.Equal(["cycle-published 2026", "cycle-added 2026"], (await _server.AuditAsync()).Where(entry => entry.StartsWith("cycle", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("20/26", "2026-06-30", "'20/26' cannot name a cycle")]
    [InlineData("2027", "30.6.2027", "'30.6.2027' is no day")]
    [InlineData("2027", "", "'' is no day")]
    [InlineData("2026", "2027-06-30", "The cycle 2026 exists already")]
    public async Task Cycle_ThatCannotBe_IsRefusedInPlace_AndWhatWasEnteredStays(string code, string day, string said)
    {
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
        using var client = await _server.SignedInAsync(Kaja);
        var page = WebUtility.HtmlDecode(await (await Server.SendFormAsync(client, "/cycles", ("code", code), ("day", day))).Content.ReadAsStringAsync());
        Assert.Contains(said, page);
        Assert.Contains($"value=\"{code}\"", page);
        Assert.Single(await _server.Get<CatalogStore>().CyclesAsync());
    }

    [Fact]
    public async Task Framework_IsChosen_WhereThereAreSeveral()
    {
        await _server.Get<CatalogStore>().AddFrameworkAsync(RealServer.Operator, Core.Frameworks.FrameworkJson.BuiltInText.Replace("\"version\": \"1.0\"", "\"version\": \"1.1\""));
        using var client = await _server.SignedInAsync(Kaja);
        Assert.Matches("(?s)value=\"AICR 1.1\".*value=\"AICR 1.0\"", await TextAsync(client, "/cycles"));
        await Server.SendFormAsync(client, "/cycles", ("code", "2026"), ("day", "2026-06-30"), ("edition", "AICR 1.0"));
        Assert.Equal("1.0", (await _server.Get<CatalogStore>().CyclesAsync()).Single().FrameworkVersion);
    }

    [Fact]
    public async Task Publication_ThatAnotherMadeMeanwhile_IsSaid()
    {
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
        using var client = await _server.SignedInAsync(Kaja);
        await _server.Get<CatalogStore>().PublishAsync(RealServer.Operator, "2026");
        var answer = await Server.SendFormAsync(client, "/cycles?publish=2026");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("has been published since 2026-11-23", await answer.Content.ReadAsStringAsync());
        var unknown = await client.GetAsync("/cycles?publish=1999");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("Unknown cycle", await unknown.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Publication_NamesWhatOfTheOwnNationItShutsOut_AndAsksWhetherThatWasSeen()
    {
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
        var assessments = _server.Get<AssessmentStore>();
        await assessments.BeginAsync(RealServer.Operator, "JPN", "2026", Basis.SelfAssessed, "secret");
        await assessments.BeginAsync(RealServer.Operator with { Nation = "EST" }, "EST", "2026", Basis.SelfAssessed, "unclassified");
        using var client = await _server.SignedInAsync(Kaja);
        var page = await TextAsync(client, "/cycles?publish=2026");
        Assert.Matches("(?si)One assessment of your nation.*<strong>Japan</strong> · self-assessed · draft", page);
        Assert.DoesNotContain("Estonia", page);
        Assert.Contains("say that it is published without them", await RefusedAsync());

        // Another is begun after it was looked at.
        var seen = Regex.Match(page, "name=\"without\" value=\"([^\"]*)\"").Groups[1].Value;
        await assessments.BeginAsync(RealServer.Operator, "FIN", "2026", Basis.Estimated, "unclassified");
        var again = await RefusedAsync(("without", seen));
        Assert.Contains("Finland", again);
        Assert.Contains("2 assessments of your nation", again);
        seen = Regex.Match(again, "name=\"without\" value=\"([^\"]*)\"").Groups[1].Value;
        Assert.Equal(HttpStatusCode.Redirect, (await Server.SendFormAsync(client, "/cycles?publish=2026", ("without", seen))).StatusCode);
        Assert.NotNull((await _server.Get<CatalogStore>().CyclesAsync())[0].Published);

        async Task<string> RefusedAsync(params (string, string)[] fields)
        {
            using var answer = await Server.SendFormAsync(client, "/cycles?publish=2026", fields);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Null((await _server.Get<CatalogStore>().CyclesAsync())[0].Published);
            return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        }
    }

    // Every role but the administrator's, together.
    [Fact]
    public async Task Page_IsForAdministratorsAlone_AndItsFormsAreToo()
    {
        var other = RealServer.Hanako with { Roles = Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive | Roles.Auditor };
        await _server.AddAsync(other);
        using var client = await _server.SignedInAsync(other);
        using var answer = await client.GetAsync("/cycles");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("You do not look after cycles", page);
        Assert.DoesNotContain("href=\"/cycles\"", page);
        Assert.DoesNotContain("<form class=\"filter\"", page);
        await Server.SendFormAsync(client, "/cycles", ("_handler", "add-cycle"), ("code", "2026"), ("day", "2026-06-30"));
        Assert.Empty(await _server.Get<CatalogStore>().CyclesAsync());
    }

    [Theory]
    [InlineData("ja", "評価サイクル", "は日付ではありません")]
    [InlineData("fr", "Cycles d’évaluation", "n’est pas un jour")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string title, string refusal)
    {
        using var client = await _server.SignedInAsync(Kaja, language);
        Assert.Contains(title, await TextAsync(client, "/cycles"));
        Assert.Contains(refusal, WebUtility.HtmlDecode(await (await Server.SendFormAsync(client, "/cycles", ("code", "2026"), ("day", "x"))).Content.ReadAsStringAsync()));
    }

    private static async Task<string> TextAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
