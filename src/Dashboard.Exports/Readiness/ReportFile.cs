using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>Names of the files that a report becomes: what it is, of whom, and how it is marked.</summary>
public static class ReportFile
{
    /// <param name="kind">What the file holds, for example "gaps".</param>
    /// <param name="report">The report.</param>
    /// <param name="extension">Without the dot.</param>
    public static string Name(string kind, GapReport report, string extension) => FormattableString.Invariant(
        $"{kind}-{report.Question.Subject}-{report.Question.Group.Code}-{report.Cycle.Code}-{report.Marking.Classification}.{extension}");
}
