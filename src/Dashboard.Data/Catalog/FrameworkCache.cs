using System.Collections.Concurrent;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Catalog;

/// <summary>Reads and parses each stored framework version once: a stored version does not change.</summary>
public sealed class FrameworkCache
{
    private readonly ConcurrentDictionary<(string Code, string Version), Framework> _parsed = new();

    /// <summary>The framework of a cycle.</summary>
    public Task<Framework> OfAsync(DashboardContext context, Cycle cycle, CancellationToken cancel = default) =>
        OfAsync(context, cycle.FrameworkCode, cycle.FrameworkVersion, cancel);

    /// <summary>All stored frameworks by code and version.</summary>
    public async Task<IReadOnlyList<Framework>> AllAsync(DashboardContext context, CancellationToken cancel = default)
    {
        var all = new List<Framework>();
        foreach (var stored in await context.Frameworks.AsNoTracking().OrderBy(f => f.Code).ThenBy(f => f.Version).Select(f => new { f.Code, f.Version }).ToListAsync(cancel))
            all.Add(await OfAsync(context, stored.Code, stored.Version, cancel));
        return all;
    }

    /// <summary>The codes of the areas of all frameworks: what a planner can be responsible for.</summary>
    public async Task<IReadOnlyCollection<string>> AreasAsync(DashboardContext context, CancellationToken cancel = default) =>
        [.. (await AllAsync(context, cancel)).SelectMany(framework => framework.Areas).Select(area => area.Code).Distinct()];

    private async Task<Framework> OfAsync(DashboardContext context, string code, string version, CancellationToken cancel)
    {
        if (_parsed.TryGetValue((code, version), out var framework))
            return framework;
        var json = await context.Frameworks.AsNoTracking().Where(f => f.Code == code && f.Version == version).Select(f => f.Json).SingleAsync(cancel);
        return _parsed.GetOrAdd((code, version), _ => FrameworkJson.Parse(json));
    }
}
