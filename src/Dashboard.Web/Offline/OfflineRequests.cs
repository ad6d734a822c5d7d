using System.Globalization;
using System.Security.Claims;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Exports.Briefings;
using Dashboard.Exports.Scoring;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Scoring;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Offline;

/// <summary>An assessment as a workbook to score in without a connection, recorded before it leaves.</summary>
internal static class OfflineRequests
{
    public static void MapScoringBooks(this WebApplication app) =>
        app.MapGet("/scoring/{subject}/workbook.xlsx", async (string subject, [AsParameters] Asked asked, [AsParameters] Sources from, ClaimsPrincipal user) =>
        {
            if (await from.Viewers.ViewerAsync(user) is not { } viewer)
                return Results.LocalRedirect(Urls.SignIn);
            var address = SheetAddress.Of(viewer, await from.Catalog.CyclesAsync(), subject, asked.Cycle, asked.Basis);
            if (!viewer.WorksOnAssessments || await from.Desk.OpenAsync(() => from.Viewers.ViewerAsync(user), address.Key) is not { } sheet)
                throw new InputException(Words.Get("Scoring.NotBegun", ScoringText.Country(viewer.Nation), ScoringText.Country(address.Country), address.Cycle));
            var book = ScoringBooks.Of(sheet, await from.Assessments.MarkingOfAsync(viewer, sheet.Opened), asked.Areas != "own");
            if (book.Own.IsEmpty)
                throw new InputException(Words.Get(sheet.IsOpen ? "Offline.NotYours" : "Offline.Closed"));
            var name = ScoringWorkbook.FileName(book);
            return await from.Exports.GiveAsync(viewer, AuditFact.Exported($"scoring/{book.Name}", "xlsx", book.Marking, name), _ =>
                Results.File(ScoringWorkbook.Write(book, CultureInfo.CurrentUICulture), BriefingWorkbook.ContentType, name));
        }).RequireRateLimiting(RateLimits.Exports);

    /// <summary>Which assessment, and whether only the own areas.</summary>
    private sealed record Asked(string? Cycle, string? Basis, string? Areas);

    private sealed record Sources(ScoringDesk Desk, CatalogStore Catalog, AssessmentStore Assessments, RecordedExports Exports, ViewerSource Viewers);
}
