using System.Buffers.Text;
using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Tests.Storage;
using Microsoft.AspNetCore.Identity;

namespace Dashboard.Data.Tests.Accounts;

/// <summary>What is kept of passkeys; that signatures are checked is seen with a real browser.</summary>
public abstract class PasskeyStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    private PasskeyStore Store => Get<PasskeyStore>();

    [Fact]
    public async Task Passkey_CountsAsBothFactors()
    {
        var session = await JoinAsync(Hanako(Roles.Administrator));
        var who = await WhoAsync(session);
        await Store.AddAsync(who, Made(1), "  Work   laptop ");
        Assert.Equal(["Work laptop"], (await Get<FactorStore>().ReadAsync(who)).Passkeys.Select(p => p.Name));
        Assert.Equal((false, Roles.Administrator), ((await WhoAsync(session)).MustSetUpFactor, (await WhoAsync(session)).Viewer.Roles));
        // The password alone is too little then.
        Assert.Null(await SignInAsync());
        var signedIn = await Get<SecondStepStore>().WithPasskeyAsync(Proof(who, 1), Device);
        Assert.NotNull(signedIn);
        Assert.Contains("\"means\":\"passkey\"", (await AuditAsync("person/Hanako Aoki"))[^1].Content);
    }

    [Fact]
    public async Task Proof_IsTakenOnce_AndNoneThatWasAskedForEarlier()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        await Store.AddAsync(who, Made(1), "One");
        var (earlier, proof) = (Proof(who, 1), Proof(who, 1, 1));
        var sessions = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Another<SecondStepStore>()).ToList().Select(store => Task.Run(() => store.WithPasskeyAsync(proof, Device))));
        Assert.Single(sessions, session => session is not null);
        Assert.Null(await Get<SecondStepStore>().WithPasskeyAsync(earlier, Device));
        Assert.False(await Get<OwnAccountStore>().ConfirmAsync(who, proof));
        Assert.True(await Get<OwnAccountStore>().ConfirmAsync(who, Proof(who, 1, 2)));
        Assert.Contains("\"reason\":\"old-passkey\"", (await AuditAsync("person/Hanako Aoki")).Last(e => e.Action == "sign-in-failed").Content);
    }

    [Fact]
    public async Task Passkey_OfAClosedOrLockedAccount_LetsNobodyIn()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        await Store.AddAsync(who, Made(1), "One");
        for (var n = 0; n < 5; n++)
            await SignInAsync("wrong");
        Assert.Null(await Get<SecondStepStore>().WithPasskeyAsync(Proof(who, 1, 1), Device));
        Assert.Contains("\"reason\":\"locked\"", (await AuditAsync("person/Hanako Aoki"))[^1].Content);
        Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.NotNull(await Get<SecondStepStore>().WithPasskeyAsync(Proof(who, 1, 2), Device));
        await Get<AccountStore>().CloseAsync(Operator, "Hanako Aoki");
        Assert.Null(await Get<SecondStepStore>().WithPasskeyAsync(Proof(who, 1, 3), Device));
        Assert.Contains("\"reason\":\"closed\"", (await AuditAsync("person/Hanako Aoki"))[^1].Content);
    }

    [Fact]
    public async Task Passkey_Removed_LetsNobodyIn()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        await Store.AddAsync(who, Made(1), "One");
        await Store.RenameAsync(who, IdOf(1), "Two");
        await Store.RemoveAsync(who, IdOf(1));
        Assert.Null(await Get<SecondStepStore>().WithPasskeyAsync(Proof(who, 1), Device));
        Assert.NotNull(await SignInAsync());
        Assert.Equal(["passkey-added", "passkey-renamed", "passkey-removed"], (await AuditAsync("person/Hanako Aoki")).Select(e => e.Action).Where(a => a.StartsWith("passkey", StringComparison.Ordinal)));
        await Assert.ThrowsAsync<InputException>(() => Store.RemoveAsync(who, IdOf(1)));
    }

    [Fact]
    public async Task Passkey_OfSomebodyElse_IsNotTheirs()
    {
        var hanako = await WhoAsync(await JoinAsync(Hanako()));
        await Store.AddAsync(hanako, Made(1), "One");
        var other = await WhoAsync(await JoinAsync(Administrator()));
        foreach (var id in (string[])[IdOf(1), "", "not base64url!"])
        {
            await Assert.ThrowsAsync<InputException>(() => Store.RenameAsync(other, id, "Mine"));
            await Assert.ThrowsAsync<InputException>(() => Store.RemoveAsync(other, id));
        }

        await Assert.ThrowsAsync<InputException>(() => Store.AddAsync(other, Made(1), "Mine"));
        Assert.False(await Get<OwnAccountStore>().ConfirmAsync(other, Proof(hanako, 1)));
        Assert.Equal(["One"], (await Get<FactorStore>().ReadAsync(hanako)).Passkeys.Select(p => p.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t ")]
    [InlineData("a\u0007b")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    public async Task Name_Unfit_IsRefused(string name)
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        await Assert.ThrowsAsync<InputException>(() => Store.AddAsync(who, Made(1), name));
        Assert.False((await Get<FactorStore>().ReadAsync(who)).Any);
    }

    [Fact]
    public async Task Locked_NothingIsConfirmedByAPasskeyEither()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        await Store.AddAsync(who, Made(1), "One");
        for (var n = 0; n < SignInStore.MostFailures; n++)
            await Get<OwnAccountStore>().ConfirmAsync(who, "wrong");
        Assert.False(await Get<OwnAccountStore>().ConfirmAsync(who, Proof(who, 1)));
        Clock.Advance(SignInStore.LockoutTime);
        Assert.True(await Get<OwnAccountStore>().ConfirmAsync(who, Proof(who, 1)));
    }

    [Fact]
    public async Task MoreThanTen_AreRefused()
    {
        var who = await WhoAsync(await JoinAsync(Hanako()));
        for (byte n = 1; n <= 10; n++)
            await Store.AddAsync(who, Made(n), $"Key {n}");
        await Assert.ThrowsAsync<InputException>(() => Store.AddAsync(who, Made(11), "One more"));
        Assert.Equal(10, (await Get<FactorStore>().ReadAsync(who)).Passkeys.Length);
    }

    private static string IdOf(byte number) => Base64Url.EncodeToString([number, 2, 3]);

    private UserPasskeyInfo Made(byte number) => new([number, 2, 3], [4, 5], Clock.GetUtcNow(), 0, ["internal"], true, false, false, [6], [7]);

    private PasskeyProof Proof(SignedIn who, byte number, int minutes = 0) => new(who.PersonId, Made(number), Clock.GetUtcNow().AddMinutes(minutes));
}

public sealed class PasskeysOnSqlite : PasskeyStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class PasskeysOnSqlServer : PasskeyStoreTests<SqlServerHost>;
