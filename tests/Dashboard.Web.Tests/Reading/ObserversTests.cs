using System.Net;
using System.Text.Json;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Data.Catalog;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.Reading;

/// <summary>Observers and partners of a group count where the question asks for them, and every page says so.</summary>
public sealed class ObserversTests : IAsyncLifetime
{
    private const string Asked = "?against=NB8&statistic=median&observers=true&cycle=2026";
    private readonly Server _server = new();

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        var store = _server.Get<GroupStore>();
        await store.AddAsync(RealServer.Operator, "NB8", new Names("Baltic group", "バルト", "Groupe balte"));
        foreach (var (country, role) in ((string, MembershipRole)[])[("EST", MembershipRole.Member), ("LVA", MembershipRole.FullMember), ("POL", MembershipRole.Observer), ("FIN", MembershipRole.Partner)])
            await store.ChangeMembershipAsync(RealServer.Operator, "NB8", null, new Membership(country, role, null, null));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Question_IsOfferedWhereThereAreAny_AndTheFormLeadsToIt()
    {
        using var client = await _server.ClientAsync("executive-jpn");
        Assert.DoesNotContain("name=\"observers\"", await client.GetStringAsync("/gaps/JPN?against=NATO"));
        Assert.Contains("name=\"observers\"", await client.GetStringAsync("/gaps/JPN?against=NB8"));
        var response = await client.GetAsync("/gaps?country=JPN&of=JPN&against=NB8&statistic=median&observers=true&cycle=2026");
        Assert.Equal("/gaps/JPN" + Asked, response.Headers.Location!.ToString());
        Assert.Contains("<option value=\"true\" selected", await client.GetStringAsync("/gaps/JPN" + Asked));
    }

    [Fact]
    public async Task Members_AreTwo_WithObserversFour()
    {
        using var client = await _server.ClientAsync("executive-jpn");
        Assert.Equal(2, await MembersAsync("?against=NB8&cycle=2026"));
        Assert.Equal(4, await MembersAsync(Asked));

        async Task<int> MembersAsync(string question)
        {
            using var report = JsonDocument.Parse(await client.GetStringAsync("/gaps/JPN.json" + question));
            return report.RootElement.GetProperty("total").GetProperty("n").GetInt32();
        }
    }

    [Theory]
    [InlineData("/overview/JPN")]
    [InlineData("/gaps/JPN")]
    [InlineData("/areas/JPN/LAN")]
    [InlineData("/compare/JPN")]
    [InlineData("/trend/JPN")]
    [InlineData("/position/JPN")]
    [InlineData("/present/JPN")]
    public async Task EveryPage_SaysThatTheyCount_AndItsWaysKeepThem(string page)
    {
        using var client = await _server.ClientAsync("executive-jpn");
        var told = await client.GetStringAsync(page + Asked);
        Assert.Contains("Baltic group (with observers)", told);
        Assert.DoesNotContain("?against=NB8&amp;statistic=median&amp;cycle", told);
        Assert.DoesNotContain("(with observers)", await client.GetStringAsync(page + "?against=NB8&cycle=2026"));
    }

    [Fact]
    public async Task NeitherTrueNorFalse_SaysWhatIs()
    {
        using var client = await _server.ClientAsync("executive-jpn");
        var response = await client.GetAsync("/gaps/JPN?against=NB8&observers=some");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("true, false", await response.Content.ReadAsStringAsync());
    }
}
