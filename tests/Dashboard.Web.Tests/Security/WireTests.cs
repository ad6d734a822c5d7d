using System.Net;
using Microsoft.Data.Sqlite;

namespace Dashboard.Web.Tests.Security;

/// <summary>What a proxy on this machine says about the wire, and what is told when something breaks.</summary>
public sealed class WireTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task EncryptedBehindAProxy_StaysEncrypted_AndTheCookieToo()
    {
        using var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var page = await client.GetAsync("/sign-in");
        Assert.Equal(["max-age=31536000; includeSubDomains"], page.Headers.GetValues("Strict-Transport-Security"));
        // The client itself speaks plainly to the server and would keep a secure cookie back; the browser behind the proxy does not.
        var form = Assert.Single(page.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; secure", form);
        client.DefaultRequestHeaders.Add("Cookie", form.Split(';')[0]);
        using var signedIn = await Server.PostAsync(client, "/sign-in/persona", ("persona", "executive-jpn"));
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie);
        Assert.Contains("; httponly", cookie);
        Assert.Contains("; samesite=lax", cookie);
    }

    [Fact]
    public async Task AnotherMachineWithoutEncryption_IsRefusedWithTheWayOut()
    {
        using var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.7");
        using var page = await client.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("use https", await page.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Fault_IsTold_WithoutItsDetails()
    {
        await using var broken = new Server();
        await broken.InitializeAsync();
        using var client = await broken.ClientAsync("executive-jpn");
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(broken.DataPath, "dashboard.db")}"))
        {
            await database.OpenAsync();
            await using var drop = database.CreateCommand();
            drop.CommandText = "PRAGMA foreign_keys = OFF; DROP TABLE Cycles";
            await drop.ExecuteNonQueryAsync();
        }

        using var answer = await client.GetAsync("/gaps/JPN");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Something went wrong", page);
        Assert.DoesNotContain("Cycles", page);
        Assert.DoesNotContain("Exception", page);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }
}
