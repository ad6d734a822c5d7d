using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Demonstration;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Data.Tests.Demonstration;

public abstract class DemonstrationPeopleTests<THost> : IAsyncLifetime where THost : IDatabaseHost, new()
{
    private static readonly Viewer Operator = Viewer.Operator("JPN", ClassificationLadder.Default);
    private static readonly Viewer[] Wanted = [new("Executive, Japan", "JPN", "secret", Roles.Executive, []), new("Planner, Estonia", "EST", "secret", Roles.Planner, [Scope.Everything])];
    private readonly THost _host = new();
    private ServiceProvider _services = null!;

    private DemonstrationPeople People => _services.GetRequiredService<DemonstrationPeople>();

    public async ValueTask InitializeAsync() =>
        _services = new ServiceCollection().AddDashboardData(await _host.OpenAsync(), ClassificationLadder.Default).BuildServiceProvider();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Ensure_InADemonstrationOfAnEarlierVersion_AddsThePeopleOnce()
    {
        await using (var context = Context())
        {
            await context.GetService<IMigrator>().MigrateAsync("Start");
            Assert.Single(await context.Database.GetAppliedMigrationsAsync());
        }

        await SetUpAsync(demonstration: true);
        await People.EnsureAsync(Wanted);
        var before = await CountAsync();
        await People.EnsureAsync(Wanted);
        Assert.Equal((2, before.Entries), await CountAsync());
        Assert.All(await _services.GetRequiredService<AccountStore>().ListAsync(Operator), a => Assert.Equal((AccountState.Open, null), (a.State, a.LastSignedIn)));
    }

    [Fact]
    public async Task SignIn_OfThePeople_NeedsNoPassword_UnlessClosed()
    {
        await SetUpAsync(demonstration: true);
        await People.EnsureAsync(Wanted);
        var session = (await People.SignInAsync("Planner, Estonia", "Test browser"))!;
        Assert.Equal(Wanted[1].RightsText, (await _services.GetRequiredService<SessionStore>().FindAsync(session.Id))!.Viewer.RightsText);
        await _services.GetRequiredService<AccountStore>().CloseAsync(Operator, "Planner, Estonia");
        Assert.Null(await People.SignInAsync("Planner, Estonia", "Test browser"));
    }

    [Fact]
    public async Task RealData_TakesNoDemonstrationPeople_AndLetsNobodyInWithoutAPassword()
    {
        await SetUpAsync(demonstration: false);
        await People.EnsureAsync(Wanted);
        Assert.Equal(0, (await CountAsync()).People);
        await _services.GetRequiredService<AccountStore>().InviteAsync(Operator, Wanted[0]);
        Assert.Null(await People.SignInAsync(Wanted[0].Name, "Test browser"));
    }

    private async Task SetUpAsync(bool demonstration)
    {
        await _services.GetRequiredService<DatabaseSetup>().PrepareAsync(create: true);
        await _services.GetRequiredService<InstallationStore>().EnsureAsync("JPN", demonstration);
    }

    private async Task<(int People, int Entries)> CountAsync()
    {
        await using var context = Context();
        return (await context.Users.CountAsync(), await context.AuditEntries.CountAsync());
    }

    private DashboardContext Context() => _services.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContext();
}

public sealed class DemonstrationPeopleOnSqlite : DemonstrationPeopleTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class DemonstrationPeopleOnSqlServer : DemonstrationPeopleTests<SqlServerHost>;
