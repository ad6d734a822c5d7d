namespace Dashboard.Web.Tests.Security.Guarded;

/// <summary>What is stored, as it is or as a reader must not be able to tell it from that.</summary>
/// <param name="Reader">The reader; null for what is stored.</param>
/// <param name="Drops">Whether what is hidden altogether is gone; else everything that the reader may not see says something else.</param>
public sealed record Variant(string? Reader = null, bool Drops = false)
{
    private const int Otherwise = 29;

    /// <summary>The assessments, each with the seed of its answers and the only answer that follows it.</summary>
    public IEnumerable<(Sheet Sheet, int Seed, string? Only)> Rows() => Reader is not { } reader
        ? Sheets.All.Select(sheet => (sheet, 0, (string?)null))
        : Sheets.All.Where(sheet => !Drops || !Sheets.IsHiddenAltogether(sheet, reader)).Select(sheet =>
            Drops ? (sheet, 0, null)
            : !sheet.SeenBy.Contains(reader) ? (IsTold(sheet, reader) ? sheet : Reclassified(sheet), Otherwise, null)
            : sheet.HasHigher ? (sheet, Otherwise, Sheet.Higher)
            : (sheet, 0, (string?)null));

    // How entries of their own nation's assessments are classified now, auditors are told.
    private static bool IsTold(Sheet sheet, string reader) => Everybody.All[reader] is { Roles: Core.Release.Roles.Auditor } auditor && auditor.Nation == sheet.Assessment.Assessor;

    // What is released to nobody does not tell how it is classified either.
    private static Sheet Reclassified(Sheet sheet) => sheet.Assessment.Marking.ReleasableTo.Length > 0 || sheet.Assessment.Assessor == "JPN"
        ? sheet
        : sheet with { Assessment = sheet.Assessment with { Marking = sheet.Assessment.Marking.Classified(sheet.Assessment.Marking.Classification == "secret" ? "unclassified" : "secret", null) } };
}
