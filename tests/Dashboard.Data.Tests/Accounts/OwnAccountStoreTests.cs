using Dashboard.Core;
using Dashboard.Data.Accounts;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Accounts;

public abstract class OwnAccountStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    private const string Other = "quiet lantern harbour 5";

    private OwnAccountStore Store => Get<OwnAccountStore>();

    private SessionStore Sessions => Get<SessionStore>();

    [Fact]
    public async Task Password_Changed_EndsAllOtherSessions_AndIsTheOnlyOne()
    {
        var first = await JoinAsync(Hanako());
        var second = (await SignInAsync())!;
        var who = await WhoAsync(second);
        await Store.ChangePasswordAsync(who, Secret, (Other, Other));
        Assert.Null(await Sessions.FindAsync(first.Id));
        Assert.NotNull(await Sessions.FindAsync(second.Id));
        Assert.Null(await SignInAsync());
        Assert.NotNull(await SignInAsync(Other));
        var actions = (await AuditAsync("person/Hanako Aoki")).Select(e => e.Action).ToList();
        Assert.Contains("session-ended", actions);
        Assert.Single(actions, "password-changed");
    }

    [Theory]
    [InlineData("wrong", Other, Other)]
    [InlineData(Secret, Other, "another")]
    [InlineData(Secret, "short", "short")]
    public async Task Password_NotFit_ChangesNothing(string old, string password, string again)
    {
        var first = await JoinAsync(Hanako());
        var who = await WhoAsync((await SignInAsync())!);
        await Assert.ThrowsAsync<InputException>(() => Store.ChangePasswordAsync(who, old, (password, again)));
        Assert.NotNull(await Sessions.FindAsync(first.Id));
        Assert.NotNull(await SignInAsync());
    }

    [Fact]
    public async Task Confirmations_ThatFail_LockTheAccount()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        Assert.True(await Store.ConfirmAsync(who, Secret));
        Assert.Equal("password-confirmed", (await AuditAsync("person/Hanako Aoki"))[^1].Action);
        for (var n = 0; n < 5; n++)
            Assert.False(await Store.ConfirmAsync(who, "wrong"));
        Assert.False(await Store.ConfirmAsync(who, Secret));
        Assert.Null(await SignInAsync());
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.True(await Store.ConfirmAsync(who, Secret));
    }

    [Fact]
    public async Task Sessions_ThatHold_AreListed_TheLastSeenFirst()
    {
        var first = await JoinAsync(Hanako());
        Clock.Advance(TimeSpan.FromMinutes(50));
        var second = (await SignInAsync())!;
        var who = await WhoAsync(second);
        Assert.Equal([second.Id, first.Id], (await Sessions.OwnAsync(who)).Select(s => s.Id));
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal([second.Id], (await Sessions.OwnAsync(who)).Select(s => s.Id));
    }

    [Fact]
    public async Task Session_OfOnesOwn_EndsByItself_OrWithAllOthers()
    {
        var ids = new List<Guid> { (await JoinAsync(Hanako())).Id };
        for (var n = 0; n < 3; n++)
            ids.Add((await SignInAsync())!.Id);
        var who = (await Sessions.FindAsync(ids[0]))!;
        Assert.Equal(1, await Sessions.EndOthersAsync(who, ids[1]));
        Assert.Equal(0, await Sessions.EndOthersAsync(who, ids[1]));
        Assert.Equal(0, await Sessions.EndOthersAsync(who, ids[0]));
        Assert.Null(await Sessions.FindAsync(ids[1]));
        Assert.NotNull(await Sessions.FindAsync(ids[2]));
        Assert.Equal(2, await Sessions.EndOthersAsync(who));
        Assert.Equal([ids[0]], (await Sessions.OwnAsync(who)).Select(s => s.Id));
        var entries = (await AuditAsync("person/Hanako Aoki")).Where(e => e.Action == "session-ended").ToList();
        Assert.Equal(ids[1..].Order(), entries.Select(e => ids.Single(id => e.Content.Contains(SignInSession.MarkOf(id)))).Order());
        // Nobody who reads the audit has what a cookie is made of.
        Assert.DoesNotContain(await AuditAsync("person/Hanako Aoki"), e => ids.Exists(id => e.Content.Contains(id.ToString())));
    }

    [Fact]
    public async Task Session_OfSomebodyElse_CannotBeEnded()
    {
        var other = await JoinAsync(Administrator());
        var who = await WhoAsync(await JoinAsync(Hanako()));
        Assert.Equal(0, await Sessions.EndOthersAsync(who, other.Id));
        Assert.Equal(0, await Sessions.EndOthersAsync(who));
        Assert.NotNull(await Sessions.FindAsync(other.Id));
    }
}

public sealed class OwnAccountsOnSqlite : OwnAccountStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class OwnAccountsOnSqlServer : OwnAccountStoreTests<SqlServerHost>;
