using System.Net;
using Dashboard.Web.Security;

namespace Dashboard.Web.Tests.Security;

/// <summary>A server that allows little.</summary>
public sealed class NarrowServer : Server
{
    protected override Limits Limits => new() { SignInsPerMinute = 3, ExportsPerMinute = 2 };
}

/// <summary>A server that allows few downloads.</summary>
public sealed class NarrowServerOfDownloads : Server
{
    protected override Limits Limits => new() { SignInsPerMinute = 10, ExportsPerMinute = 2 };
}

/// <summary>A server that allows few pages.</summary>
public sealed class NarrowServerOfPages : Server
{
    protected override Limits Limits => new() { RequestsPerMinute = 8 };
}

public sealed class RateLimitTests(NarrowServer server, NarrowServerOfDownloads other, NarrowServerOfPages pages)
    : IClassFixture<NarrowServer>, IClassFixture<NarrowServerOfDownloads>, IClassFixture<NarrowServerOfPages>
{
    [Fact]
    public async Task MoreThanAllowed_IsRefusedWithTheTimeToWait()
    {
        using var executive = await server.ClientAsync("executive-jpn");
        using var other = await server.ClientAsync("executive-che");
        Assert.Equal(HttpStatusCode.OK, (await executive.GetAsync("/gaps/JPN.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await executive.GetAsync("/briefings/JPN.xlsx")).StatusCode);
        using var third = await executive.GetAsync("/gaps/JPN.json");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.InRange(third.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Contains("Too many requests", await third.Content.ReadAsStringAsync());
        // Pages are not downloads, and another person has an allowance of their own.
        Assert.Equal(HttpStatusCode.OK, (await executive.GetAsync("/gaps/JPN")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/gaps/JPN.json")).StatusCode);

        // Two have signed in already; the fourth attempt from one address is one too many, whoever it is.
        using var stranger = await server.ClientAsync();
        Assert.Equal("/sign-in", (await Server.PostAsync(stranger, "/sign-in/persona", ("persona", "nobody"))).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Server.PostAsync(stranger, "/sign-in/persona", ("persona", "executive-jpn"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Server.PostAsync(stranger, "/sign-in", ("name", "Aoki"), ("password", "guessed"))).StatusCode);
        foreach (var link in (string[])["/invitation", "/set-up", "/sign-in/code"])
            Assert.Equal(HttpStatusCode.TooManyRequests, (await Server.PostAsync(stranger, link + "?code=guessed", ("password", "chosen"))).StatusCode);
        foreach (var own in (string[])["/account/confirm", "/account/password", "/account/codes", "/account/passkeys"])
            Assert.Equal(HttpStatusCode.TooManyRequests, (await Server.PostAsync(executive, own, ("password", "guessed"))).StatusCode);
    }

    [Fact]
    public async Task Downloads_OfOnePerson_CountTogether_InWhateverSessionTheyAre()
    {
        using var one = await other.ClientAsync("planner-est");
        using var two = await other.ClientAsync("planner-est");
        foreach (var client in (HttpClient[])[one, two])
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/gaps/EST.json")).StatusCode);
        foreach (var client in (HttpClient[])[one, two])
            Assert.Equal(HttpStatusCode.TooManyRequests, (await client.GetAsync("/gaps/EST.json")).StatusCode);
    }

    [Fact]
    public async Task Pages_AskedForWithoutEnd_AreRefused_ForWhoeverAsksOnly_AndHealthAndStylesAreNot()
    {
        using var executive = await pages.ClientAsync("executive-jpn");
        using var planner = await pages.ClientAsync("planner-jpn");
        for (var n = 0; n < 8; n++)
            Assert.Equal(HttpStatusCode.OK, (await executive.GetAsync("/")).StatusCode);
        using var refused = await executive.GetAsync("/");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("text/plain; charset=utf-8", refused.Content.Headers.ContentType!.ToString());
        foreach (var address in (string[])["/health/ready", "/app.css"])
            Assert.Equal(HttpStatusCode.OK, (await executive.GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await planner.GetAsync("/")).StatusCode);
    }
}
