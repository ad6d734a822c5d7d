using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>A requirement profile held against everybody in a report as comma-separated values: one line for each requirement of each country, the subject's first; without a level empty and the state says why.</summary>
public static class RequirementCsv
{
    public const string Heading = "country,code,minimum,level,outcome,state,basis,assessor,status,classification,releasable_to";

    /// <param name="report">The report.</param>
    /// <param name="profile">Code of a profile; null or blank for the framework's first. Without any there is the heading alone.</param>
    /// <exception cref="InputException">The framework has no such profile.</exception>
    public static string Write(GapReport report, string? profile)
    {
        var text = new StringBuilder(Heading).Append('\n');
        if (RequirementMap.Of(report, profile) is not { } map)
            return text.ToString();
        var marking = $"{report.Marking.Classification},{string.Join(' ', report.Marking.Releases)}";
        foreach (var row in map.Members.Prepend(map.Subject))
            foreach (var (column, line) in map.Columns.Zip(row.Result.Requirements))
                text.AppendJoin(',', row.Standing.Code, column.Code, Number(column.Minimum), line.Cell.IsScored ? Number(line.Cell.Level) : "",
                    CodeName.Of(line.Outcome), CodeName.Of(row.Standing.StateOf(column.Indicator)),
                    row.Standing.Country.Source is { } source ? $"{CodeName.Of(source.Basis)},{source.Assessor},{CodeName.Of(source.Status)}" : ",,", marking).Append('\n');
        return text.ToString();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
