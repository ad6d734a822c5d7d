using Dashboard.Core.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Browser.Tests;

/// <summary>What the database holds of one assessment, read beside the server, which may be dead.</summary>
/// <param name="Scores">The answers by indicator.</param>
/// <param name="Changes">What the audit says was saved of each, in order: the number of the change and who made it.</param>
internal sealed record Stored(IReadOnlyDictionary<string, Score> Scores, ILookup<string, (Guid Change, string By)> Changes)
{
    public static async Task<Stored> OfAsync(IDbContextFactory<DashboardContext> contexts, string country)
    {
        await using var context = await contexts.CreateDbContextAsync();
        var cycle = await context.Cycles.OrderByDescending(c => c.AsOf).Select(c => c.Code).FirstAsync();
        var id = (await context.Assessments.Where(a => a.Country == country && a.Cycle == cycle && a.Assessor == "JPN").OrderBy(a => a.Revision).LastAsync()).Id;
        var scores = await context.Scores.AsNoTracking().Where(s => s.AssessmentId == id).ToDictionaryAsync(s => s.Indicator);
        var entries = await context.AuditEntries.AsNoTracking().Where(e => e.Action == "score-saved" && e.ChangeId != null).OrderBy(e => e.Sequence).ToListAsync();
        return new Stored(scores, entries.Where(e => e.Subject.StartsWith($"{country}/{cycle}/", StringComparison.Ordinal))
            .ToLookup(e => e.Subject[(e.Subject.LastIndexOf('/') + 1)..], e => (e.ChangeId!.Value, e.Actor)));
    }
}
