using System.Text.RegularExpressions;
using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.CommandLine;

public sealed class AccountCommandTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task Invite_PrintsTheLink_AndTheListShowsThePerson()
    {
        var run = await DoAsync("account", "invite", "Hanako Aoki", "--nation", "Japan", "--clearance", "secret", "--roles", "planner,reviewer", "--scope", "JPN:LAN,INF", "--scope", "*");
        Assert.Matches("^/invitation\\?code=[A-Za-z0-9_-]{43}\n$", run.Output);
        Assert.Matches(@"once, until \d{4}-\d\d-\d\d \d\d:\d\d UTC", run.Errors);
        Assert.Equal(
            """
            name         nation  clearance  roles             responsible for  state
            Hanako Aoki  JPN     secret     planner,reviewer  JPN:LAN,INF *    invited

            """.ReplaceLineEndings("\n"), (await DoAsync("account", "list")).Output);
    }

    [Fact]
    public async Task Invite_OfAPlannerWithoutAScope_MakesThemResponsibleForTheirNation()
    {
        await DoAsync("account", "invite", "Kaja Tamm", "--nation", "EST", "--clearance", "secret", "--roles", "planner");
        Assert.Contains("planner  EST ", (await DoAsync("account", "list")).Output);
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://localhost:5080/")]
    public async Task Link_WithAnAddress_IsWhole(string address)
    {
        await InviteAsync();
        Assert.StartsWith("http://localhost:5080/invitation?code=", (await DoAsync("account", "link", "hanako aoki", "--address", address)).Output);
    }

    [Fact]
    public async Task Close_AndReopen_AreSaid()
    {
        await InviteAsync();
        Assert.Equal("The account of Hanako Aoki is closed.\n", (await DoAsync("account", "close", "hanako aoki")).Output);
        Assert.Matches("Hanako Aoki .* closed\n$", (await DoAsync("account", "list")).Output);
        Assert.Equal("The account of Hanako Aoki is open again.\n", (await DoAsync("account", "reopen", "hanako aoki")).Output);
    }

    [Fact]
    public async Task Reset_TakesTheCodesAway_AndPrintsTheLinkToAnotherPassword()
    {
        const string secret = "river stone window 88";
        var link = (await DoAsync("account", "invite", "Hanako Aoki", "--nation", "JPN", "--clearance", "secret", "--roles", "planner")).Output.Trim();
        await using var services = new ServiceCollection().AddDashboardData(new DatabaseOptions { Folder = _folder.Path }, ClassificationLadder.Default).BuildServiceProvider();
        var session = (await services.GetRequiredService<LinkStore>().UseAsync(link.Split('=')[1], secret, secret, "")).Session!;
        var key = OneTimeCode.NewKey();
        var who = (await services.GetRequiredService<SessionStore>().FindAsync(session.Id))!;
        await services.GetRequiredService<FactorStore>().SetUpCodesAsync(who, key, OneTimeCode.Of(key, OneTimeCode.StepAt(TimeProvider.System.GetUtcNow())));
        Assert.Matches("^/invitation\\?code=[A-Za-z0-9_-]{43}\n$", (await DoAsync("account", "reset", "hanako aoki")).Output);
        Assert.NotNull((await services.GetRequiredService<SignInStore>().WithPasswordAsync("Hanako Aoki", secret, ""))!.Session);
    }

    [Theory]
    [InlineData("already: choose another name", "account", "invite", "HANAKO AOKI", "--nation", "JPN", "--clearance", "secret", "--roles", "executive")]
    [InlineData("Unknown role 'king'", "account", "invite", "Sato", "--nation", "JPN", "--clearance", "secret", "--roles", "king")]
    [InlineData("Unknown area 'XYZ'", "account", "invite", "Sato", "--nation", "JPN", "--clearance", "secret", "--roles", "planner", "--scope", "JPN:XYZ")]
    [InlineData("at least one role", "account", "invite", "Sato", "--nation", "JPN", "--clearance", "secret", "--roles", "")]
    [InlineData("no account named 'Sato'", "account", "link", "Sato")]
    [InlineData("no account named 'Sato'", "account", "close", "Sato")]
    [InlineData("neither one-time codes nor passkeys", "account", "reset", "Hanako Aoki")]
    [InlineData("no account named 'Sato'", "account", "reset", "Sato")]
    [InlineData("reader JPN may not look after accounts", "account", "list", "--as", "JPN/secret")]
    public async Task Command_ThatCannotBeDone_SaysWhy(string said, params string[] command)
    {
        await InviteAsync();
        var run = await Run.OfAsync([.. command, "--data", _folder.Path]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, run.Errors);
        Assert.Empty(run.Output);
        Assert.Single(Regex.Matches((await DoAsync("account", "list")).Output, "invited"));
    }

    private Task InviteAsync() => DoAsync("account", "invite", "Hanako Aoki", "--nation", "JPN", "--clearance", "secret", "--roles", "planner");

    private async Task<Run> DoAsync(params string[] command)
    {
        var run = await Run.OfAsync([.. command, "--data", _folder.Path]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run;
    }
}
