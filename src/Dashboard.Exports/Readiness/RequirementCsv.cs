using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>A requirement profile held against everybody in a report as comma-separated values: one line for each requirement of each country, the subject's first; without a level empty and the state says why.</summary>
public static class RequirementCsv
{
    /// <param name="report">The report.</param>
    /// <param name="profile">Code of a profile; null or blank for the framework's first. Without any there is the heading alone.</param>
    /// <exception cref="InputException">The framework has no such profile.</exception>
    public static string Write(GapReport report, string? profile)
    {
        var csv = new ReportCsv("profile,country,code,minimum,level,outcome,state,basis,assessor,status", report.Marking);
        if (RequirementMap.Of(report, profile) is not { } map)
            return csv.ToString();
        foreach (var row in map.Members.Prepend(map.Subject))
            foreach (var (column, line) in map.Columns.Zip(row.Result.Requirements))
                csv.Add(report,
                [
                    map.Profile.Code, row.Standing.Code, column.Code, ReportCsv.Number(column.Minimum), line.Cell.IsScored ? ReportCsv.Number(line.Cell.Level) : "",
                    CodeName.Of(line.Outcome), CodeName.Of(row.Standing.StateOf(column.Indicator)), .. ReportCsv.WordOf(row.Standing.Country.Source),
                ]);
        return csv.ToString();
    }
}
