using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Demonstration;

/// <summary>The people of a demonstration: accounts like any other, without a password of their own.</summary>
public sealed class DemonstrationPeople(
    IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, People people, SessionStore sessions, InstallationStore installations, ClassificationLadder ladder, TimeProvider clock)
{
    /// <summary>Adds those who have no account yet, also to a demonstration that an earlier version made. Real data takes nobody.</summary>
    public async Task EnsureAsync(IReadOnlyCollection<Viewer> wanted, CancellationToken cancel = default)
    {
        if (await installations.FindAsync(cancel) is not { IsDemonstration: true } demonstration || (await MissingAsync(wanted, cancel)).Count == 0)
            return;
        await writes.RunAsync(Viewer.Operator(demonstration.HomeNation, ladder), async (context, trail) =>
        {
            foreach (var viewer in wanted)
            {
                if (await people.FindAsync(context, viewer.Name) is not null)
                    continue;
                var person = Person.Of(viewer, clock.GetUtcNow());
                await people.AddAsync(context, person);
                trail.Record(new AuditFact("person-added", person.Subject, null, AuditedRights.Of(viewer)));
            }

            return trail;
        }, cancel);
    }

    /// <summary>A session of one of them, without a password; null in an installation with real data, or if the account is closed.</summary>
    public async Task<SignInSession?> SignInAsync(string name, string device, CancellationToken cancel = default)
    {
        if (await installations.FindAsync(cancel) is not { IsDemonstration: true })
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await sessions.BeginAsync(await people.RequireAsync(context, name), device, "demonstration", _ => true, cancel);
    }

    private async Task<List<Viewer>> MissingAsync(IReadOnlyCollection<Viewer> wanted, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var names = (await context.Users.AsNoTracking().Select(p => p.NormalizedUserName).ToListAsync(cancel)).ToHashSet();
        return [.. wanted.Where(viewer => !names.Contains(PersonRule.KeyOf(viewer.Name)))];
    }
}
