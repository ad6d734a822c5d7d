using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Accounts;

public abstract class SignInStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    protected override bool IsAboutHashing => true;

    [Theory]
    [InlineData("Hanako Aoki")]
    [InlineData(" hanako  AOKI ")]
    [InlineData("Ｈａｎａｋｏ　Ａｏｋｉ")]
    public async Task RightPassword_SignsIn_HoweverTheNameIsTyped(string name)
    {
        await JoinAsync(Hanako());
        var session = (await SignInAsync(name: name))!;
        Assert.Equal("Hanako Aoki", (await Get<SessionStore>().FindAsync(session.Id))!.Viewer.Name);
        var (action, actor, content) = (await AuditAsync("person/Hanako Aoki"))[^1];
        Assert.Equal(("signed-in", "Hanako Aoki"), (action, actor));
        Assert.Contains("\"means\":\"password\",\"device\":\"Test browser\"", content);
    }

    [Theory]
    [InlineData("wrong", "Hanako Aoki", "person/Hanako Aoki", "wrong-password")]
    [InlineData("", "Hanako Aoki", "person/Hanako Aoki", "wrong-password")]
    [InlineData(Secret, "Sato", "person/Sato", "unknown-name")]
    [InlineData(Secret, "", "person/", "unknown-name")]
    [InlineData(Secret, "Sato\nSato", "person/Sato Sato", "unknown-name")]
    [InlineData(Secret, "123456789 123456789 123456789 123456789 123456789 123456789 123456789", "person/123456789 123456789 123456789 123456789 123456789 123456789 …", "unknown-name")]
    public async Task Failure_IsRecordedUnderNobody(string password, string name, string subject, string reason)
    {
        await JoinAsync(Hanako());
        Assert.Null(await SignInAsync(password, name));
        var (action, actor, content) = (await AuditAsync(subject))[^1];
        Assert.Equal(("sign-in-failed", "nobody"), (action, actor));
        Assert.Contains($"\"reason\":\"{reason}\"", content);
    }

    [Fact]
    public async Task FiveFailures_LockForFifteenMinutes_AlsoAgainstTheRightPassword()
    {
        await JoinAsync(Hanako());
        for (var n = 0; n < 4; n++)
            Assert.Null(await SignInAsync("wrong"));
        Assert.NotNull(await SignInAsync());
        for (var n = 0; n < 5; n++)
            Assert.Null(await SignInAsync("wrong"));
        Assert.Equal("account-locked", (await AuditAsync("person/Hanako Aoki"))[^1].Action);
        Assert.Null(await SignInAsync());
        Assert.Contains("\"reason\":\"locked\"", (await AuditAsync("person/Hanako Aoki"))[^1].Content);
        Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        Assert.Null(await SignInAsync());
        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull(await SignInAsync());
    }

    [Fact]
    public async Task FailuresAtTheSameTime_AllCount()
    {
        await JoinAsync(Hanako());
        var stores = Enumerable.Range(0, 5).Select(_ => Another<SignInStore>()).ToList();
        await Task.WhenAll(stores.Select(store => Task.Run(() => store.WithPasswordAsync("Hanako Aoki", "wrong", Device))));
        Assert.Null(await SignInAsync());
    }

    [Fact]
    public async Task Account_WithoutAPassword_TakesNone()
    {
        await Get<AccountStore>().InviteAsync(Operator, Hanako());
        Assert.Null(await SignInAsync(""));
        Assert.Null(await SignInAsync("of nobody"));
    }

    // The comparison with a password is what takes time; an unknown name must not be answered without it, nor by comparing with a quicker hash.
    [Fact]
    public async Task UnknownName_IsAnsweredAfterTheSameWork()
    {
        await JoinAsync(Hanako());
        var hasher = new Counting(Get<IPasswordHasher<Person>>());
        var store = new SignInStore(Get<IDbContextFactory<DashboardContext>>(), Get<AuditedWrites>(), Get<People>(), new Passwords(hasher), Get<SessionStore>(), Get<InstallationStore>(), Clock);
        foreach (var name in (string[])["Sato", "Hanako Aoki", "Sato"])
            Assert.Null(await store.WithPasswordAsync(name, "wrong", Device));
        Assert.Equal(3, hasher.Compared.Count);
        // The marker, the function, the iterations and the length of the salt.
        Assert.Single(hasher.Compared.Select(hash => Convert.ToHexString(Convert.FromBase64String(hash)[..13])).Distinct());
    }

    [Fact]
    public async Task Password_IsStoredAsItsSlowHash()
    {
        await JoinAsync(Hanako());
        await using var context = Context();
        var stored = Convert.FromBase64String((await context.Users.SingleAsync()).PasswordHash!);
        // Identity's third format: the marker, then HMAC-SHA512 as 2, then the iterations, big-endian.
        Assert.Equal((1, 2), (stored[0], stored[4]));
        Assert.True((stored[5] << 24 | stored[6] << 16 | stored[7] << 8 | stored[8]) >= 210_000);
    }

    /// <summary>Notes with which hashes passwords are compared.</summary>
    private sealed class Counting(IPasswordHasher<Person> hasher) : IPasswordHasher<Person>
    {
        public List<string> Compared { get; } = [];

        public string HashPassword(Person user, string password) => hasher.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Person user, string hashedPassword, string providedPassword)
        {
            Compared.Add(hashedPassword);
            return hasher.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}

public sealed class SignInsOnSqlite : SignInStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class SignInsOnSqlServer : SignInStoreTests<SqlServerHost>;
