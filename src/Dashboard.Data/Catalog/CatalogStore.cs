using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Catalog;

/// <summary>Groups, frameworks and cycles: what assessments are made within. Only administrators of the home nation add to it.</summary>
public sealed class CatalogStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, FrameworkCache frameworks, TimeProvider clock)
{
    /// <summary>All country groups by code.</summary>
    public async Task<ImmutableArray<CountryGroup>> GroupsAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return [.. await context.Groups.AsNoTracking().OrderBy(g => g.Code).ToListAsync(cancel)];
    }

    /// <summary>All cycles by as-of date.</summary>
    public async Task<ImmutableArray<Cycle>> CyclesAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return [.. await context.Cycles.AsNoTracking().OrderBy(c => c.AsOf).ThenBy(c => c.Code).ToListAsync(cancel)];
    }

    /// <summary>All frameworks by code and version.</summary>
    public async Task<ImmutableArray<Framework>> FrameworksAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return [.. await frameworks.AllAsync(context, cancel)];
    }

    /// <summary>The framework of a cycle.</summary>
    public async Task<Framework> FrameworkAsync(Cycle cycle, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await frameworks.OfAsync(context, cycle, cancel);
    }

    /// <summary>Stores a framework version.</summary>
    /// <exception cref="InputException">The text is not a whole framework, or the version is already stored.</exception>
    public Task<Framework> AddFrameworkAsync(Viewer viewer, string json, CancellationToken cancel = default)
    {
        var framework = FrameworkJson.Parse(json);
        return WriteAsync(viewer, async (context, trail) =>
        {
            if (await context.Frameworks.AnyAsync(f => f.Code == framework.Code && f.Version == framework.Version, cancel))
                throw InputException.Of("FrameworkIsStored", framework.Edition);
            context.Frameworks.Add(new StoredFramework(framework.Code, framework.Version, framework.Hash, json));
            trail.Record(new AuditFact("framework-added", framework.Edition, null, new { framework.Hash }));
            return framework;
        }, cancel);
    }

    /// <summary>Adds an open cycle.</summary>
    /// <param name="viewer">Who adds it.</param>
    /// <param name="code">Name of the cycle.</param>
    /// <param name="asOf">The day that its answers refer to.</param>
    /// <param name="framework">Code and version such as "AICR 1.0"; null if only one framework is stored.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">The cycle exists already, its name cannot be used, or the framework is unknown.</exception>
    public Task<Cycle> AddCycleAsync(Viewer viewer, string code, DateOnly asOf, string? framework, CancellationToken cancel = default) =>
        WriteAsync(viewer, async (context, trail) =>
        {
            CycleRule.Check(code, asOf, await context.Cycles.AsNoTracking().Select(c => c.Code).ToListAsync(cancel));
            var stored = await context.Frameworks.AsNoTracking().OrderBy(f => f.Code).ThenBy(f => f.Version).Select(f => new { f.Code, f.Version }).ToListAsync(cancel);
            var chosen = framework is null && stored.Count == 1
                ? stored[0]
                : stored.Find(f => $"{f.Code} {f.Version}" == framework)
                    ?? throw InputException.UnknownChoice("framework", framework ?? "", stored.Select(f => $"'{f.Code} {f.Version}'"));
            var cycle = new Cycle(code, asOf, chosen.Code, chosen.Version);
            context.Cycles.Add(cycle);
            trail.Record(new AuditFact("cycle-added", code, null, cycle));
            return cycle;
        }, cancel);

    /// <summary>Publishes and freezes a cycle; from then on only new revisions of its assessments change.</summary>
    /// <exception cref="InputException">No such cycle, or it is published already.</exception>
    public Task<Cycle> PublishAsync(Viewer viewer, string code, CancellationToken cancel = default) =>
        WriteAsync(viewer, async (context, trail) =>
        {
            var cycle = Cycle.Require(await context.Cycles.AsNoTracking().ToListAsync(cancel), code);
            if (cycle.Published is { } since)
                throw InputException.Of("CycleIsPublished", cycle.Code, since);
            var published = cycle with { Published = clock.GetUtcNow().UtcDateTime };
            context.Cycles.Update(published);
            trail.Record(new AuditFact("cycle-published", cycle.Code, cycle, published));
            return published;
        }, cancel);

    /// <summary>
    /// What the publication of a cycle would shut out of its reports, of the viewer's own nation, by country and basis; what other nations have
    /// under way is theirs to know.
    /// </summary>
    /// <exception cref="InputException">The viewer does not publish cycles, or no such cycle.</exception>
    public async Task<IReadOnlyList<Assessment>> UnapprovedAsync(Viewer viewer, string code, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await RequireManagerAsync(context, viewer, cancel);
        var cycle = Cycle.Require(await context.Cycles.AsNoTracking().ToListAsync(cancel), code);
        var own = await context.Assessments.AsNoTracking().Where(a => a.Cycle == cycle.Code && a.Assessor == viewer.Nation).OrderBy(a => a.Country).ThenBy(a => a.Basis).ToListAsync(cancel);
        return [.. own.Where(cycle.WouldShutOut)];
    }

    private Task<T> WriteAsync<T>(Viewer viewer, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            await RequireManagerAsync(context, viewer, cancel);
            return await work(context, trail);
        }, cancel);

    /// <exception cref="InputException">The viewer does not change what all nations share.</exception>
    internal static async Task RequireManagerAsync(DashboardContext context, Viewer viewer, CancellationToken cancel)
    {
        var home = (await context.Installations.AsNoTracking().SingleAsync(cancel)).HomeNation;
        if (!viewer.ManagesCatalog(home))
            throw InputException.Of("MayNotChangeCatalog", viewer.Name, home);
    }
}
