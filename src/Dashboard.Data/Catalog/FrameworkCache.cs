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
    public async Task<Framework> OfAsync(DashboardContext context, Cycle cycle, CancellationToken cancel = default)
    {
        var key = (cycle.FrameworkCode, cycle.FrameworkVersion);
        if (_parsed.TryGetValue(key, out var framework))
            return framework;
        var json = await context.Frameworks.AsNoTracking()
            .Where(f => f.Code == cycle.FrameworkCode && f.Version == cycle.FrameworkVersion)
            .Select(f => f.Json).SingleAsync(cancel);
        return _parsed.GetOrAdd(key, _ => FrameworkJson.Parse(json));
    }
}
