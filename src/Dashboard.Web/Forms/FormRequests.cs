using System.Globalization;
using System.Security.Claims;
using Dashboard.Core.Forms;
using Dashboard.Core.Readiness;
using Dashboard.Data.Forms;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Briefings;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Audit;
using Dashboard.Web.Reading;
using Dashboard.Web.Security;

namespace Dashboard.Web.Forms;

/// <summary>The same report as the gaps page's, in a form of an alliance's own, recorded before it leaves.</summary>
internal static class FormRequests
{
    public static void MapForms(this WebApplication app) =>
        app.MapGet("/forms/{code}/{subject}.xlsx", (string code, string subject, [AsParameters] GapQuery query, [AsParameters] Sources from, ClaimsPrincipal user) =>
        {
            var request = query.Of(subject);
            return from.Exports.GiveAsync(from.Viewers.ViewerAsync(user),
                async viewer => new Told(await from.Store.OpenAsync(viewer, code), await from.Reports.ReadAsync(viewer, request)),
                told => ReportFile.Exported(FormTemplate.Kind(told.Form.Code), told.Report, "xlsx"),
                (told, _) => Results.File(FormTemplate.Fill(told.Form.File, told.Report, CultureInfo.CurrentUICulture), BriefingWorkbook.ContentType, FormTemplate.FileName(told.Form.Code, told.Report)));
        }).RequireRateLimiting(RateLimits.Exports);

    private sealed record Told(Form Form, GapReport Report);

    private sealed record Sources(FormStore Store, ReportReader Reports, RecordedExports Exports, ViewerSource Viewers);
}
