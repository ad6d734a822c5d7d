using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Readiness;

/// <summary>
/// The places of a report's subject as comma-separated values, the total first: those that the doubt of answers leaves open, the plain one,
/// and those under other weights; without a place empty and the reason says why.
/// </summary>
public static class PositionCsv
{
    private const string Columns = "code,score,n,of,place_from,place_to,places,plain_place,weights_from,weights_to,weights_best,weights_worst,holds,reason,subject_basis,subject_assessor,subject_status";

    /// <param name="report">The report.</param>
    /// <param name="weights">Its places under other weights.</param>
    public static string Write(GapReport report, WeightRanges weights)
    {
        var csv = new ReportCsv(Columns, report.Marking);
        foreach (var row in report.Areas.Prepend(report.Total))
            csv.Add(report,
            [
                row.Code ?? GapRow.TotalCode, ReportCsv.Number(row.Score.Value), ReportCsv.Number(row.N), ReportCsv.Number(report.Members), .. PlacesOf(row, weights.For(row)),
                ReportCsv.Code(row.GapUnknown), .. ReportCsv.WordOf(report.SubjectSource),
            ]);
        return csv.ToString();
    }

    private static IEnumerable<string> PlacesOf(GapRow row, WeightRange? range)
    {
        if (range is null)
            return ["", "", "", "", "", "", "", "", ""];
        var place = PositionWording.PlaceOf(row, range);
        int[] places = [place.From, place.To, place.Of, range.Plain, range.Range.From, range.Range.To, range.Best, range.Worst];
        return [.. places.Select(at => ReportCsv.Number(at)), ReportCsv.Truth(range.Holds)];
    }
}
