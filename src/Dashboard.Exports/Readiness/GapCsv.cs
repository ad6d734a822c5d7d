using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Readiness;

/// <summary>The table of a gap report as comma-separated values: codes and unrounded numbers, unknown is empty; each line carries the marking of the whole and the status of the subject's assessment.</summary>
public static class GapCsv
{
    public const string Heading = "code,score,low,high,coverage,could_lie_low,could_lie_high,weakest,weakest_level,benchmark,n,of,gap,gap_band_low,gap_band_high,matched_gap,finding,reason,subject_status,classification,releasable_to";

    public static string Write(GapReport report)
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var row in report.Areas.Append(report.Total))
        {
            string[] fields =
            [
                row.Code ?? "total", Number(row.Score.Value), Number(row.Score.Range?.Low), Number(row.Score.Range?.High), Number(row.Score.Coverage),
                Number(row.CouldLie?.Low), Number(row.CouldLie?.High), row.Weakest?.Code ?? "", Number(row.Weakest?.Level),
                Number(row.Benchmark), Number(row.N), Number(report.Members), Number(row.Gap), Number(row.GapBand?.Low), Number(row.GapBand?.High),
                Number(row.MatchedGap), CodeName.Of(row.Finding), row.GapUnknown is { } reason ? CodeName.Of(reason) : "",
                report.SubjectSource is { } source ? CodeName.Of(source.Status) : "", report.Marking.Classification, string.Join(' ', report.Marking.Releases),
            ];
            text.AppendJoin(',', fields).Append('\n');
        }

        return text.ToString();
    }

    private static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
}
