using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Audit;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Accounts;

public abstract class AccountStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    private AccountStore Store => Get<AccountStore>();

    [Fact]
    public async Task Invite_MakesAnAccountThatWaitsForItsPassword()
    {
        var person = Hanako() with { Nation = "Japan", Scopes = [new Scope("JPN", ["lan"]), new Scope("*", ["INF"])] };
        var issued = await Store.InviteAsync(Operator, person);
        var account = Assert.Single(await Store.ListAsync(Operator));
        Assert.Equal(("Hanako Aoki", "JPN secret planner,reviewer JPN:LAN *:INF", AccountState.Invited), (account.Person.Name, account.Person.RightsText, account.State));
        Assert.Equal((LinkPurpose.Invitation, Clock.GetUtcNow().UtcDateTime.AddDays(7)), (issued.Purpose, issued.Expires));
        Assert.Equal(43, issued.Code.Length);
        var (action, actor, content) = Assert.Single(await AuditAsync("person/Hanako Aoki"));
        Assert.Equal(("person-invited", "operator"), (action, actor));
        Assert.Contains("\"roles\":\"planner,reviewer\",\"scopes\":[\"JPN:LAN\",\"*:INF\"]", content);
    }

    [Theory]
    [InlineData("hanako aoki", "JPN", "secret", "There is an account named 'Hanako Aoki' already")]
    [InlineData("Ｈａｎａｋｏ　Ａｏｋｉ", "JPN", "secret", "There is an account named 'Hanako Aoki' already")]
    [InlineData("operator", "JPN", "secret", "program itself")]
    [InlineData("Sato", "JPX", "secret", "Unknown country")]
    [InlineData("Sato", "JPN", "cosmic", "Unknown classification")]
    public async Task Invite_OfWhatCannotBe_SaysWhyAndChangesNothing(string name, string nation, string clearance, string why)
    {
        await Store.InviteAsync(Operator, Hanako());
        var head = await HeadAsync();
        var fault = await Assert.ThrowsAsync<InputException>(() => Store.InviteAsync(Operator, new Viewer(name, nation, clearance, Roles.Executive, [])));
        Assert.Contains(why, fault.Message);
        Assert.Single(await Store.ListAsync(Operator));
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task Invite_WithAnUnknownArea_NamesTheKnownOnes() => Assert.Contains("Unknown area 'XYZ': choose one of LAN, INF",
        (await Assert.ThrowsAsync<InputException>(() => Store.InviteAsync(Operator, Hanako() with { Scopes = [new Scope("JPN", ["XYZ"])] }))).Message);

    [Fact]
    public async Task Accounts_AreForAdministratorsOnly()
    {
        await Store.InviteAsync(Operator, Hanako());
        var head = await HeadAsync();
        var other = Hanako(Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive | Roles.Auditor);
        foreach (var act in (Func<Task>[])
        [
            async () => await Store.ListAsync(other),
            () => Store.InviteAsync(other, Administrator()),
            () => Store.NewLinkAsync(other, "Hanako Aoki"),
            () => Store.ChangeRightsAsync(other, other with { Roles = Roles.Administrator }),
            () => Store.CloseAsync(other, "Hanako Aoki"),
            () => Store.ReopenAsync(other, "Hanako Aoki"),
            () => Store.UnlockAsync(other, "Hanako Aoki"),
            () => Store.EndSessionsAsync(other, "Hanako Aoki"),
        ])
            Assert.Contains("may not look after accounts", (await Assert.ThrowsAsync<InputException>(act)).Message);
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task Rights_Changed_HoldAtTheNextLook()
    {
        var session = await JoinAsync(Hanako());
        var rights = new Viewer("HANAKO AOKI", "EST", "restricted", Roles.Executive, []);
        await Store.ChangeRightsAsync(Administrator(), rights);
        var now = (await Get<SessionStore>().FindAsync(session.Id))!.Viewer;
        Assert.Equal(("Hanako Aoki", "EST restricted executive"), (now.Name, now.RightsText));
        var (action, actor, content) = (await AuditAsync("person/Hanako Aoki"))[^1];
        Assert.Equal(("rights-changed", "Admin"), (action, actor));
        Assert.Contains("\"before\":{\"nation\":\"JPN\",\"clearance\":\"secret\",\"roles\":\"planner,reviewer\",\"scopes\":[\"JPN\"]}", content);
        Assert.Contains("\"after\":{\"nation\":\"EST\",\"clearance\":\"restricted\",\"roles\":\"executive\",\"scopes\":[]}", content);
    }

    [Fact]
    public async Task Close_EndsSessionsAndLinks_AndReopeningGivesTheAccountBack()
    {
        var session = await JoinAsync(Hanako());
        var link = await Store.NewLinkAsync(Operator, "Hanako Aoki");
        await Store.CloseAsync(Operator, "Hanako Aoki");
        Assert.Null(await Get<SessionStore>().FindAsync(session.Id));
        Assert.Null(await SignInAsync());
        Assert.Equal(LinkState.Expired, (await Get<LinkStore>().LookAsync(link.Code, isSetUp: false)).State);
        Assert.Equal(AccountState.Closed, Assert.Single(await Store.ListAsync(Operator)).State);
        Assert.Contains("reopen it first", (await Assert.ThrowsAsync<InputException>(() => Store.NewLinkAsync(Operator, "Hanako Aoki"))).Message);
        Assert.Contains("reopen it first", (await Assert.ThrowsAsync<InputException>(() => Store.CloseAsync(Operator, "Hanako Aoki"))).Message);

        await Store.ReopenAsync(Operator, "Hanako Aoki");
        Assert.Null(await Get<SessionStore>().FindAsync(session.Id));
        Assert.NotNull(await SignInAsync());
        Assert.Contains("open already", (await Assert.ThrowsAsync<InputException>(() => Store.ReopenAsync(Operator, "Hanako Aoki"))).Message);
        var actions = (await AuditAsync("person/Hanako Aoki")).Select(e => e.Action);
        Assert.Equal(["person-invited", "invitation-accepted", "signed-in", "link-made", "account-closed", "sign-in-failed", "link-refused", "account-reopened", "signed-in"], actions);
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task LastAdministrator_KeepsRightAndAccount_UntilThereIsAnother()
    {
        await JoinAsync(Administrator());
        await JoinAsync(Hanako());
        var own = Administrator();
        foreach (var act in (Func<Task>[])
        [
            () => Store.CloseAsync(own, "Admin"),
            () => Store.ChangeRightsAsync(own, own with { Roles = Roles.Auditor }),
            () => Store.CloseAsync(Operator, "Admin"),
        ])
            Assert.Contains("last administrator", (await Assert.ThrowsAsync<InputException>(act)).Message);

        await JoinAsync(Administrator("Second"));
        await Store.CloseAsync(own, "Admin");
        Assert.Contains("last administrator", (await Assert.ThrowsAsync<InputException>(() => Store.CloseAsync(Operator, "Second"))).Message);
        await Store.ReopenAsync(Operator, "Admin");
        await Store.ChangeRightsAsync(Operator, Administrator("Second") with { Roles = Roles.Auditor });
    }

    [Fact]
    public async Task Account_ThatIsNotThere_IsNamed() =>
        Assert.Contains("no account named 'Sato'", (await Assert.ThrowsAsync<InputException>(() => Store.CloseAsync(Operator, "Sato"))).Message);

    [Fact]
    public async Task NewLink_LiftsALockout_AndEndsEarlierLinks()
    {
        await JoinAsync(Hanako());
        for (var n = 0; n < SignInStore.MostFailures; n++)
            Assert.Null(await SignInAsync("wrong"));
        Assert.Equal(AccountState.Locked, Assert.Single(await Store.ListAsync(Operator)).State);
        var first = await Store.NewLinkAsync(Operator, "Hanako Aoki");
        var second = await Store.NewLinkAsync(Operator, "Hanako Aoki");
        Assert.Equal((LinkPurpose.NewPassword, Clock.GetUtcNow().UtcDateTime.AddDays(1)), (second.Purpose, second.Expires));
        Assert.Equal(LinkState.Expired, (await Get<LinkStore>().LookAsync(first.Code, isSetUp: false)).State);
        Assert.NotNull(await SignInAsync());
    }

    [Fact]
    public async Task List_SaysWhoCame_WhoWaits_AndUntilWhen()
    {
        await JoinAsync(Hanako());
        Clock.Advance(TimeSpan.FromHours(2));
        await SignInAsync();
        await Store.InviteAsync(Operator, Administrator("Sato"));
        var (hanako, sato) = ((await Store.ListAsync(Operator))[0], (await Store.ListAsync(Operator))[1]);
        // The first session has not been seen for longer than the idle time.
        Assert.Equal((AccountState.Open, Clock.GetUtcNow().UtcDateTime, 1, null), (hanako.State, hanako.LastSignedIn, hanako.Sessions, hanako.LinkUntil));
        Assert.Equal((AccountState.Invited, null, 0, Clock.GetUtcNow().UtcDateTime.AddDays(7)), (sato.State, sato.LastSignedIn, sato.Sessions, sato.LinkUntil));
        Assert.Equal(DateTimeKind.Utc, hanako.LastSignedIn!.Value.Kind);
        Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal((AccountState.Invited, null), ((await Store.ListAsync(Operator))[1].State, (await Store.ListAsync(Operator))[1].LinkUntil));
    }

    [Fact]
    public async Task Rights_ThatSomebodyElseChangedMeanwhile_StayAsTheyMadeThem()
    {
        await JoinAsync(Hanako());
        var seen = Assert.Single(await Store.ListAsync(Operator));
        await Store.ChangeRightsAsync(Administrator("Sato"), Hanako(Roles.Reviewer), seen);
        var head = await HeadAsync();
        Assert.Contains("changed the account of Hanako Aoki meanwhile", (await Assert.ThrowsAsync<InputException>(() => Store.ChangeRightsAsync(Operator, Hanako(Roles.Executive), seen))).Message);
        Assert.Equal((head, Roles.Reviewer), (await HeadAsync(), Assert.Single(await Store.ListAsync(Operator)).Person.Roles));
        await Store.ChangeRightsAsync(Operator, Hanako(Roles.Executive), Assert.Single(await Store.ListAsync(Operator)));
    }

    [Fact]
    public async Task Rights_OfAnAccountThatSomebodyElseClosedMeanwhile_AreNotChanged()
    {
        await JoinAsync(Hanako());
        var seen = Assert.Single(await Store.ListAsync(Operator));
        await Store.CloseAsync(Operator, "Hanako Aoki");
        Assert.Contains("meanwhile", (await Assert.ThrowsAsync<InputException>(() => Store.ChangeRightsAsync(Operator, Hanako(Roles.Executive), seen))).Message);
    }

    // What the person does meanwhile is no other administrator's decision.
    [Fact]
    public async Task Rights_AreChanged_ThoughThePersonSignedInOrWasLockedMeanwhile()
    {
        await JoinAsync(Hanako());
        var seen = Assert.Single(await Store.ListAsync(Operator));
        await SignInAsync();
        for (var n = 0; n < SignInStore.MostFailures; n++)
            await SignInAsync("wrong");
        Assert.Equal(Roles.Executive, (await Store.ChangeRightsAsync(Operator, Hanako(Roles.Executive), seen)).Roles);
    }

    [Fact]
    public async Task Unlock_EndsTheLockout_AndLeavesLinkAndPassword()
    {
        await JoinAsync(Hanako());
        Assert.Contains("is not locked", (await Assert.ThrowsAsync<InputException>(() => Store.UnlockAsync(Operator, "Hanako Aoki"))).Message);
        for (var n = 0; n < SignInStore.MostFailures; n++)
            await SignInAsync("wrong");
        Assert.Equal(Clock.GetUtcNow().UtcDateTime + SignInStore.LockoutTime, Assert.Single(await Store.ListAsync(Operator)).LockedUntil);
        await Store.UnlockAsync(Administrator(), "Hanako Aoki");
        Assert.Equal((AccountState.Open, null), (Assert.Single(await Store.ListAsync(Operator)).State, Assert.Single(await Store.ListAsync(Operator)).LockedUntil));
        Assert.Equal(("account-unlocked", "Admin"), ((await AuditAsync("person/Hanako Aoki"))[^1].Action, (await AuditAsync("person/Hanako Aoki"))[^1].Actor));
        Assert.NotNull(await SignInAsync());
    }

    [Fact]
    public async Task EndSessions_SignsThePersonOutEverywhere_AndNobodyElse()
    {
        var (first, other) = (await JoinAsync(Hanako()), await JoinAsync(Administrator()));
        var second = (await SignInAsync())!;
        await Store.EndSessionsAsync(Operator, "Hanako Aoki");
        Assert.Null(await Get<SessionStore>().FindAsync(first.Id));
        Assert.Null(await Get<SessionStore>().FindAsync(second.Id));
        Assert.NotNull(await Get<SessionStore>().FindAsync(other.Id));
        Assert.Contains("\"before\":{\"sessions\":2}", (await AuditAsync("person/Hanako Aoki"))[^1].Content);
        Assert.Contains("not signed in anywhere", (await Assert.ThrowsAsync<InputException>(() => Store.EndSessionsAsync(Operator, "Hanako Aoki"))).Message);
        Assert.NotNull(await SignInAsync());
    }
}

public sealed class AccountsOnSqlite : AccountStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class AccountsOnSqlServer : AccountStoreTests<SqlServerHost>;
