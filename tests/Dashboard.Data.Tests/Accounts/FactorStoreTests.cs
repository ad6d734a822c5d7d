using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Accounts;

public abstract class FactorStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    private FactorStore Store => Get<FactorStore>();

    private SecondStepStore Steps => Get<SecondStepStore>();

    [Fact]
    public async Task Codes_SetUp_AreAskedForAfterThePassword()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (key, recovery) = await SetUpCodesAsync(who);
        Assert.Equal(10, recovery.Distinct().Count());
        Assert.All(recovery, code => Assert.Matches("^([A-Z2-7]{4}-){5}[A-Z2-7]{4}$", code));
        Assert.Equal((true, 10), ((await Store.ReadAsync(who)).HasCodes, (await Store.ReadAsync(who)).RecoveryCodes));
        Assert.Null(await SignInAsync());
        Assert.NotNull(await Steps.WithCodeAsync(await ProveAsync(), CodeOf(key), Device));
        Assert.Contains("\"means\":\"password+code\"", (await AuditAsync("person/Hanako Aoki"))[^1].Content);
    }

    // Whoever has only the password of somebody leaves a trace.
    [Fact]
    public async Task Password_WithoutItsCode_IsRecorded()
    {
        await SetUpCodesAsync(await WhoAsync(await JoinAsync(Hanako())));
        await ProveAsync();
        var entry = (await AuditAsync("person/Hanako Aoki"))[^1];
        Assert.Equal(("password-proved", "nobody"), (entry.Action, entry.Actor));
    }

    [Fact]
    public async Task Codes_WithoutTheRightCode_AreNotSwitchedOn()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var key = OneTimeCode.NewKey();
        foreach (var wrong in (string[])["", "000", CodeOf(OneTimeCode.NewKey())])
            await Assert.ThrowsAsync<InputException>(() => Store.SetUpCodesAsync(who, key, wrong));
        Assert.False((await Store.ReadAsync(who)).Any);
        Assert.NotNull(await SignInAsync());
    }

    [Fact]
    public async Task Codes_ThatAreOn_CannotBeReplacedUnseen()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (key, _) = await SetUpCodesAsync(who);
        var other = OneTimeCode.NewKey();
        await Assert.ThrowsAsync<InputException>(() => Store.SetUpCodesAsync(who, other, CodeOf(other)));
        Assert.NotNull(await Steps.WithCodeAsync(await ProveAsync(), CodeOf(key), Device));
    }

    [Fact]
    public async Task Code_IsTakenOnce_AlsoByTwoAtTheSameTime()
    {
        var (key, _) = await SetUpCodesAsync(await WhoAsync(await JoinAsync(Hanako())));
        var proof = await ProveAsync();
        var sessions = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Another<SecondStepStore>()).ToList()
            .Select(store => Task.Run(() => store.WithCodeAsync(proof, CodeOf(key), Device))));
        Assert.Single(sessions, session => session is not null);
        Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.NotNull(await Steps.WithCodeAsync(proof, CodeOf(key), Device));
    }

    // The code that switched codes on was seen by whoever looked over the shoulder.
    [Fact]
    public async Task Code_OfTheSetUp_DoesNotSignIn()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var key = OneTimeCode.NewKey();
        await Store.SetUpCodesAsync(who, key, CodeOf(key));
        Assert.Null(await Steps.WithCodeAsync(await ProveAsync(), CodeOf(key), Device));
    }

    [Fact]
    public async Task RecoveryCode_IsTakenOnce_HoweverItIsTyped()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (_, recovery) = await SetUpCodesAsync(who);
        Assert.NotNull(await Steps.WithCodeAsync(await ProveAsync(), recovery[3].ToLowerInvariant().Replace('-', ' '), Device));
        var entries = await AuditAsync("person/Hanako Aoki");
        Assert.Equal(("recovery-code-used", "signed-in"), (entries[^2].Action, entries[^1].Action));
        Assert.Contains("\"left\":9", entries[^2].Content);
        Assert.Null(await Steps.WithCodeAsync(await ProveAsync(), recovery[3], Device));
        Assert.Equal(9, (await Store.ReadAsync(who)).RecoveryCodes);
        Assert.NotNull(await Steps.WithCodeAsync(await ProveAsync(), recovery[4], Device));
    }

    [Fact]
    public async Task RecoveryCodes_Renewed_MakeTheOldOnesVoid()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (_, old) = await SetUpCodesAsync(who);
        var renewed = await Store.RenewRecoveryAsync(who);
        Assert.Null(await Steps.WithCodeAsync(await ProveAsync(), old[0], Device));
        Assert.NotNull(await Steps.WithCodeAsync(await ProveAsync(), renewed[0], Device));
    }

    [Fact]
    public async Task WrongCodes_LockTheAccount_AlsoAgainstTheRightOne()
    {
        var (key, _) = await SetUpCodesAsync(await WhoAsync(await JoinAsync(Hanako())));
        var proof = await ProveAsync();
        // A right password between them forgives nothing.
        for (var n = 0; n < 5; n++)
            Assert.Null(await Steps.WithCodeAsync(await ProveAsync(), "000000", Device));
        var entries = await AuditAsync("person/Hanako Aoki");
        Assert.Equal("account-locked", entries[^1].Action);
        Assert.Contains("\"reason\":\"wrong-code\"", entries[^2].Content);
        Assert.Equal("nobody", entries[^2].Actor);
        Assert.Null(await Steps.WithCodeAsync(proof, CodeOf(key), Device));
        Assert.Null(await Get<SignInStore>().WithPasswordAsync("Hanako Aoki", Secret, Device));
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await Steps.WithCodeAsync(await ProveAsync(), CodeOf(key), Device));
    }

    [Fact]
    public async Task Codes_SwitchedOff_AreNotAskedForAnyMore()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (key, recovery) = await SetUpCodesAsync(who);
        var proof = await ProveAsync();
        await Store.RemoveCodesAsync(who);
        Assert.NotNull(await SignInAsync());
        foreach (var code in (string[])[CodeOf(key), recovery[0]])
            Assert.Null(await Steps.WithCodeAsync(proof, code, Device));
        await Assert.ThrowsAsync<InputException>(() => Store.RemoveCodesAsync(who));
        await Assert.ThrowsAsync<InputException>(() => Store.RenewRecoveryAsync(who));
        Assert.Equal("codes-removed", (await AuditAsync("person/Hanako Aoki")).Last(e => !e.Action.StartsWith("sign", StringComparison.Ordinal)).Action);
    }

    [Fact]
    public async Task Link_ForANewPassword_DoesNotReplaceTheCode()
    {
        var (key, _) = await SetUpCodesAsync(await WhoAsync(await JoinAsync(Hanako())));
        var issued = await Get<AccountStore>().NewLinkAsync(Operator, "Hanako Aoki");
        var outcome = await Get<LinkStore>().UseAsync(issued.Code, "quiet lantern harbour 5", "quiet lantern harbour 5", Device);
        Assert.Equal(LinkState.Open, outcome.State);
        Assert.Null(outcome.Session);
        Assert.NotNull(await Steps.WithCodeAsync(outcome.Proof!, CodeOf(key), Device));
    }

    [Fact]
    public async Task Proof_EndsWithThePassword_AndWithTheAccount()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (key, _) = await SetUpCodesAsync(who);
        var proof = await ProveAsync();
        await Get<OwnAccountStore>().ChangePasswordAsync(who, Secret, ("quiet lantern harbour 5", "quiet lantern harbour 5"));
        Assert.Null(await Steps.WithCodeAsync(proof, CodeOf(key), Device));
        proof = await ProveAsync("quiet lantern harbour 5");
        await Get<AccountStore>().CloseAsync(Operator, "Hanako Aoki");
        Assert.Null(await Steps.WithCodeAsync(proof, CodeOf(key), Device));
    }

    [Fact]
    public async Task Administrator_TakesFactorsAway_AndNobodyElseDoes()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        await SetUpCodesAsync(who);
        await Assert.ThrowsAsync<InputException>(() => Get<AccountStore>().RemoveFactorsAsync(Hanako(), "Hanako Aoki"));
        var issued = await Get<AccountStore>().RemoveFactorsAsync(Operator, "Hanako Aoki");
        Assert.Null(await Get<SessionStore>().FindAsync(who.SessionId));
        Assert.NotNull(await SignInAsync());
        Assert.NotNull((await Get<LinkStore>().UseAsync(issued.Code, Secret, Secret, Device)).Session);
        await Assert.ThrowsAsync<InputException>(() => Get<AccountStore>().RemoveFactorsAsync(Operator, "Hanako Aoki"));
    }

    [Theory]
    [InlineData(Roles.Planner | Roles.Reviewer, false)]
    [InlineData(Roles.Executive, false)]
    [InlineData(Roles.Executive | Roles.ReleasingOfficer, true)]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.Planner | Roles.Auditor, true)]
    public async Task Roles_ThatNeedASecondProof_GiveNoRightUntilThereIsOne(Roles roles, bool needed)
    {
        var session = await JoinAsync(Hanako(roles));
        var who = await WhoAsync(session);
        Assert.Equal((needed, needed ? Roles.None : roles), (who.MustSetUpFactor, who.Viewer.Roles));
        await SetUpCodesAsync(who);
        Assert.Equal((false, roles), ((await WhoAsync(session)).MustSetUpFactor, (await WhoAsync(session)).Viewer.Roles));
    }

    [Fact]
    public async Task Session_ThatEnded_ChangesNothing()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (_, key) = (await SignInAsync(), OneTimeCode.NewKey());
        await Get<SessionStore>().EndAsync(who);
        await Assert.ThrowsAsync<InputException>(() => Store.SetUpCodesAsync(who, key, CodeOf(key)));
        await Assert.ThrowsAsync<InputException>(() => Get<OwnAccountStore>().ChangePasswordAsync(who, Secret, ("quiet lantern harbour 5", "quiet lantern harbour 5")));
        Assert.NotNull(await SignInAsync());
    }

    [Fact]
    public async Task Secrets_AreInNoEntry_AndRecoveryCodesNotInTheDatabase()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        var (key, recovery) = await SetUpCodesAsync(who);
        var renewed = await Store.RenewRecoveryAsync(who);
        await Steps.WithCodeAsync(await ProveAsync(), renewed[0], Device);
        await Steps.WithCodeAsync(await ProveAsync(), CodeOf(key), Device);
        var entries = string.Concat((await AuditAsync("person/Hanako Aoki")).Select(e => e.Content));
        await using var context = Context();
        var tokens = string.Concat(await context.UserTokens.Select(t => t.Value).ToListAsync());
        Assert.DoesNotContain(key, entries);
        Assert.All(recovery.Concat(renewed).SelectMany(code => (string[])[code, code.Replace("-", "")]), code => Assert.False(entries.Contains(code) || tokens.Contains(code)));
    }
}

public sealed class FactorsOnSqlite : FactorStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class FactorsOnSqlServer : FactorStoreTests<SqlServerHost>;
