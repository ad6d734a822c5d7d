using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace Dashboard.Web.Tests.Security;

/// <summary>What the program does over an encrypted wire, and what it logs.</summary>
public sealed class EncryptionTests(EncryptedProgram program) : IClassFixture<EncryptedProgram>
{
    [Theory]
    [InlineData(SslProtocols.Tls13)]
    [InlineData(SslProtocols.Tls12)]
    public async Task Wire_IsEncryptedWithForwardSecrecy(SslProtocols version)
    {
        using var wire = await ConnectAsync(new SslClientAuthenticationOptions { EnabledSslProtocols = version });
        Assert.Equal(version, wire.SslProtocol);
        Assert.Matches("^TLS_(AES|CHACHA20|ECDHE_)", wire.NegotiatedCipherSuite.ToString());
        Assert.DoesNotContain("CBC", wire.NegotiatedCipherSuite.ToString());
    }

    // Not authenticated encryption, or no forward secrecy; the client would take either.
    [Theory]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384)]
    [InlineData(TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256)]
    [InlineData(TlsCipherSuite.TLS_RSA_WITH_AES_256_GCM_SHA384)]
    public async Task WeakerSuite_IsRefused(TlsCipherSuite suite)
    {
        // There the machine decides.
        if (!OperatingSystem.IsWindows())
        {
            var offered = new SslClientAuthenticationOptions { EnabledSslProtocols = SslProtocols.Tls12, CipherSuitesPolicy = new([suite]) };
            await Assert.ThrowsAnyAsync<Exception>(() => ConnectAsync(offered));
        }
    }

    [Fact]
    public async Task Cookies_AreBoundToTheHost_AndOthersAreNotRead()
    {
        using var client = Client();
        using var page = await client.GetAsync("/preferences/language?code=fr&back=/sign-in");
        Assert.All(page.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-", cookie);
            foreach (var attribute in (string[])["; path=/;", "; secure", "; httponly", "; samesite=lax"])
                Assert.Contains(attribute, cookie + ";", StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        });
        var value = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Contains("lang=\"fr\"", await LanguageAsync(value));
        // One of the same plain name could be from another host of the domain, or from an open wire.
        Assert.Contains("lang=\"en\"", await LanguageAsync(value["__Host-".Length..]));
    }

    [Fact]
    public async Task Log_IsOneJsonALine_WithTimesInUtc()
    {
        using var ready = JsonDocument.Parse(await program.LoggedAsync("is ready"));
        Assert.EndsWith("Z", ready.RootElement.GetProperty("Timestamp").GetString());
        Assert.Equal("Information", ready.RootElement.GetProperty("LogLevel").GetString());
        Assert.NotEmpty(ready.RootElement.GetProperty("Category").GetString()!);
    }

    [Fact]
    public async Task Refused_IsLogged_AndALineBreakStaysInItsLine()
    {
        using var client = Client();
        using var foreign = new HttpRequestMessage(HttpMethod.Post, "/sign-in%0AForged%20line");
        foreign.Headers.TryAddWithoutValidation("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(foreign)).StatusCode);
        using var line = JsonDocument.Parse(await program.LoggedAsync("elsewhere.example"));
        Assert.Contains("%0AForged%20line", line.RootElement.GetProperty("Message").GetString());

        // The third within a minute is one too many; those before had no token.
        for (var n = 0; n < 2; n++)
            Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync("/sign-in", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Contains("Warning", await program.LoggedAsync("Refused POST /sign-in: the token of its form"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.PostAsync("/sign-in", new FormUrlEncodedContent([]))).StatusCode);
        Assert.Contains("Warning", await program.LoggedAsync("more than one may ask for in a minute"));
    }

    private async Task<string> LanguageAsync(string cookie)
    {
        using var client = Client();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return await client.GetStringAsync("/sign-in");
    }

    private HttpClient Client() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true },
    }) { BaseAddress = program.Address };

    private async Task<SslStream> ConnectAsync(SslClientAuthenticationOptions options)
    {
        var socket = new TcpClient();
        await socket.ConnectAsync(program.Address.Host, program.Address.Port);
        var wire = new SslStream(socket.GetStream());
        options.TargetHost = "localhost";
        options.RemoteCertificateValidationCallback = (_, _, _, _) => true;
        await wire.AuthenticateAsClientAsync(options);
        return wire;
    }
}
