using System.Net.Sockets;
using System.Text;

namespace Dashboard.Web.Tests.Security;

/// <summary>Requests as no client of ours writes them.</summary>
public sealed class RawRequestTests(Server server) : IClassFixture<Server>
{
    // Whoever stands in front could take the second for part of the first, and hand its answer to somebody else.
    [Theory]
    [InlineData("Content-Length: 5\r\nContent-Length: 6\r\n")]
    [InlineData("Transfer-Encoding: gzip, identity\r\n")]
    [InlineData("Content-Length : 5\r\n")]
    public async Task Boundary_ThatIsNotClear_IsRefused_AndTheWireClosed(string boundary)
    {
        var answer = await AskAsync($"POST /sign-out HTTP/1.1\r\nHost: localhost\r\n{boundary}\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Single(Answers(answer));
    }

    // As the standard says: the chunks count and the length does not, and nothing more is taken from that wire.
    [Fact]
    public async Task Chunked_GoesBeforeALength_AndTheWireIsClosed()
    {
        var answer = await AskAsync("POST /sign-out HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400", Assert.Single(Answers(answer).Select(one => "HTTP/1.1 " + one)));
        Assert.DoesNotContain("Healthy", answer);
    }

    // By its length alone, before anything of it is read: whoever goes on writing finds the wire closed.
    [Fact]
    public async Task TooLarge_IsRefused()
    {
        var answer = await AskAsync($"POST /sign-in/persona HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {(1 << 20) + 100}\r\nConnection: close\r\n\r\n");
        Assert.Matches("^HTTP/1.1 (413|400)", answer);
    }

    // The nearest proxy's word counts, not what a client put before it.
    [Fact]
    public async Task Forwarded_ByAClient_IsNotBelieved()
    {
        using var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1, 203.0.113.7");
        using var answer = await client.GetAsync("/sign-in");
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private static IEnumerable<string> Answers(string text) => text.Split("HTTP/1.1 ").Skip(1);

    private async Task<string> AskAsync(string request)
    {
        using var client = await server.ClientAsync();
        using var wire = new TcpClient();
        await wire.ConnectAsync(client.BaseAddress!.Host, client.BaseAddress.Port);
        await using var stream = wire.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await reader.ReadToEndAsync(patience.Token);
    }
}
