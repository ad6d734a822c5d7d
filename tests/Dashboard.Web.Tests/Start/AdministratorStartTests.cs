using System.Net;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Web.Tests.Accounts;

namespace Dashboard.Web.Tests.Start;

public sealed class AdministratorStartTests : IAsyncLifetime
{
    private static readonly Viewer Kaja = new("Kaja Tamm", "JPN", "secret", Roles.Administrator, []);
    private readonly RealServer _server = new();

    public ValueTask InitializeAsync() => _server.InitializeAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Start_SaysWhatIsMissing_AndHowItStands()
    {
        await _server.AddAsync(Kaja);
        using var client = await _server.SignedInAsync(Kaja);
        var page = await TextAsync(client);
        Assert.Contains("What needs doing", page);
        Assert.Matches("Add the first cycle(?s:.*)href=\"/cycles\"(?s:.*)Invite the first people(?s:.*)href=\"/people\"", page);
        Assert.Contains("Links begin with http://127.0.0.1", page);
        Assert.Contains("<dd>1 active</dd>", page);
        Assert.Contains("<dd>none yet</dd>", page);
        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public async Task Start_OfAnAdministratorWhoReads_ShowsTheTasksOnlyAsLongAsThereIsNothingToRead()
    {
        var both = Kaja with { Roles = Roles.Administrator | Roles.Executive };
        await _server.AddAsync(both);
        using var client = await _server.SignedInAsync(both);
        Assert.Contains("Add the first cycle", await TextAsync(client));
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
        var page = await TextAsync(client);
        Assert.DoesNotContain("What needs doing", page);
        Assert.Contains("Against each group", page);
    }

    [Fact]
    public async Task Start_OfWhoeverIsNoAdministrator_NamesNobody()
    {
        await _server.AddAsync(Kaja);
        await _server.AddAsync(RealServer.Hanako);
        using var client = await _server.SignedInAsync(RealServer.Hanako);
        var page = await TextAsync(client);
        Assert.DoesNotContain("What needs doing", page);
        Assert.DoesNotContain("Kaja", page);
        Assert.DoesNotContain("/people", page);
    }

    private static async Task<string> TextAsync(HttpClient client) => WebUtility.HtmlDecode(await client.GetStringAsync("/"));
}
