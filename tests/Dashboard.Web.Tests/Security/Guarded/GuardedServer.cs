using System.Net;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Forms;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Dashboard.Exports.Forms;
using Dashboard.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Security.Guarded;

/// <summary>A server with real accounts whose database holds something that each of its people may not see, at one moment that does not pass.</summary>
public sealed class GuardedServer : Server
{
    private readonly Dictionary<string, HttpClient> _clients = [];

    // The codes by which those sign in again whose roles need a second proof.
    private readonly Dictionary<string, Queue<string>> _recovery = [];

    protected override bool Demo => false;

    protected override TimeProvider Clock { get; } = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What the server warned of.</summary>
    public Warnings Log { get; } = new();

    /// <summary>The address of the server.</summary>
    public Uri Address { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Get<ILoggerFactory>().AddProvider(Log);
        var catalog = Get<CatalogStore>();
        foreach (var (cycle, year) in new[] { ("2025", 2025), ("2026", 2026), ("2027", 2027) })
            await catalog.AddCycleAsync(RealServer.Operator, cycle, new DateOnly(year, 6, 30), null);
        await Get<FormStore>().AddAsync(RealServer.Operator, SampleForm.Code, SampleForm.Name, SampleForm.Write(FrameworkJson.BuiltIn));
        await StoreAsync(new Variant());
        // Entries of the audit that hold a mark: a draft of Japan's, and one of Estonia's.
        await SaveAsync("desk", 6);
        await SaveAsync("foreign", 14);
        await catalog.PublishAsync(RealServer.Operator, "2025");
        // Somebody has an account, else the sign-in page shows no form.
        Address = (await OfAsync("desk")).BaseAddress!;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var client in _clients.Values)
            client.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>The browser of somebody, who signed in by the link of their invitation; shared by all that ask for it.</summary>
    public async Task<HttpClient> OfAsync(string key)
    {
        if (_clients.TryGetValue(key, out var known))
            return known;
        var client = await ClientAsync();
        if (key != Everybody.Nobody)
        {
            var link = RealServer.Address(await Get<AccountStore>().InviteAsync(RealServer.Operator, Everybody.All[key]));
            Assert.Equal(HttpStatusCode.Redirect, (await SendFormAsync(client, link, ("password", RealServer.Secret), ("again", RealServer.Secret))).StatusCode);
            if (PersonRule.NeedsSecondFactor(Everybody.All[key]))
                await SetUpCodesAsync(key);
        }

        return _clients[key] = client;
    }

    /// <summary>Another browser of somebody who has an account already.</summary>
    public async Task<HttpClient> AnotherOfAsync(string key)
    {
        var client = await ClientAsync();
        await SignInAsync(client, key);
        return client;
    }

    /// <summary>Signs somebody in on a browser of the test's own.</summary>
    public async Task SignInAsync(HttpClient client, string key)
    {
        await OfAsync(key);
        var answer = await RealServer.SignInAsync(client, Everybody.NameOf(key));
        // No time passes here, so that an app would show the code that was taken already.
        if (_recovery.TryGetValue(key, out var codes))
            answer = await SendFormAsync(client, answer.Headers.Location!.PathAndQuery, ("code", codes.Dequeue()));
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.PathAndQuery));
    }

    /// <summary>Exchanges everything that assessments hold.</summary>
    public async Task StoreAsync(Variant variant)
    {
        await using var context = Context();
        await context.Evidence.ExecuteDeleteAsync();
        await context.Scores.ExecuteDeleteAsync();
        await context.Assessments.ExecuteDeleteAsync();
        foreach (var (sheet, seed, only) in variant.Rows())
        {
            context.Assessments.Add(sheet.Assessment);
            context.Scores.AddRange(sheet.Scores(seed, only));
            // Where one answer alone is another, what the others rest on is as it was.
            context.Evidence.Add(sheet.Evidence(only is null ? seed : 0));
        }

        await context.SaveChangesAsync();
        // Past the stores nobody would hear of it.
        await Get<AuditedWrites>().RecordAsync(RealServer.Operator, new AuditFact("assessments-exchanged", "test", null, null));
    }

    /// <summary>Forgets wrong passwords and lockouts.</summary>
    public async Task ForgiveAsync()
    {
        await using var context = Context();
        await context.Users.ExecuteUpdateAsync(set => set.SetProperty(p => p.AccessFailedCount, 0).SetProperty(p => p.LockoutEnd, (DateTimeOffset?)null));
    }

    /// <summary>Everything that is stored; the audit's entries only as who did what.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var context = Context();
        return await Tables.OfAsync(context);
    }

    /// <summary>Everything that is stored but the audit and who is signed in.</summary>
    public async Task<IReadOnlyList<string>> ContentAsync() =>
        [.. (await TablesAsync()).Where(row => !row.StartsWith("Audit", StringComparison.Ordinal) && !row.StartsWith("Sessions", StringComparison.Ordinal))];

    /// <summary>The audit's entries after a number, as their actions and actors.</summary>
    public async Task<List<string>> EntriesAfterAsync(long sequence)
    {
        await using var context = Context();
        return [.. context.AuditEntries.Where(e => e.Sequence > sequence).OrderBy(e => e.Sequence).Select(e => e.Action + " " + e.Actor)];
    }

    public async Task<long> LastEntryAsync() => (await Get<AuditStore>().HeadAsync(RealServer.Operator)).Sequence;

    public DashboardContext Context() => Get<IDbContextFactory<DashboardContext>>().CreateDbContext();

    // Without a second proof their roles give nobody anything.
    private async Task SetUpCodesAsync(string key)
    {
        await using var context = Context();
        var person = await context.Users.SingleAsync(p => p.UserName == Everybody.NameOf(key));
        var session = await context.Sessions.SingleAsync(s => s.PersonId == person.Id);
        var secret = OneTimeCode.NewKey();
        var recovery = await Get<FactorStore>().SetUpCodesAsync((await Get<SessionStore>().FindAsync(session.Id))!, secret, OneTimeCode.Of(secret, OneTimeCode.StepAt(Clock.GetUtcNow())));
        _recovery[key] = new Queue<string>(recovery);
    }

    private async Task SaveAsync(string key, int sheet)
    {
        var answer = Answer.Of(5, Confidence.High, $"{Sheet.MarkOf(sheet)}audit");
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Everybody.All[key], new CellKey(sheet, "LAN-1"), answer, 1, new Guid(sheet, 0, 0, new byte[8])));
    }
}
