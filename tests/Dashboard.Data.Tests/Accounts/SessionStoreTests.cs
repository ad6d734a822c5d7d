using Dashboard.Data.Accounts;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Accounts;

public abstract class SessionStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    private SessionStore Store => Get<SessionStore>();

    [Fact]
    public async Task Session_RunsOutAfterAnIdleHour()
    {
        var id = (await JoinAsync(Hanako())).Id;
        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await Store.FindAsync(id));
        Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.NotNull(await Store.FindAsync(id));
        Clock.Advance(TimeSpan.FromMinutes(60));
        Assert.Null(await Store.FindAsync(id));
    }

    [Fact]
    public async Task Session_RunsOutAfterTwelveHours_HoweverBusy()
    {
        var id = (await JoinAsync(Hanako())).Id;
        for (var minutes = 30; minutes < 12 * 60; minutes += 30)
        {
            Clock.Advance(TimeSpan.FromMinutes(30));
            Assert.NotNull(await Store.FindAsync(id));
        }

        Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.Null(await Store.FindAsync(id));
    }

    [Fact]
    public async Task Look_IsNoActivity()
    {
        var id = (await JoinAsync(Hanako())).Id;
        Clock.Advance(TimeSpan.FromMinutes(40));
        Assert.NotNull(await Store.FindAsync(id, isActivity: false));
        Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Null(await Store.FindAsync(id, isActivity: false));
    }

    [Fact]
    public async Task Seen_IsWrittenOnceAMinute_AndNotAudited()
    {
        var session = await JoinAsync(Hanako());
        var head = await HeadAsync();
        Clock.Advance(TimeSpan.FromSeconds(59));
        await Store.FindAsync(session.Id);
        Assert.Equal(session.Seen, (await StoredAsync(session.Id)).Seen);
        Clock.Advance(TimeSpan.FromSeconds(1));
        await Store.FindAsync(session.Id);
        Assert.Equal(session.Seen.AddMinutes(1), (await StoredAsync(session.Id)).Seen);
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task End_IsRecordedOnce_AndEndsOnlyThatSession()
    {
        var first = await JoinAsync(Hanako());
        var second = (await SignInAsync())!;
        var who = (await Store.FindAsync(first.Id))!;
        await Store.EndAsync(who);
        await Store.EndAsync(who);
        Assert.Null(await Store.FindAsync(first.Id));
        Assert.NotNull(await Store.FindAsync(second.Id));
        Assert.Single((await AuditAsync("person/Hanako Aoki")), e => e.Action == "signed-out");
        Assert.Equal(Clock.GetUtcNow().UtcDateTime, (await StoredAsync(first.Id)).Ended);
    }

    // A hundred and twenty-eight bits: other ids begin with the time.
    [Fact]
    public async Task Ids_AreRandomFromBeginningToEnd()
    {
        var ids = new List<byte[]> { (await JoinAsync(Hanako())).Id.ToByteArray() };
        for (var n = 0; n < 7; n++)
            ids.Add((await SignInAsync())!.Id.ToByteArray());
        Assert.All(Enumerable.Range(0, 16), place => Assert.True(ids.Select(id => id[place]).Distinct().Count() > 1, $"Byte {place} is always the same."));
    }

    [Fact]
    public async Task Session_ThatNeverBegan_IsNobodys() => Assert.Null(await Store.FindAsync(Guid.Empty));

    private async Task<SignInSession> StoredAsync(Guid id)
    {
        await using var context = Context();
        return await context.Sessions.AsNoTracking().SingleAsync(s => s.Id == id);
    }
}

public sealed class SessionsOnSqlite : SessionStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class SessionsOnSqlServer : SessionStoreTests<SqlServerHost>;
