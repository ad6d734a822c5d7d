using System.Runtime.CompilerServices;
using Dashboard.Core.Readiness;

namespace Dashboard.Web.Position;

/// <summary>
/// Places under other weights, worked out once for each report: a thousand weightings of every country are the dearest part of the page.
/// They follow from the report alone and are forgotten with it, so that nobody is given those of another reader's report.
/// </summary>
internal static class KnownWeights
{
    private static readonly ConditionalWeakTable<GapReport, WeightRanges> Known = [];

    public static WeightRanges Of(GapReport report) => Known.GetValue(report, r => WeightRanges.Of(r));
}
