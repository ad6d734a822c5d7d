using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>Names of the files that a report becomes: what it is, of whom, whether it is a draft, and how it is marked; and what the audit says of them.</summary>
public static class ReportFile
{
    /// <param name="kind">What the file holds, for example "gaps".</param>
    /// <param name="report">The report.</param>
    /// <param name="extension">Without the dot.</param>
    public static string Name(string kind, GapReport report, string extension) => MarkedFile.Name(
        FormattableString.Invariant($"{kind}-{report.Question.Subject}-{report.Question.Group.Code}-{report.Cycle.Code}{(report.IsDraft ? "-draft" : "")}"), report.Marking, extension);

    /// <summary>That the report leaves as a file: of what it is, and of a draft or a chosen source where it is.</summary>
    /// <param name="kind">What the file holds, for example "gaps".</param>
    /// <param name="report">The report.</param>
    /// <param name="extension">Without the dot.</param>
    /// <param name="file">The name of the file where somebody chose another.</param>
    public static AuditFact Exported(string kind, GapReport report, string extension, string? file = null)
    {
        var question = report.Question;
        string?[] subject =
        [
            kind, question.Subject, question.Group.Code, CodeName.Of(question.Statistic), report.Cycle.Code,
            report.IsDraft ? "draft" : null,
            question.WithObservers ? "with-observers" : null,
            question.Source is { } source ? $"{CodeName.Of(source.Basis)}-by-{source.Assessor}" : null,
        ];
        return AuditFact.Exported(string.Join('/', subject.OfType<string>()), extension, report.Marking, file ?? Name(kind, report, extension));
    }
}
