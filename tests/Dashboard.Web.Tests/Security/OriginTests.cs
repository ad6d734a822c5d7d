using System.Net;
using System.Net.WebSockets;

namespace Dashboard.Web.Tests.Security;

public sealed class OriginTests(Server server) : IClassFixture<Server>
{
    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://localhost:1")]
    [InlineData("null")]
    public async Task Form_FromAForeignOrigin_IsRefusedAndSignsNobodyIn(string origin)
    {
        using var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add("Origin", origin);
        using var answer = await Server.PostAsync(client, "/sign-in/persona", ("persona", "executive-jpn"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("came from another site", await answer.Content.ReadAsStringAsync());
        using var start = await client.GetAsync("/");
        Assert.Equal("/sign-in", start.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task Form_FromItsOwnOrigin_IsAccepted()
    {
        using var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        using var answer = await Server.PostAsync(client, "/sign-in/persona", ("persona", "executive-jpn"));
        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    // From its own origin the circuit asks who somebody is; that it opens for who has signed in is shown in the browser tests.
    [Theory]
    [InlineData("https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Circuit_FromAForeignOrigin_OrOfNobody_IsRefused(string? origin, HttpStatusCode expected)
    {
        using var client = await server.ClientAsync();
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin ?? client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        var address = new Uri(client.BaseAddress!.ToString().Replace("http", "ws", StringComparison.Ordinal) + "_blazor");
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
        Assert.Equal(expected, socket.HttpStatusCode);
    }
}
