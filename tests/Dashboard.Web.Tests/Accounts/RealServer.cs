using System.Net;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>A server with real accounts, at a time that the test decides.</summary>
public sealed class RealServer : Server
{
    public const string Secret = "river stone window 88";

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    protected override bool Demo => false;

    protected override TimeProvider Clock => Time;

    public static Viewer Operator { get; } = Viewer.Operator("JPN", ClassificationLadder.Default);

    public static Viewer Hanako { get; } = new("Hanako Aoki", "JPN", "secret", Roles.Planner | Roles.Reviewer, [new Scope("JPN", [])]);

    /// <summary>The address of a link.</summary>
    public static string Address(IssuedLink link) => Dashboard.Web.Shell.Urls.Link(link);

    // The keys of those who have one-time codes, by name.
    private readonly Dictionary<string, string> _keys = [];

    /// <summary>Makes an account that can sign in with <see cref="Secret"/>, and one-time codes where the person's roles need them.</summary>
    public async Task AddAsync(Viewer person)
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, person);
        var session = (await Get<LinkStore>().UseAsync(issued.Code, Secret, Secret, "")).Session;
        if (PersonRule.NeedsSecondFactor(person))
            await SetUpCodesAsync(person, session!);
    }

    /// <summary>Has an app set up for a person.</summary>
    /// <returns>The recovery codes.</returns>
    public async Task<IReadOnlyList<string>> SetUpCodesAsync(Viewer person, SignInSession session)
    {
        var key = _keys[person.Name] = OneTimeCode.NewKey();
        return await Get<FactorStore>().SetUpCodesAsync((await Get<SessionStore>().FindAsync(session.Id))!, key, CodeOf(person));
    }

    /// <summary>The key that a person's app was given.</summary>
    public string KeyOf(Viewer person) => _keys[person.Name];

    /// <summary>What a person's app shows now.</summary>
    public string CodeOf(Viewer person) => OneTimeCode.Of(_keys[person.Name], OneTimeCode.StepAt(Time.GetUtcNow()));

    /// <summary>Sends the form of the sign-in page.</summary>
    public static Task<HttpResponseMessage> SignInAsync(HttpClient client, string name = "Hanako Aoki", string password = Secret, string page = "/sign-in") =>
        SendFormAsync(client, page, ("name", name), ("password", password));

    /// <summary>A session that somebody begins anew.</summary>
    public async Task<SignInSession> SessionAsync(Viewer person)
    {
        var outcome = (await Get<SignInStore>().WithPasswordAsync(person.Name, Secret, ""))!;
        if (outcome.Session is { } session)
            return session;
        // A code is taken once.
        Time.Advance(TimeSpan.FromSeconds(30));
        return (await Get<SecondStepStore>().WithCodeAsync(outcome.Proof!, CodeOf(person), ""))!;
    }

    /// <summary>A browser in which somebody has signed in.</summary>
    public async Task<HttpClient> SignedInAsync(Viewer person, string language = "en")
    {
        var client = await ClientAsync(language: language);
        var answer = await SignInAsync(client, person.Name);
        if (_keys.ContainsKey(person.Name))
        {
            // A code is taken once.
            Time.Advance(TimeSpan.FromSeconds(30));
            answer = await SendFormAsync(client, answer.Headers.Location!.PathAndQuery, ("code", CodeOf(person)));
        }

        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.StatusCode, answer.Headers.Location?.PathAndQuery));
        return client;
    }

    /// <summary>The audit, newest entry first, as its actions and subjects.</summary>
    public async Task<List<string>> AuditAsync()
    {
        await using var context = Get<Microsoft.EntityFrameworkCore.IDbContextFactory<Dashboard.Data.Storage.DashboardContext>>().CreateDbContext();
        return [.. context.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Action + " " + e.Subject)];
    }
}
