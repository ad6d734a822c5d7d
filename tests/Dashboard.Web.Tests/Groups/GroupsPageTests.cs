using System.Net;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.Groups;

public sealed class GroupsPageTests : IAsyncLifetime
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
    public async Task List_HoldsEveryGroup_WithItsMembersOfToday()
    {
        using var client = await _server.SignedInAsync(Kaja);
        var page = await TextAsync(client, "/groups");
        Assert.Matches("(?s)href=\"/groups/EU\">European Union</a>.*欧州連合.*Union européenne.*<td>EU</td>.*27.*standing", page);
        Assert.Equal(7, page.Split("href=\"/groups/").Length - 1);
        Assert.DoesNotContain("_framework/", page);
    }

    [Fact]
    public async Task Name_FarTooLong_IsRefusedInPlace_AndNothingOfItIsCut()
    {
        using var client = await _server.SignedInAsync(Kaja);
        var far = new string('日', 100_000);
        var page = WebUtility.HtmlDecode(await (await Server.SendNamedFormAsync(client, "/groups", "add-group", ("code", "NB8"), ("english", far), ("japanese", ""), ("french", ""))).Content.ReadAsStringAsync());
        Assert.Contains("cannot be the name of a group", page);
        Assert.Contains($"value=\"{far}\" data-longest=\"80\"", page);
    }

    [Fact]
    public async Task Group_IsAdded_Filled_Renamed_AndRemoved()
    {
        using var client = await _server.SignedInAsync(Kaja);
        var added = await Server.SendNamedFormAsync(client, "/groups", "add-group", ("code", "nb8"), ("english", "Nordic-Baltic Eight"), ("japanese", ""), ("french", ""));
        Assert.Equal("/groups/NB8", added.Headers.Location!.PathAndQuery);
        Assert.Contains("own · members today: 0", await TextAsync(client, "/groups/NB8"));
        Assert.Equal(HttpStatusCode.Redirect, (await AddAsync(client, "EST", "member", "1992-01-01", "")).StatusCode);
        var page = await TextAsync(client, "/groups/nb8");
        Assert.Contains("own · members today: 1", page);
        Assert.Contains(">1992-01-01</td>", page);
        Assert.Equal(HttpStatusCode.Redirect, (await ChangeAsync(client, "EST_member_1992-01-01_", "save", ("role", "observer"), ("from", "1993-01-01"), ("to", "2030-01-01"))).StatusCode);
        Assert.Equal(new Membership("EST", MembershipRole.Observer, new DateOnly(1993, 1, 1), new DateOnly(2030, 1, 1)), Assert.Single((await ReadAsync("NB8")).Memberships));
        Assert.Contains("not counted", await TextAsync(client, "/groups/NB8"));
        await ChangeAsync(client, "EST_observer_1993-01-01_2030-01-01", "end", ("role", "observer"));
        Assert.Contains(">2026-11-23</td>", await TextAsync(client, "/groups/NB8"));
        await ChangeAsync(client, "EST_observer_1993-01-01_2026-11-23", "remove", ("role", "observer"));
        await Server.SendNamedFormAsync(client, "/groups/NB8", "rename", ("english", "Eight"), ("japanese", "北欧"), ("french", ""));
        Assert.Equal((new Names("Eight", "北欧", ""), 0), (await ReadAsync("NB8") is var group ? group.Names : null, group.Memberships.Length));
        Assert.Equal("/groups", (await Server.SendNamedFormAsync(client, "/groups/NB8", "remove-group")).Headers.Location!.PathAndQuery);
        Assert.Equal(
            ["group-removed NB8", "group-renamed NB8", "membership-removed NB8/EST", "membership-changed NB8/EST", "membership-changed NB8/EST", "membership-added NB8/EST", "group-added NB8"],
            (await _server.AuditAsync()).Take(7));
    }

    [Theory]
    [InlineData("USA", "United", "means the country USA")]
    [InlineData("N B", "Something", "cannot be the code of a group")]
    [InlineData("NEW", "Quad", "is the code or the name of the group QUAD already")]
    [InlineData("NEW", " ", "needs a name in English")]
    [InlineData("NEW", "<script>alert(1)</script>\u202E", "cannot be the name of a group")]
    public async Task Group_ThatCannotBe_IsRefusedInPlace_AndWhatWasEnteredStays(string code, string english, string said)
    {
        using var client = await _server.SignedInAsync(Kaja);
        var page = await (await Server.SendNamedFormAsync(client, "/groups", "add-group", ("code", code), ("english", english), ("japanese", "日本語"), ("french", ""))).Content.ReadAsStringAsync();
        Assert.Contains(said, WebUtility.HtmlDecode(page));
        Assert.Contains($"value=\"{code}\"", page);
        Assert.Contains("value=\"日本語\"", WebUtility.HtmlDecode(page));
        Assert.DoesNotContain("<script>alert", page);
        Assert.Equal(7, (await _server.Get<CatalogStore>().GroupsAsync()).Length);
    }

    [Theory]
    [InlineData("EST", "2000-01-01", "1999-01-01", "is not before")]
    [InlineData("EST", "soon", "", "'soon' is not a membership date")]
    [InlineData("EST", "0001-01-01", "", "cannot bound a membership")]
    [InlineData("USA", "2020-01-01", "", "belongs to QUAD already")]
    [InlineData("XXX", "", "", "Unknown country 'XXX'")]
    public async Task Membership_ThatCannotBe_IsRefusedInPlace_AndWhatWasEnteredStays(string country, string from, string to, string said)
    {
        using var client = await _server.SignedInAsync(Kaja);
        var page = WebUtility.HtmlDecode(await (await AddAsync(client, country, "observer", from, to, "QUAD")).Content.ReadAsStringAsync());
        Assert.Contains(said, page);
        Assert.Contains("<option value=\"observer\" selected", page);
        Assert.Contains($"type=\"date\" value=\"{from}\"", page);
        Assert.Equal(4, (await ReadAsync("QUAD")).Memberships.Length);
    }

    [Fact]
    public async Task Page_SaysBeforeSaving_HowManyAssessmentsAreReleasedToTheGroup()
    {
        using var client = await _server.SignedInAsync(Kaja);
        Assert.Contains("Nothing is released to Quad now", await TextAsync(client, "/groups/QUAD"));
        await ReleaseAsync("QUAD");
        var page = await TextAsync(client, "/groups/QUAD?change=JPN_member__");
        Assert.Contains("Assessments released to Quad now: 1. A change here changes at once who may read them", page);
        Assert.Contains("those of published cycles included", page);
        Assert.Contains("Save the membership", page);
    }

    [Fact]
    public async Task Membership_ThatAnotherChangedMeanwhile_IsSaid_AndNothingIsOverwritten()
    {
        using var client = await _server.SignedInAsync(Kaja);
        var seen = new Membership("JPN", MembershipRole.Member);
        const string address = "/groups/QUAD?change=JPN_member__";
        var before = await client.GetStringAsync(address);
        await _server.Get<GroupStore>().ChangeMembershipAsync(RealServer.Operator, "QUAD", seen, seen with { From = new DateOnly(2004, 1, 1) });
        var token = System.Text.RegularExpressions.Regex.Match(before, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "change-membership", ["__RequestVerificationToken"] = token, ["before"] = "JPN_member__", ["deed"] = "save", ["role"] = "observer" });
        var answer = await client.PostAsync(address, form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("The membership of JPN in QUAD (… – …) was changed meanwhile", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Contains("was changed meanwhile", await TextAsync(client, address));
        Assert.Equal(seen with { From = new DateOnly(2004, 1, 1) }, (await ReadAsync("QUAD")).Memberships.Single(m => m.Country == "JPN"));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync("/groups/QUAD?change=nonsense")).StatusCode);
    }

    [Fact]
    public async Task Names_ThatAnotherChangedMeanwhile_AreNotOverwritten()
    {
        using var client = await _server.SignedInAsync(Kaja);
        var answer = await Server.SendNamedFormAsync(client, "/groups/QUAD", "rename", ("seenEnglish", "Quadrilateral"), ("english", "Mine"));
        Assert.Contains("names of QUAD were changed meanwhile", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        Assert.Equal("Quad", (await ReadAsync("QUAD")).Names.English);
    }

    [Fact]
    public async Task Administrator_OfAnotherNation_ReadsAndChangesNothing()
    {
        var foreign = new Viewer("Mart Saar", "EST", "secret", Roles.Administrator, []);
        await _server.AddAsync(foreign);
        await ReleaseAsync("QUAD");
        using var client = await _server.SignedInAsync(foreign);
        foreach (var address in (string[])["/groups", "/groups/QUAD"])
        {
            var page = await TextAsync(client, address);
            Assert.Contains("only administrators of Japan change them", page);
            Assert.DoesNotContain("<form class=\"filter", page);
            Assert.DoesNotContain("released to Quad", page);
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await AddAsync(client, "EST", "member", "", "", "QUAD")).StatusCode);
        Assert.Equal(4, (await ReadAsync("QUAD")).Memberships.Length);
    }

    // Every role but the administrator's, together.
    [Theory]
    [InlineData("/groups")]
    [InlineData("/groups/NATO")]
    public async Task Page_IsForAdministratorsAlone(string address)
    {
        var other = RealServer.Hanako with { Roles = Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive | Roles.Auditor };
        await _server.AddAsync(other);
        using var client = await _server.SignedInAsync(other);
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("You do not look after country groups", page);
        Assert.DoesNotContain("href=\"/groups\"", page);
        Assert.DoesNotContain("Membership", page);
    }

    [Theory]
    [InlineData("ja", "国グループ", "フィンランド", "正加盟国", "は加盟の日付ではありません")]
    [InlineData("fr", "Groupes de pays", "Finlande", "membre à part entière", "n’est pas une date d’adhésion")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string title, string country, string role, string refusal)
    {
        using var client = await _server.SignedInAsync(Kaja, language);
        Assert.Contains(title, await TextAsync(client, "/groups"));
        Assert.Matches($"(?s){country}.*{role}", await TextAsync(client, "/groups/NATO"));
        Assert.Contains(refusal, WebUtility.HtmlDecode(await (await AddAsync(client, "EST", "member", "x", "", "QUAD")).Content.ReadAsStringAsync()));
    }

    private async Task ReleaseAsync(string to)
    {
        var officer = RealServer.Operator;
        await _server.Get<CatalogStore>().AddCycleAsync(officer, "2026", new DateOnly(2026, 6, 30), null);
        var begun = await _server.Get<AssessmentStore>().BeginAsync(officer, "JPN", "2026", Basis.SelfAssessed, "unclassified");
        Assert.IsType<SaveOutcome.Saved>(await _server.Get<ScoreStore>().SaveAsync(officer, new CellKey(begun.Id, "LAN-1"), Answer.Of(3), 0, new Guid(1, 0, 0, new byte[8])));
        await _server.Get<AssessmentStore>().MoveAsync(officer, begun.Id, AssessmentStatus.InReview);
        await _server.Get<AssessmentStore>().MoveAsync(officer, begun.Id, AssessmentStatus.Approved);
        await _server.Get<ReleaseStore>().ReleaseAsync(officer, begun.Id, to, "");
    }

    private async Task<CountryGroup> ReadAsync(string code) => (await _server.Get<CatalogStore>().GroupsAsync()).Single(g => g.Code == code);

    private static Task<HttpResponseMessage> AddAsync(HttpClient client, string country, string role, string from, string to, string code = "NB8") =>
        Server.SendNamedFormAsync(client, $"/groups/{code}", "add-membership", ("_handler", "add-membership"), ("country", country), ("role", role), ("from", from), ("to", to));

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient client, string membership, string deed, params (string, string)[] fields) =>
        Server.SendNamedFormAsync(client, $"/groups/NB8?change={membership}", "change-membership", [.. fields, ("deed", deed)]);

    private static async Task<string> TextAsync(HttpClient client, string address) => WebUtility.HtmlDecode(await client.GetStringAsync(address));
}
