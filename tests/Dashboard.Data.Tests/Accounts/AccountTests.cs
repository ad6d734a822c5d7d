using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Accounts;

/// <summary>What tests of accounts do again and again.</summary>
public abstract class AccountTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    protected const string Secret = "river stone window 88";
    protected const string Device = "Test browser";

    protected static Viewer Hanako(Roles roles = Roles.Planner | Roles.Reviewer) =>
        new("Hanako Aoki", "JPN", "secret", roles, roles.HasFlag(Roles.Planner) ? [new Scope("JPN", [])] : []);

    protected static Viewer Administrator(string name = "Admin") => new(name, "JPN", "unclassified", Roles.Administrator, []);

    /// <summary>Invites somebody who then chooses the password <see cref="Secret"/>.</summary>
    protected async Task<SignInSession> JoinAsync(Viewer person)
    {
        var issued = await Get<AccountStore>().InviteAsync(Operator, person);
        return (await Get<LinkStore>().UseAsync(issued.Code, Secret, Secret, Device)).Session!;
    }

    protected async Task<SignInSession?> SignInAsync(string password = Secret, string name = "Hanako Aoki") =>
        (await Get<SignInStore>().WithPasswordAsync(name, password, Device))?.Session;

    /// <summary>The person behind a session.</summary>
    protected async Task<SignedIn> WhoAsync(SignInSession session) => (await Get<SessionStore>().FindAsync(session.Id))!;

    /// <summary>What an app shows now for a key.</summary>
    protected string CodeOf(string key) => OneTimeCode.Of(key, OneTimeCode.StepAt(Clock.GetUtcNow()));

    /// <summary>Has an app set up, whose first code is not used any more.</summary>
    protected async Task<(string Key, IReadOnlyList<string> Recovery)> SetUpCodesAsync(SignedIn who)
    {
        var key = OneTimeCode.NewKey();
        var recovery = await Get<FactorStore>().SetUpCodesAsync(who, key, CodeOf(key));
        Clock.Advance(TimeSpan.FromSeconds(30));
        return (key, recovery);
    }

    /// <summary>The proof with which somebody who has a factor goes on from the password.</summary>
    protected async Task<PasswordProof> ProveAsync(string password = Secret, string name = "Hanako Aoki") =>
        (await Get<SignInStore>().WithPasswordAsync(name, password, Device))!.Proof!;

    /// <summary>Actions and contents of the audit entries of a subject, oldest first.</summary>
    protected async Task<List<(string Action, string Actor, string Content)>> AuditAsync(string subject)
    {
        await using var context = Context();
        var entries = await context.AuditEntries.AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.Sequence).ToListAsync();
        return [.. entries.Select(e => (e.Action, e.Actor, e.ContentText))];
    }

    protected async Task<long> HeadAsync()
    {
        await using var context = Context();
        return (await context.AuditHeads.AsNoTracking().SingleAsync()).Sequence;
    }
}
