using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Audit;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Accounts;

public abstract class IssuerSignInStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    private const string Issuer = "https://login.example";

    private static IssuerClaims Kaja => new(Issuer, "4711") { Names = ["Kaja Tamm"], Nations = ["EST"], Clearances = ["restricted"], Roles = ["planner"] };

    private IssuerSignInStore Store => Get<IssuerSignInStore>();

    [Fact]
    public async Task FirstSignIn_AddsThePerson_TheNextFindsThem_WhateverTheyAreCalledByThen()
    {
        await JoinAsync(Administrator());
        var first = (await ComeAsync(Kaja)).Session!;
        var second = (await ComeAsync(Kaja with { Names = ["Kaja Kask"] })).Session!;
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal(("Kaja Tamm", "EST restricted planner EST"), await RightsAsync(second));
        var entries = await AuditAsync("person/Kaja Tamm");
        Assert.Equal(["person-added", "issuer-linked", "signed-in", "signed-in"], entries.Select(e => e.Action));
        Assert.All(entries, entry => Assert.Equal("Kaja Tamm", entry.Actor));
        Assert.Contains("\"issuer\":\"https://login.example\",\"subject\":\"4711\"", entries[1].Content);
        Assert.Contains("\"means\":\"openid-connect\",\"device\":\"Test browser\"", entries[2].Content);
        var account = (await Get<AccountStore>().ListAsync(Operator)).Single(a => a.Person.Name == "Kaja Tamm");
        Assert.Equal((AccountState.Open, Issuer), (account.State, account.Issuer));
    }

    [Fact]
    public async Task Rights_AreSetAnewAtEachSignIn_AlsoForSessionsThatHold()
    {
        await JoinAsync(Administrator());
        var earlier = (await ComeAsync(Kaja)).Session!;
        await ComeAsync(Kaja with { Nations = ["LVA"], Clearances = ["secret"], Roles = ["executive", "auditor"] });
        Assert.Equal(("Kaja Tamm", "LVA secret executive,auditor"), await RightsAsync(earlier));
        var (_, actor, content) = Assert.Single(await AuditAsync("person/Kaja Tamm"), e => e.Action == "rights-from-issuer");
        Assert.Equal("Kaja Tamm", actor);
        Assert.Contains("\"before\":{\"nation\":\"EST\",\"clearance\":\"restricted\",\"roles\":\"planner\",\"scopes\":[\"EST\"]}", content);
        Assert.Contains("\"after\":{\"nation\":\"LVA\",\"clearance\":\"secret\",\"roles\":\"executive,auditor\",\"scopes\":[]}", content);
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task Refusal_OfSomebodyNew_IsRecordedAndChangesNothing()
    {
        await JoinAsync(Administrator());
        var head = await HeadAsync();
        Assert.Equal(new IssuerOutcome(null, IssuerRefusal.Nation), await ComeAsync(Kaja with { Nations = ["JPX"] }));
        Assert.Equal(head + 1, await HeadAsync());
        var (action, actor, content) = Assert.Single(await AuditAsync("openid-connect"));
        Assert.Equal(("sign-in-failed", "nobody"), (action, actor));
        Assert.Contains("\"reason\":\"nation\",\"given\":\"JPX\",\"issuer\":\"https://login.example\",\"subject\":\"4711\"", content);
        Assert.Single(await Get<AccountStore>().ListAsync(Operator));
    }

    [Fact]
    public async Task Refusal_OfSomebodyKnown_LeavesTheirRights()
    {
        await JoinAsync(Administrator());
        var session = (await ComeAsync(Kaja)).Session!;
        Assert.Equal(IssuerRefusal.Role, (await ComeAsync(Kaja with { Nations = ["LVA"], Roles = ["king"] })).Refused);
        Assert.Equal(("Kaja Tamm", "EST restricted planner EST"), await RightsAsync(session));
        Assert.Contains("\"reason\":\"role\",\"given\":\"king\"", (await AuditAsync("person/Kaja Tamm"))[^1].Content);
    }

    [Theory]
    [InlineData("Hanako Aoki")]
    [InlineData("ｈａｎａｋｏ　aoki")]
    public async Task Name_OfSomebodyElse_NeverLeadsToTheirAccount(string name)
    {
        await JoinAsync(Hanako());
        await ComeAsync(Kaja with { Subject = "1", Names = ["Kaja Tamm"] });
        foreach (var taken in (string[])[name, "kaja TAMM"])
            Assert.Equal(new IssuerOutcome(null, IssuerRefusal.NameTaken), await ComeAsync(Kaja with { Subject = "2", Names = [taken] }));
        Assert.Equal(2, (await Get<AccountStore>().ListAsync(Operator)).Length);
        Assert.DoesNotContain("sign-in-failed", (await AuditAsync("person/Hanako Aoki")).Select(e => e.Action));
        Assert.Equal(2, (await AuditAsync("openid-connect")).Count);
    }

    // SQL Server compares without regard to case and to blanks at the end.
    [Theory]
    [InlineData("https://login.example", "ABC")]
    [InlineData("https://login.example", "abc ")]
    [InlineData("https://LOGIN.example", "abc")]
    public async Task Subject_IsComparedExactly(string issuer, string subject)
    {
        await JoinAsync(Administrator());
        await ComeAsync(Kaja with { Subject = "abc" });
        var other = await ComeAsync(Kaja with { Issuer = issuer, Subject = subject, Names = ["Liis Kask"] });
        if (other.Session is { } session)
            Assert.Equal("Liis Kask", (await RightsAsync(session)).Name);
        else
            Assert.Equal(IssuerRefusal.Subject, other.Refused);
    }

    [Fact]
    public async Task ClosedAccount_TakesNobody_UntilItIsOpenAgain()
    {
        await JoinAsync(Administrator());
        var session = (await ComeAsync(Kaja)).Session!;
        await Get<AccountStore>().CloseAsync(Operator, "Kaja Tamm");
        Assert.Null(await Get<SessionStore>().FindAsync(session.Id));
        Assert.Equal(new IssuerOutcome(null, IssuerRefusal.Closed), await ComeAsync(Kaja with { Roles = ["executive"] }));
        Assert.Equal(("sign-in-failed", "nobody"), ((await AuditAsync("person/Kaja Tamm"))[^1].Action, (await AuditAsync("person/Kaja Tamm"))[^1].Actor));
        await Get<AccountStore>().ReopenAsync(Operator, "Kaja Tamm");
        Assert.NotNull((await ComeAsync(Kaja)).Session);
    }

    [Fact]
    public async Task Administrators_NeitherSetRightsNorMakeLinks()
    {
        await JoinAsync(Administrator());
        await ComeAsync(Kaja);
        var head = await HeadAsync();
        foreach (var act in (Func<Task>[])
        [
            () => Get<AccountStore>().ChangeRightsAsync(Operator, new Viewer("Kaja Tamm", "EST", "secret", Roles.Administrator, [])),
            () => Get<AccountStore>().NewLinkAsync(Operator, "Kaja Tamm"),
        ])
            Assert.Contains("signs in through https://login.example, which decides on their rights", (await Assert.ThrowsAsync<InputException>(act)).Message);
        Assert.Equal(head, await HeadAsync());
    }

    [Fact]
    public async Task NoOtherProof_LetsThemIn()
    {
        await JoinAsync(Administrator());
        await ComeAsync(Kaja);
        await using var context = Context();
        var person = await context.Users.SingleAsync(p => p.UserName == "Kaja Tamm");
        Assert.Null(await Get<SessionStore>().BeginAsync(person, Device, "test", _ => true));
        Assert.Null(await SignInAsync("", "Kaja Tamm"));
    }

    [Fact]
    public async Task GuessedPasswords_LockNobodyOut()
    {
        await JoinAsync(Administrator());
        await ComeAsync(Kaja);
        for (var n = 0; n < SignInStore.MostFailures; n++)
            Assert.Null(await SignInAsync("guess", "Kaja Tamm"));
        Assert.Equal(AccountState.Open, (await Get<AccountStore>().ListAsync(Operator)).Single(a => a.Person.Name == "Kaja Tamm").State);
        Assert.NotNull((await ComeAsync(Kaja)).Session);
    }

    [Theory]
    [InlineData(false, "administrator")]
    [InlineData(true, "executive")]
    public async Task Installation_WithoutPeople_TakesNobodyElseFirst(bool configured, string role)
    {
        var first = Kaja with { Roles = [role] };
        Assert.Equal(new IssuerOutcome(null, IssuerRefusal.NotSetUp), await ComeAsync(first, new IssuerTerms { FirstAdministrator = configured }));
        Assert.False(await Get<SetUpStore>().HasPeopleAsync());
        Assert.Contains("\"reason\":\"not-set-up\"", Assert.Single(await AuditAsync("openid-connect")).Content);
    }

    [Fact]
    public async Task FirstAdministrator_WhereConfigured_EndsTheSetUpLink()
    {
        var link = (await Get<SetUpStore>().OfferAsync())!;
        Assert.NotNull((await ComeAsync(Kaja with { Roles = ["administrator"] }, new IssuerTerms { FirstAdministrator = true })).Session);
        Assert.Equal(LinkState.Expired, (await Get<LinkStore>().LookAsync(link.Code, isSetUp: true)).State);
        Assert.Equal(["administrator-set-up", "issuer-linked", "signed-in"], (await AuditAsync("person/Kaja Tamm")).Select(e => e.Action));
    }

    // The command line makes another one; an issuer that takes the role away is not asked twice.
    [Fact]
    public async Task LastAdministrator_WhomTheIssuerDemotes_IsNoneAnyMore()
    {
        var terms = new IssuerTerms { FirstAdministrator = true };
        await ComeAsync(Kaja with { Roles = ["administrator"] }, terms);
        var session = (await ComeAsync(Kaja with { Roles = ["executive"] }, terms)).Session!;
        Assert.Equal("EST restricted executive", (await RightsAsync(session)).Rights);
    }

    [Fact]
    public async Task TwoFirstSignInsAtOnce_MakeOnePerson()
    {
        await JoinAsync(Administrator());
        var stores = Enumerable.Range(0, 4).Select(_ => Another<IssuerSignInStore>()).ToList();
        var outcomes = await Task.WhenAll(stores.Select(store => Task.Run(() => store.SignInAsync(Kaja, new IssuerTerms(), Device))));
        Assert.All(outcomes, outcome => Assert.NotNull(outcome.Session));
        Assert.Equal(2, (await Get<AccountStore>().ListAsync(Operator)).Length);
        Assert.Single(await AuditAsync("person/Kaja Tamm"), e => e.Action == "person-added");
    }

    private Task<IssuerOutcome> ComeAsync(IssuerClaims claims, IssuerTerms? terms = null) => Store.SignInAsync(claims, terms ?? new IssuerTerms(), Device);

    private async Task<(string Name, string Rights)> RightsAsync(SignInSession session)
    {
        var viewer = (await WhoAsync(session)).Viewer;
        return (viewer.Name, viewer.RightsText);
    }
}

public sealed class IssuerSignInsOnSqlite : IssuerSignInStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class IssuerSignInsOnSqlServer : IssuerSignInStoreTests<SqlServerHost>;
