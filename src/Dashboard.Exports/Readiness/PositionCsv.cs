using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Readiness;

/// <summary>
/// The places of a report's subject as comma-separated values, the total first: those that the doubt of answers leaves open, the plain one,
/// and those under other weights; without a place empty and the reason says why. Each line carries the marking of the whole.
/// </summary>
public static class PositionCsv
{
    public const string Heading = "code,score,n,of,place_from,place_to,places,plain_place,weights_from,weights_to,weights_best,weights_worst,holds,reason,subject_status,classification,releasable_to";

    /// <param name="report">The report.</param>
    /// <param name="weights">Its places under other weights.</param>
    public static string Write(GapReport report, WeightRanges weights)
    {
        var text = new StringBuilder(Heading).Append('\n');
        foreach (var row in report.Areas.Prepend(report.Total))
        {
            string[] fields =
            [
                row.Code ?? "total", row.Score.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "", Number(row.N), Number(report.Members), .. PlacesOf(row, weights.For(row)),
                row.GapUnknown is { } reason ? CodeName.Of(reason) : "", report.SubjectSource is { } source ? CodeName.Of(source.Status) : "",
                report.Marking.Classification, string.Join(' ', report.Marking.Releases),
            ];
            text.AppendJoin(',', fields).Append('\n');
        }

        return text.ToString();
    }

    private static string[] PlacesOf(GapRow row, WeightRange? range)
    {
        if (range is null)
            return ["", "", "", "", "", "", "", "", ""];
        var place = PositionWording.PlaceOf(row, range);
        return
        [
            Number(place.From), Number(place.To), Number(place.Of), Number(range.Plain),
            Number(range.Range.From), Number(range.Range.To), Number(range.Best), Number(range.Worst), range.Holds ? "yes" : "no",
        ];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
