using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Security.Guarded;
using Dashboard.Web.Tests.Security.Walk;

namespace Dashboard.Web.Tests.Security.Hostile;

/// <summary>What belongs to somebody else: their tokens, their sessions, their nation's assessments.</summary>
public sealed partial class ForeignTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private static readonly (string, string)[] Withdrawal = [("_handler", "release"), ("to", ""), ("expected", "USA")];
    private const string Decision = "/releases/1?look=true";

    [Fact]
    public async Task Token_OfAnotherSession_OfNobody_OrMadeUp_IsRefused()
    {
        var officer = await server.OfAsync("officer");
        using var another = await server.AnotherOfAsync("officer");
        using var nobody = await server.ClientAsync();
        var own = await Caller.TokenAsync(officer);
        var before = await server.TablesAsync();
        foreach (var token in (string[])[await Caller.TokenAsync(another), await Caller.TokenAsync(nobody), own[..^4] + "AAAA", "made up", ""])
        {
            using var answer = await Caller.PostAsync(officer, Decision, token, Withdrawal);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains("was not accepted, and nothing was changed", await answer.Content.ReadAsStringAsync());
        }

        Assert.Equal(before, await server.TablesAsync());
    }

    [Fact]
    public async Task Session_ThatEnded_WritesNothing_WithAFormThatWasOpenBefore()
    {
        var cookies = new CookieContainer();
        using var officer = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = server.Address };
        await server.SignInAsync(officer, "officer");
        var token = await Caller.TokenAsync(officer);
        using var copy = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        copy.DefaultRequestHeaders.Add("Cookie", cookies.GetCookieHeader(server.Address));
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync(Decision)).StatusCode);
        await Caller.PostAsync(officer, "/sign-out", token);
        var before = await server.TablesAsync();
        Assert.Equal("sign-in", await Caller.OutcomeAsync(await Caller.PostAsync(copy, Decision, token, Withdrawal)));
        Assert.Equal(before, await server.TablesAsync());
    }

    [Theory]
    [InlineData("release", "to", "EST")]
    [InlineData("mark", "parts", "secret")]
    [InlineData("mark-answer", "answer", "LAN-2:1")]
    public async Task Assessment_OfAnotherNation_IsLikeOneThatIsNotThere_AndTheTryIsNoted(string form, string field, string value)
    {
        var officer = await server.OfAsync("officer-est");
        var before = await server.TablesAsync();
        var unknown = await PageAsync(officer, 4711);
        foreach (var sheet in Sheets.All.Where(s => s.Assessment.Assessor != "EST"))
        {
            var said = server.Log.Said.Count;
            Assert.Equal(unknown, (await PageAsync(officer, sheet.Id)).Replace($"/releases/{sheet.Id}", "/releases/4711", StringComparison.Ordinal).Replace($"%2Freleases%2F{sheet.Id}", "%2Freleases%2F4711", StringComparison.Ordinal));
            Assert.Contains(server.Log.Said.Skip(said), warning => warning.Contains("Refused Person officer-est: GET /releases/", StringComparison.Ordinal));
            using var answer = await Caller.PostAsync(officer, $"/releases/{sheet.Id}?look=true&to=EST", await Caller.TokenAsync(officer), ("_handler", form), (field, value), ("expected", "USA"), ("level", "secret"));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal(before, await server.TablesAsync());
    }

    private static async Task<string> PageAsync(HttpClient client, int id)
    {
        using var answer = await client.GetAsync($"/releases/{id}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return Token().Replace(await answer.Content.ReadAsStringAsync(), "");
    }

    [GeneratedRegex("CfDJ8[\\w-]+")]
    private static partial Regex Token();
}
