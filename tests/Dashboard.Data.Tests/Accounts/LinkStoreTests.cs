using System.Text;
using Dashboard.Core;
using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Accounts;

public abstract class LinkStoreTests<THost> : AccountTests<THost> where THost : IDatabaseHost, new()
{
    private LinkStore Links => Get<LinkStore>();

    private SetUpStore SetUp => Get<SetUpStore>();

    [Fact]
    public async Task Invitation_Used_OpensASessionOnce()
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        var followed = await Links.LookAsync(issued.Code, isSetUp: false);
        Assert.Equal((LinkState.Open, LinkPurpose.Invitation, "Hanako Aoki", "JPN"), (followed.State, followed.Purpose, followed.Person!.Name, followed.Person.Nation));
        var session = (await Links.UseAsync(issued.Code, Secret, Secret, Device)).Session!;
        Assert.Equal("Hanako Aoki", (await Get<SessionStore>().FindAsync(session.Id))!.Viewer.Name);
        Assert.NotNull(await SignInAsync());

        Assert.Equal((LinkState.Used, null), Told(await Links.UseAsync(issued.Code, "another stone window 99", "another stone window 99", Device)));
        Assert.NotNull(await SignInAsync());
        Assert.Contains("\"reason\":\"used\"", (await AuditAsync("person/Hanako Aoki"))[^2].Content);
    }

    [Fact]
    public async Task Invitation_UsedByTwoAtTheSameTime_IsWonByOne()
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        string[] passwords = ["first river stone 11", "second river stone 22", "third river stone 33"];
        var stores = passwords.Select(password => (Store: Another<LinkStore>(), Password: password)).ToList();
        var outcomes = await Task.WhenAll(stores.Select(s => Task.Run(() => s.Store.UseAsync(issued.Code, s.Password, s.Password, Device))));
        var winner = Assert.Single(outcomes, o => o.Session is not null);
        Assert.All(outcomes, o => Assert.True(o == winner || o.State == LinkState.Used));
        Assert.NotNull(await SignInAsync(passwords[Array.IndexOf(outcomes, winner)]));
        await using var context = Context();
        Assert.Equal(2, await context.Sessions.CountAsync());
    }

    [Theory]
    [InlineData(6, LinkState.Open)]
    [InlineData(7, LinkState.Expired)]
    public async Task Invitation_HoldsSevenDays(int days, LinkState state)
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal(state, (await Links.LookAsync(issued.Code, isSetUp: false)).State);
    }

    [Theory]
    [InlineData("")]
    [InlineData("wrong")]
    public async Task Code_ThatNobodyHandedOut_IsRefusedAndRecorded(string code)
    {
        Assert.Equal(LinkState.Unknown, (await Links.UseAsync(code, Secret, Secret, Device)).State);
        var (action, actor, content) = Assert.Single(await AuditAsync("link"));
        Assert.Equal(("link-refused", "nobody"), (action, actor));
        Assert.Contains("\"nation\":\"JPN\"", content);
    }

    [Fact]
    public async Task Invitation_OnTheSetUpsPage_AndTheOtherWay_IsUnknown()
    {
        var setUp = (await SetUp.OfferAsync())!;
        Assert.Equal(LinkState.Unknown, (await Links.LookAsync(setUp.Code, isSetUp: false)).State);
        var invitation = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        Assert.Equal(LinkState.Unknown, (await Links.LookAsync(invitation.Code, isSetUp: true)).State);
    }

    [Theory]
    [InlineData("short", "short", "has 5 characters: use at least 12")]
    [InlineData("password1234", "password1234", "easy to guess")]
    [InlineData("hanako aoki japan", "hanako aoki japan", "easy to guess")]
    [InlineData("さくらさくらさくらさくら", "さくらさくらさくらさくら", "easy to guess")]
    [InlineData(Secret, "river stone window 89", "differ")]
    public async Task Password_ThatDoesNotDo_LeavesTheLinkOpen(string password, string again, string why)
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        Assert.Contains(why, (await Assert.ThrowsAsync<InputException>(() => Links.UseAsync(issued.Code, password, again, Device))).Message);
        Assert.NotNull((await Links.UseAsync(issued.Code, Secret, Secret, Device)).Session);
    }

    [Theory]
    [InlineData("これは長い合言葉です安全", "これは長い合言葉です安全")]
    [InlineData("Ｒｉｖｅｒ ｓｔｏｎｅ window 88", "River stone window 88")]
    [InlineData("E\u0301lan rivière fenêtre", "Élan rivie\u0300re fene\u0302tre")]
    public async Task Password_OfAnyScript_IsTheSame_HoweverItIsTyped(string chosen, string typed)
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        await Links.UseAsync(issued.Code, chosen, chosen, Device);
        Assert.NotNull(await SignInAsync(typed));
    }

    [Theory]
    [InlineData(128, true)]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public async Task Password_OfManyCharacters_IsTakenWhole(int length, bool taken)
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        var random = new Random(7);
        var password = string.Concat(Enumerable.Range(0, length).Select(_ => new Rune(random.Next(0x4e00, 0x9fa0))));
        var fault = await Record.ExceptionAsync(() => Links.UseAsync(issued.Code, password, password, Device));
        Assert.Equal(taken, fault is null);
        Assert.Equal(taken, await SignInAsync(password) is not null);
        Assert.Null(await SignInAsync(password[..^1]));
    }

    [Fact]
    public async Task NewPassword_EndsTheSessionsThatBeganWithTheOldOne()
    {
        var session = await JoinAsync(Hanako());
        var issued = await Get<AccountStore>().NewLinkAsync(Operator, "Hanako Aoki");
        const string other = "quiet lantern harbour 5";
        var now = (await Links.UseAsync(issued.Code, other, other, Device)).Session!;
        Assert.Null(await Get<SessionStore>().FindAsync(session.Id));
        Assert.NotNull(await Get<SessionStore>().FindAsync(now.Id));
        Assert.Null(await SignInAsync());
        Assert.NotNull(await SignInAsync(other));
        Assert.Contains("password-changed", (await AuditAsync("person/Hanako Aoki")).Select(e => e.Action));
    }

    [Fact]
    public async Task SetUp_MakesTheFirstAdministratorAndTheHomeNation()
    {
        var offered = (await SetUp.OfferAsync())!;
        var session = (await SetUp.UseAsync(offered.Code, "EST", "Kaja Tamm", (Secret, Secret), Device)).Session!;
        await SetUpCodesAsync(await WhoAsync(session));
        var first = (await WhoAsync(session)).Viewer;
        Assert.Equal(("Kaja Tamm", "EST unclassified administrator"), (first.Name, first.RightsText));
        Assert.Equal(new Installation("EST", false), await Get<InstallationStore>().FindAsync());
        Assert.Contains("\"before\":{\"homeNation\":\"JPN\"", Assert.Single(await AuditAsync("EST")).Content);
        Assert.Equal(["administrator-set-up", "signed-in", "codes-set-up"], (await AuditAsync("person/Kaja Tamm")).Select(e => e.Action));
        Assert.Null(await SetUp.OfferAsync());
        Assert.Equal(LinkState.Used, (await SetUp.UseAsync(offered.Code, "JPN", "Second", (Secret, Secret), Device)).State);
    }

    [Fact]
    public async Task SetUp_OfferedAgain_EndsTheEarlierLink_AndHoldsADay()
    {
        var (first, second) = ((await SetUp.OfferAsync())!, (await SetUp.OfferAsync())!);
        Assert.Equal(LinkState.Expired, (await Links.LookAsync(first.Code, isSetUp: true)).State);
        Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(LinkState.Open, (await Links.LookAsync(second.Code, isSetUp: true)).State);
        Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(LinkState.Expired, (await Links.LookAsync(second.Code, isSetUp: true)).State);
        Assert.Equal("link-refused", (await AuditAsync("set-up"))[^1].Action);
    }

    [Fact]
    public async Task SetUp_OnceThereIsAPerson_IsVoid()
    {
        var offered = (await SetUp.OfferAsync())!;
        await Get<AccountStore>().InviteAsync(Operator, Hanako());
        Assert.Equal(LinkState.Expired, (await SetUp.UseAsync(offered.Code, "JPN", "Intruder", (Secret, Secret), Device)).State);
        Assert.Single(await Get<AccountStore>().ListAsync(Operator));
    }

    [Theory]
    [InlineData("JPX", "Kaja Tamm", Secret, "Unknown country")]
    [InlineData("JPN", "", Secret, "cannot be a person's name")]
    [InlineData("JPN", "Kaja Tamm", "kajatammkajatamm", "easy to guess")]
    public async Task SetUp_WithWhatCannotBe_LeavesTheLinkOpen(string nation, string name, string password, string why)
    {
        var offered = (await SetUp.OfferAsync())!;
        Assert.Contains(why, (await Assert.ThrowsAsync<InputException>(() => SetUp.UseAsync(offered.Code, nation, name, (password, password), Device))).Message);
        Assert.False(await SetUp.HasPeopleAsync());
        Assert.Equal(LinkState.Open, (await Links.LookAsync(offered.Code, isSetUp: true)).State);
    }

    [Fact]
    public async Task Audit_HoldsNeitherPasswordNorCode()
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, Hanako());
        await Links.UseAsync(issued.Code, Secret, Secret, Device);
        await SignInAsync("a wrong password 123");
        await using var context = Context();
        var hash = (await context.Users.SingleAsync()).PasswordHash!;
        foreach (var entry in await context.AuditEntries.ToListAsync())
            Assert.All((string[])[issued.Code, Secret, "a wrong password", hash], secret => Assert.DoesNotContain(secret, entry.ContentText));
    }

    private static (LinkState, SignInSession?) Told(LinkOutcome outcome) => (outcome.State, outcome.Session);
}

public sealed class LinksOnSqlite : LinkStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class LinksOnSqlServer : LinkStoreTests<SqlServerHost>;
