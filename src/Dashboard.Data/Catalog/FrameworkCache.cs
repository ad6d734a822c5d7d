using System.Collections.Concurrent;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Catalog;

/// <summary>Parses each stored framework text once.</summary>
public sealed class FrameworkCache
{
    private readonly ConcurrentDictionary<string, Framework> _parsed = new(StringComparer.Ordinal);

    /// <summary>The framework of a cycle.</summary>
    public async Task<Framework> OfAsync(DashboardContext context, Cycle cycle, CancellationToken cancel = default)
    {
        var json = await context.Frameworks.AsNoTracking()
            .Where(f => f.Code == cycle.FrameworkCode && f.Version == cycle.FrameworkVersion)
            .Select(f => f.Json).SingleAsync(cancel);
        return _parsed.GetOrAdd(json, FrameworkJson.Parse);
    }
}
