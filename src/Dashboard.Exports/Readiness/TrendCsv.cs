using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Readiness;

/// <summary>
/// The gaps over the cycles as comma-separated values, a line for each area and cycle: codes and unrounded numbers, unknown is empty. The
/// change since the cycle before and the causes that add up to it; each line carries the marking of the whole.
/// </summary>
public static class TrendCsv
{
    /// <param name="reports">The same question in every cycle, the earliest first; the last says which areas there are.</param>
    /// <param name="marking">The marking of all of them together.</param>
    public static string Write(IReadOnlyList<GapReport> reports, Marking marking)
    {
        var text = new StringBuilder("code,cycle,as_of,breaks,score,could_lie_low,could_lie_high,benchmark,n,of,gap,gap_band_low,gap_band_high,finding,reason,change");
        foreach (var cause in Enum.GetValues<Cause>())
            text.Append(',').Append(CodeName.Of(cause).Replace('-', '_'));
        text.Append(",subject_basis,subject_assessor,subject_status,classification,releasable_to\n");
        foreach (var code in reports[^1].Areas.Append(reports[^1].Total).Select(row => row.Code))
            foreach (var (point, report) in Trend.Of(reports, code).Zip(reports))
                text.AppendJoin(',', [.. Of(code, point, report), .. Changes(code, report), .. Word(report), marking.Classification, string.Join(' ', marking.Releases)]).Append('\n');
        return text.ToString();
    }

    private static string[] Of(string? code, TrendPoint point, GapReport report)
    {
        var row = point.Row;
        return
        [
            code ?? "total", point.Cycle, point.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), point.Breaks ? "true" : "false",
            Number(row?.Score.Value), Number(row?.CouldLie?.Low), Number(row?.CouldLie?.High), Number(row?.Benchmark), Number(row?.N), Number(report.Members),
            Number(row?.Gap), Number(row?.GapBand?.Low), Number(row?.GapBand?.High),
            row is null ? "not-asked" : CodeName.Of(row.Finding), row?.GapUnknown is { } reason ? CodeName.Of(reason) : "",
        ];
    }

    private static IEnumerable<string> Changes(string? code, GapReport report)
    {
        var row = report.Changes is { } changes ? changes.Areas.Append(changes.Total).FirstOrDefault(r => r.Code == code) : null;
        return row?.Change is { } change
            ? row.Steps.Select(step => Number(step.Change)).Prepend(Number(change))
            : Enumerable.Repeat("", Enum.GetValues<Cause>().Length + 1);
    }

    private static string[] Word(GapReport report) => report.SubjectSource is { } source
        ? [CodeName.Of(source.Basis), source.Assessor, CodeName.Of(source.Status)] : ["", "", ""];

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
