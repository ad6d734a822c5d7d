using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Tasking;
using Dashboard.Web.Mail;
using Dashboard.Web.Tests.Accounts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using MimeKit;

namespace Dashboard.Web.Tests.Mail;

public sealed class ReminderTests : IAsyncLifetime
{
    private static readonly Viewer Coordinator = new("Kenta Mori", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly Viewer Desk = new("Yui Ito", "JPN", "secret", Roles.Planner, [new Scope("JPN", ["LAN", "INF"])]);
    private readonly RealServer _server = new();
    private readonly MailListener _mail = new();
    private Assessment _assessment = null!;

    public async ValueTask InitializeAsync()
    {
        await _server.InitializeAsync();
        foreach (var person in (Viewer[])[Coordinator, Desk])
            await _server.AddAsync(person);
        await _server.Get<CatalogStore>().AddCycleAsync(RealServer.Operator, "2026", new DateOnly(2026, 6, 30), null);
        _assessment = await _server.Get<AssessmentStore>().BeginAsync(Coordinator, "JPN", "2026", Basis.SelfAssessed, "unclassified");
        await SetAsync(Desk, "yui@office.example", "ja");
    }

    public async ValueTask DisposeAsync()
    {
        await _mail.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Mails_AreSentWhenGiven_BeforeTheDay_AndAfterIt_EachOnce()
    {
        await GiveAsync("LAN", "INF");
        Assert.Equal((1, 0), (await Service().LookAsync(), await Service().LookAsync()));
        _server.Time.Advance(TimeSpan.FromDays(15));
        Assert.Equal(0, await Service().LookAsync());
        _server.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal((1, 0), (await Service().LookAsync(), await Service().LookAsync()));
        _server.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal((1, 0), (await Service().LookAsync(), await Service().LookAsync()));
        _server.Time.Advance(TimeSpan.FromDays(40));
        Assert.Equal(0, await Service().LookAsync());
        Assert.Equal(["回答を依頼された分野があります", "期限が近い分野があります", "期限を過ぎた分野があります"], Messages().Select(m => m.Subject));
        Assert.Equal(3, (await _server.AuditAsync()).Count(entry => entry == "reminder-sent person/Yui Ito"));
    }

    // Mail leaves the protected system.
    [Fact]
    public async Task Mail_SaysHowManyAndByWhen_AndNamesNothing()
    {
        await SetAsync(Desk, "yui@office.example", "en");
        await GiveAsync("LAN", "INF");
        await Service().LookAsync();
        var message = Assert.Single(Messages());
        Assert.Equal("Number of areas that were given to you to answer: 2. The first is due on 2026-12-13.\n\nSign in to see them. You set under your account whether such mails are sent.\nhttps://readiness.example\n", message.TextBody!.Replace("\r", "", StringComparison.Ordinal));
        Assert.All((string[])["Japan", "JPN", "LAN", "INF", "anguage", "Mori", "Ito"], name => Assert.DoesNotContain(name, _mail.Messages[0]));
    }

    [Fact]
    public async Task Server_ThatCannotBeReached_IsTriedAgainLater()
    {
        await GiveAsync("LAN");
        var closed = new MailListener();
        var port = closed.Port;
        await closed.DisposeAsync();
        Assert.Equal(0, await Service(port).LookAsync());
        Assert.Equal(0, await Service().LookAsync());
        _server.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await Service().LookAsync());
    }

    [Fact]
    public async Task Address_ThatIsRefused_KeepsNobodyElseWaiting()
    {
        await SetAsync(Coordinator, "kenta@office.example", "en");
        await GiveAsync("LAN");
        await _server.Get<TaskStore>().GiveAsync(Coordinator, _assessment.Id, ["NET"], Coordinator.Name, new DateOnly(2026, 12, 13));
        _mail.Refused = "yui@office.example";
        Assert.Equal(1, await Service().LookAsync());
        Assert.Contains("kenta@office.example", Assert.Single(_mail.Messages));
    }

    [Fact]
    public async Task TwoNodes_SendOneMail()
    {
        await GiveAsync("LAN", "INF");
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _server.Get<ReminderStore>().TakeAsync())));
        Assert.Equal(2, taken.Sum(reminders => reminders.Sum(r => r.Tasks.Count)));
    }

    [Fact]
    public async Task NewDay_AndNewPerson_AreReasonsToRemindAgain()
    {
        await SetAsync(Coordinator, "kenta@office.example", "en");
        var task = await GiveAsync("LAN");
        _server.Time.Advance(TimeSpan.FromDays(18));
        Assert.Equal(1, await Service().LookAsync());
        await _server.Get<TaskStore>().ChangeDueAsync(Coordinator, task.Id, 1, new DateOnly(2026, 12, 14));
        Assert.Equal(1, await Service().LookAsync());
        await _server.Get<TaskStore>().HandOverAsync(Coordinator, Desk.Name, Coordinator.Name);
        Assert.Equal(1, await Service().LookAsync());
        Assert.Contains("kenta@office.example", _mail.Messages[^1]);
    }

    [Theory]
    [InlineData("yui", "is no mail address")]
    [InlineData("yui@a\r\nBcc: all@b", "is no mail address")]
    [InlineData("<script>@b", "is no mail address")]
    public async Task Address_ThatIsNone_IsRefused(string address, string said) =>
        Assert.Contains(said, (await Assert.ThrowsAsync<InputException>(() => SetAsync(Desk, address, "en"))).Message);

    [Theory]
    [InlineData("Mail:Port", "0")]
    [InlineData("Mail:Port", "many")]
    [InlineData("Mail:From", "")]
    [InlineData("Mail:Encryption", "maybe")]
    [InlineData("Mail:User", "dashboard")]
    public void Settings_ThatCannotBe_AreNamed(string key, string value)
    {
        var set = new Dictionary<string, string?> { ["Mail:Host"] = "mail.example", ["Mail:From"] = "a@b.example", ["Mail:Encryption"] = "none", [key] = value };
        Assert.Contains("The configuration 'Mail' cannot be read", Assert.Throws<InputException>(() => MailOptions.Read(new ConfigurationBuilder().AddInMemoryCollection(set).Build())).Message);
    }

    [Fact]
    public void Settings_WithoutAServer_AreNone() => Assert.Null(MailOptions.Read(new ConfigurationBuilder().Build()));

    private ReminderService Service(int? port = null) => new(
        _server.Get<ReminderStore>(), new MailOptions { Host = "127.0.0.1", Port = port ?? _mail.Port, From = "readiness@host.example", Encryption = "none" },
        new AccountOptions { PublicAddress = "https://readiness.example" }, _server.Time, NullLogger<ReminderService>.Instance);

    private async Task<AreaTask> GiveAsync(params string[] areas) => (await _server.Get<TaskStore>().GiveAsync(Coordinator, _assessment.Id, areas, Desk.Name, new DateOnly(2026, 12, 13)))[0];

    private async Task SetAsync(Viewer person, string address, string language) =>
        await _server.Get<OwnAccountStore>().SetMailAsync((await _server.Get<SessionStore>().FindAsync((await _server.SessionAsync(person)).Id))!, address, language);

    private IEnumerable<MimeMessage> Messages() => _mail.Messages.Select(text => MimeMessage.Load(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..]))));
}
