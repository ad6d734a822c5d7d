using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Catalog;

/// <summary>
/// Changes country groups and their memberships. What is changed is given as it was seen: whoever comes second is told and overwrites
/// nothing, and two who change different memberships do not disturb each other.
/// </summary>
public sealed class GroupStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes)
{
    /// <summary>How many assessments are released to a group, as a whole or in a part that is marked on its own; a number alone, of all nations.</summary>
    /// <exception cref="InputException">Only those are told who change groups.</exception>
    public async Task<int> ReleasedToAsync(Viewer viewer, string code, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await CatalogStore.RequireManagerAsync(context, viewer, cancel);
        return await NamedAsync(context, code, cancel);
    }

    /// <summary>Adds a group without memberships.</summary>
    /// <exception cref="InputException">No right to it, or a code or name that cannot be or is taken.</exception>
    public Task<CountryGroup> AddAsync(Viewer viewer, string code, Names names, CancellationToken cancel = default) =>
        WriteAsync(viewer, async (context, trail) =>
        {
            var group = GroupRule.Found(await AllAsync(context, cancel), code, names);
            context.Groups.Add(group);
            trail.Record(new AuditFact("group-added", group.Code, null, group.Names));
            return group;
        }, cancel);

    /// <summary>Gives a group other names.</summary>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="code">Code of the group.</param>
    /// <param name="before">Its names as they were seen.</param>
    /// <param name="names">Its names as they are to be.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No right to it, no such group, its names were changed meanwhile, or a name that cannot be or is taken.</exception>
    public Task<CountryGroup> RenameAsync(Viewer viewer, string code, Names before, Names names, CancellationToken cancel = default) =>
        WriteAsync(viewer, async (context, trail) =>
        {
            var all = await AllAsync(context, cancel);
            var group = CountryGroup.Require(all, code);
            if (group.Names != before)
                throw InputException.Of("GroupChanged", group.Code);
            var renamed = GroupRule.Rename(group, all, names);
            if (renamed.Names == before)
                return group;
            context.Groups.Update(renamed);
            trail.Record(new AuditFact("group-renamed", group.Code, before, renamed.Names));
            return renamed;
        }, cancel);

    /// <summary>Takes away a group of the installation's own that has no memberships and that no marking names.</summary>
    /// <exception cref="InputException">No right to it, no such group, a standing one, or one that is used.</exception>
    public Task<CountryGroup> RemoveAsync(Viewer viewer, string code, CancellationToken cancel = default) =>
        WriteAsync(viewer, async (context, trail) =>
        {
            var group = CountryGroup.Require(await AllAsync(context, cancel), code);
            GroupRule.RequireUnused(group, await NamedAsync(context, group.Code, cancel));
            context.Groups.Remove(group);
            trail.Record(new AuditFact("group-removed", group.Code, group.Names, null));
            return group;
        }, cancel);

    /// <summary>Puts a membership in, exchanges it for another, or takes it out.</summary>
    /// <param name="viewer">Who changes it.</param>
    /// <param name="code">Code of the group.</param>
    /// <param name="before">The membership as it was seen; null to put one in.</param>
    /// <param name="after">The membership as it is to be; null to take it out.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No right to it, no such group, the membership was changed meanwhile, or one that cannot be: see <see cref="GroupRule.With"/>.</exception>
    public Task<CountryGroup> ChangeMembershipAsync(Viewer viewer, string code, Membership? before, Membership? after, CancellationToken cancel = default) =>
        WriteAsync(viewer, async (context, trail) =>
        {
            var group = CountryGroup.Require(await AllAsync(context, cancel), code);
            var changed = GroupRule.With(group, before, after);
            var kept = changed.Memberships.Except(group.Memberships).FirstOrDefault();
            if (kept is null && after is not null)
                return group;
            context.Groups.Update(changed);
            var subject = $"{group.Code}/{(kept ?? before)?.Country}";
            trail.Record((before, kept) switch
            {
                (null, _) => new AuditFact("membership-added", subject, null, AuditedMembership.Of(kept)),
                (_, null) => new AuditFact("membership-removed", subject, AuditedMembership.Of(before), null),
                _ => new AuditFact("membership-changed", subject, AuditedMembership.Of(before), AuditedMembership.Of(kept)),
            });
            return changed;
        }, cancel);

    private static Task<List<CountryGroup>> AllAsync(DashboardContext context, CancellationToken cancel) => context.Groups.AsNoTracking().ToListAsync(cancel);

    private static async Task<int> NamedAsync(DashboardContext context, string code, CancellationToken cancel)
    {
        // Codes are joined by commas.
        var named = $",{code},";
        var whole = context.Assessments.Where(a => ("," + a.Marking.ReleasableTo + ",").Contains(named)).Select(a => a.Id);
        var scores = context.Scores.Where(s => s.Marking != null && ("," + s.Marking.ReleasableTo + ",").Contains(named)).Select(s => s.AssessmentId);
        var evidence = context.Evidence.Where(e => e.Marking != null && ("," + e.Marking.ReleasableTo + ",").Contains(named)).Select(e => e.AssessmentId);
        return await whole.Union(scores).Union(evidence).CountAsync(cancel);
    }

    private Task<T> WriteAsync<T>(Viewer viewer, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            await CatalogStore.RequireManagerAsync(context, viewer, cancel);
            return await work(context, trail);
        }, cancel);
}

/// <summary>A membership as the audit keeps it.</summary>
internal sealed record AuditedMembership(string Country, string Role, DateOnly? Begins, DateOnly? Ends)
{
    public static AuditedMembership? Of(Membership? membership) =>
        membership is null ? null : new(membership.Country, CodeName.Of(membership.Role), membership.From, membership.To);
}
