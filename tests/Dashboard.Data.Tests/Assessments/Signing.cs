using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;

namespace Dashboard.Data.Tests.Assessments;

/// <summary>Signs areas of the built-in framework as a sheet shows them.</summary>
internal static class Signing
{
    public static Task<ImmutableArray<string>> SignAsync(this SignOffStore store, Viewer viewer, OpenedSheet seen, params IEnumerable<string> areas) =>
        store.SignAsync(viewer, seen.Assessment.Id, areas.ToDictionary(code => code, code =>
            FrameworkJson.BuiltIn.Areas.FirstOrDefault(a => string.Equals(a.Code, code, StringComparison.OrdinalIgnoreCase)) is { } area ? Signature.SealOf(area, seen) : ""));
}
