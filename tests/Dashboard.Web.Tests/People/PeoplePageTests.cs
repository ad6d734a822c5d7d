using System.Net;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.People;

public sealed class PeoplePageTests(Server server) : IClassFixture<Server>
{
    [Theory]
    [InlineData("executive-jpn")]
    [InlineData("planner-jpn")]
    [InlineData("releasing-jpn")]
    [InlineData("executive-che")]
    [InlineData("auditor")]
    public async Task Page_IsForAdministratorsAlone(string persona)
    {
        using var client = await server.ClientAsync(persona);
        using var answer = await client.GetAsync("/people");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("You do not look after people", page);
        Assert.DoesNotContain("Planner, Estonia", page);
        Assert.DoesNotContain("blazor", page);
        Assert.DoesNotContain("href=\"/people\"", page);
    }

    [Fact]
    public async Task Page_NamesEverybodyToAnAdministrator()
    {
        using var client = await server.ClientAsync("administrator");
        var page = await client.GetStringAsync("/people");
        Assert.Contains("href=\"/people\" aria-current=\"page\"", page);
        Assert.Contains("Planner, Estonia", page);
        Assert.Contains("blazor.web", page);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/people")]
    [InlineData("/cycles")]
    [InlineData("/gaps/JPN?against=NATO")]
    [InlineData("/scoring")]
    [InlineData("/scoring/JPN")]
    [InlineData("/releases")]
    [InlineData("/audit")]
    public async Task Administrator_SeesNoScores_WhateverTheClearance(string address)
    {
        await ClearAsync();
        using var client = await server.ClientAsync("administrator");
        var page = await (await client.GetAsync(address)).Content.ReadAsStringAsync();
        Assert.DoesNotContain("<svg class=\"strip\"", page);
        Assert.DoesNotContain("class=\"figure\"", page);
        Assert.DoesNotContain("data-indicator", page);
    }

    [Fact]
    public async Task Administrator_TakesNoScoresAway()
    {
        await ClearAsync();
        const string level = "\"level\":\\s*[0-9]";
        using var executive = await server.ClientAsync("executive-jpn");
        Assert.Matches(level, await executive.GetStringAsync("/gaps/JPN.json?against=NATO"));
        using var client = await server.ClientAsync("administrator");
        var answer = await (await client.GetAsync("/gaps/JPN.json?against=NATO")).Content.ReadAsStringAsync();
        Assert.DoesNotMatch(level, answer);
        Assert.DoesNotMatch("\"(score|benchmark|gap)\":\\s*-?[0-9]", answer);
    }

    [Theory]
    [InlineData("ja", "この環境の利用者", "計画担当")]
    [InlineData("fr", "Personnes de cette installation", "Planificateur")]
    public async Task Page_SpeaksTheReadersLanguage(string language, string title, string role)
    {
        using var client = await server.ClientAsync("administrator", language);
        var page = WebUtility.HtmlDecode(await client.GetStringAsync("/people"));
        Assert.Contains(title, page);
        Assert.Contains(role, page);
    }

    // The role is what keeps scores away, and not that the persona may see little.
    private Task ClearAsync() => server.Get<AccountStore>().ChangeRightsAsync(RealServer.Operator, new Viewer("Administrator", "JPN", "secret", Roles.Administrator, []));
}
