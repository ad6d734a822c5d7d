using System.Net;

namespace Dashboard.Web.Tests.Security;

/// <summary>What holds for whatever the server answers: pages, files, refusals, errors.</summary>
public sealed class EveryAnswerTests(Server server) : IClassFixture<Server>
{
    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/method", 200)]
    [InlineData("GET", "/gaps/JPN.json?against=NATO", 200)]
    [InlineData("GET", "/gaps/JPN.csv?against=NATO", 200)]
    [InlineData("GET", "/briefings/JPN.xlsx?against=NATO", 200)]
    [InlineData("GET", "/app.css", 200)]
    [InlineData("GET", "/working.js", 200)]
    [InlineData("GET", "/icon.svg", 200)]
    [InlineData("GET", "/health", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/gaps", 302)]
    [InlineData("GET", "/preferences/theme?back=/", 302)]
    [InlineData("GET", "/gaps/XXX.json", 400)]
    [InlineData("POST", "/sign-out", 400)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/.git/HEAD", 404)]
    [InlineData("GET", "/appsettings.json", 404)]
    [InlineData("GET", "/data/dashboard.db", 404)]
    [InlineData("GET", "/_content/", 404)]
    [InlineData("GET", "/_framework/", 404)]
    [InlineData("TRACE", "/", 405)]
    [InlineData("PUT", "/gaps/JPN.json", 405)]
    [InlineData("DELETE", "/releases/1", 405)]
    public async Task Answer_SaysWhatTheBrowserMayDoWithIt(string method, string address, int status)
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var asked = new HttpRequestMessage(new HttpMethod(method), address);
        asked.Headers.Add("Probe", "must-not-come-back");
        // What another site's page would send: its answer is not for that page.
        if (method == "GET")
            asked.Headers.Add("Origin", "https://elsewhere.example");
        using var answer = await client.SendAsync(asked);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").First();
        foreach (var directive in (string[])["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
            Assert.Contains(directive, policy);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.DoesNotContain("must-not-come-back", body);
        if (body.Length > 0 && answer.Content.Headers.ContentType is var type)
            Assert.True(type!.MediaType is "application/json" or "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" || type.CharSet == "utf-8", $"{address} says {type}.");
    }

    [Theory]
    [InlineData("/gaps/JPN.json", "attachment")]
    [InlineData("/gaps/JPN.csv", "attachment")]
    [InlineData("/briefings/JPN.xlsx", "attachment")]
    public async Task File_IsNotShownInPlace(string address, string disposition)
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var answer = await client.GetAsync(address);
        Assert.Equal(disposition, answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Matches("^[A-Za-z0-9.-]+$", answer.Content.Headers.ContentDisposition.FileName!);
    }

    [Fact]
    public async Task SignedOut_TheBrowserForgetsWhatItShowed()
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var answer = await Server.PostAsync(client, "/sign-out", ("_", ""));
        Assert.Equal(["\"cache\""], answer.Headers.GetValues("Clear-Site-Data"));
    }

    // Two values of one name are not put together into a third.
    [Theory]
    [InlineData("/gaps/JPN.json?against=NATO&against=EU")]
    [InlineData("/gaps/JPN.json?against=NA&against=TO")]
    public async Task ValueGivenTwice_IsRefused(string address)
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Unknown country group", await answer.Content.ReadAsStringAsync());
    }

    // A value that the reader typed stands on the page as the text that it is.
    [Fact]
    public async Task Markup_InAnAddress_StaysText()
    {
        using var client = await server.ClientAsync("executive-jpn");
        using var answer = await client.GetAsync("/gaps/JPN?against=" + Uri.EscapeDataString("<script>alert(1)</script>\" onload=\"x"));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("&lt;script&gt;", page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("\" onload=\"x", page);
    }
}
