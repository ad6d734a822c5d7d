using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;
using Dashboard.Web.Accounts;
using Dashboard.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>A server with real accounts and an issuer beside it that vouches for people.</summary>
public sealed class IssuerServer : Server
{
    protected override bool Demo => false;

    protected override IssuerOptions? Issuer => new()
    {
        Authority = Issuing.Address, ClientId = TestIssuer.ClientId, ClientSecret = TestIssuer.ClientSecret, Name = "National Login", FirstAdministrator = FirstAdministrator,
    };

    public TestIssuer Issuing { get; private set; } = null!;

    public bool FirstAdministrator { get; set; }

    public int SignInsPerMinute { get; set; } = 10_000;

    protected override Limits Limits => new() { SignInsPerMinute = SignInsPerMinute };

    public static Viewer Operator { get; } = Viewer.Operator("JPN", ClassificationLadder.Default);

    /// <summary>What is stated of a planner of Estonia.</summary>
    public static Dictionary<string, object> Kaja => new() { ["sub"] = "4711", ["name"] = "Kaja Tamm", ["nation"] = "EST", ["clearance"] = "secret", ["roles"] = new[] { "planner", "reviewer" } };

    public override async ValueTask InitializeAsync()
    {
        Issuing = await TestIssuer.StartAsync();
        Issuing.Claims = Kaja;
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuing.DisposeAsync();
    }

    /// <summary>Makes the installation one with people, of whom the issuer knows nothing.</summary>
    public Task InviteAsync(string name = "Hanako Aoki") => Get<AccountStore>().InviteAsync(Operator, new Viewer(name, "JPN", "secret", Roles.Administrator, []));

    /// <summary>Goes to the issuer and gives back the link by which it sends people back.</summary>
    public static async Task<string> LeaveAsync(HttpClient client, string back = "", string link = "continue")
    {
        var leaving = await client.GetAsync("/sign-in/issuer" + back);
        Assert.Equal(HttpStatusCode.Redirect, leaving.StatusCode);
        using var other = new HttpClient();
        var page = await other.GetAsync(leaving.Headers.Location);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        return WebUtility.HtmlDecode(Regex.Match(await page.Content.ReadAsStringAsync(), $"id=\"{link}\" href=\"([^\"]+)\"").Groups[1].Value);
    }

    /// <summary>Goes to the issuer and comes back.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string back = "") => await client.GetAsync(await LeaveAsync(client, back));

    /// <summary>Actions, subjects and contents of the audit, newest entry first.</summary>
    public async Task<List<(string Entry, string Content)>> AuditAsync()
    {
        await using var context = await Get<IDbContextFactory<DashboardContext>>().CreateDbContextAsync();
        return [.. (await context.AuditEntries.AsNoTracking().OrderByDescending(e => e.Sequence).ToListAsync()).Select(e => ($"{e.Action} {e.Subject}", e.ContentText))];
    }
}
