using System.Collections.Immutable;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>The answers to one question in every cycle up to one.</summary>
/// <param name="Reports">By as-of date; the last is the answer in the cycle that was asked for. Each says why it changed since the one before.</param>
/// <param name="Marking">The marking of all of them together, and of <paramref name="Grounds"/>.</param>
/// <param name="Grounds">What the subject's answers of the last rest on, in one area or in all; null if that was not asked for, or the reader may not see it.</param>
public sealed record ReportHistory(ImmutableArray<GapReport> Reports, Marking Marking, Grounds? Grounds = null)
{
    /// <summary>The answer in the cycle that was asked for, marked as all that is told with it: so are the page and the files that are made of both.</summary>
    public GapReport Report { get; } = Reports[^1] with { Marking = Marking };
}
