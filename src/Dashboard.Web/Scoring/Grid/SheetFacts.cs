using System.Globalization;
using System.Text.Json;
using Dashboard.Core.Wording;
using Dashboard.Web.Scoring.Together;

namespace Dashboard.Web.Scoring.Grid;

/// <summary>What the page's script shows of a sheet: facts of what is stored, in words of the reader. What the planner types is the script's.</summary>
/// <param name="Assessment">Number of the assessment.</param>
/// <param name="Rows">The indicators, in framework order; of a later message only those that have changed.</param>
/// <param name="Areas">The areas and the total; of a later message only those that have changed.</param>
/// <param name="People">Who else has the assessment open.</param>
/// <param name="IsOwed">Whether answers were saved since the figures of the areas were made.</param>
internal sealed record SheetFacts(int Assessment, IReadOnlyList<RowFacts> Rows, IReadOnlyList<AreaFacts> Areas, IReadOnlyList<Place> People, bool IsOwed)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static SheetFacts Of(WorkingSheet sheet, IReadOnlyList<Place> people)
    {
        var wording = new GapWording(sheet.Report, CultureInfo.CurrentUICulture);
        return new SheetFacts(
            sheet.Assessment.Id,
            [.. sheet.Rows.Select(row => RowFacts.Of(sheet, row, wording))],
            [.. sheet.Report.Areas.OrderBy(area => area.Order).Append(sheet.Report.Total).Select(row => AreaFacts.Of(sheet, row, wording))],
            people,
            sheet.OwesReport);
    }

    /// <summary>What of it is not as it was sent before.</summary>
    public SheetFacts Since(SheetFacts before) => this with
    {
        Rows = [.. Rows.Where((row, i) => row != before.Rows[i])],
        Areas = [.. Areas.Where((area, i) => !area.IsAs(before.Areas[i]))],
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);
}
