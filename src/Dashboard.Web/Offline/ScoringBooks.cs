using System.Collections.Immutable;
using Dashboard.Core.Release;
using Dashboard.Exports.Scoring;
using Dashboard.Web.Scoring;

namespace Dashboard.Web.Offline;

/// <summary>The scoring workbook of a sheet that somebody works on.</summary>
internal static class ScoringBooks
{
    /// <summary>Codes of the areas that whoever works on the sheet may answer now.</summary>
    public static ImmutableArray<string> OwnAreas(WorkingSheet sheet) =>
        sheet.IsOpen ? [.. sheet.Report.Framework.Areas.Select(area => area.Code).Where(area => sheet.Viewer.MayScore(sheet.Assessment, area))] : [];

    /// <param name="sheet">The sheet.</param>
    /// <param name="marking">The marking of its answers.</param>
    /// <param name="whole">Whether the areas of others go along, to be read.</param>
    public static ScoringBook Of(WorkingSheet sheet, Marking marking, bool whole)
    {
        var own = OwnAreas(sheet);
        return new ScoringBook(sheet.Opened, sheet.Report.Framework, sheet.Report.Cycle, marking, whole ? [.. sheet.Report.Framework.Areas.Select(area => area.Code)] : own, own, sheet.Report.IsDemonstration);
    }
}
