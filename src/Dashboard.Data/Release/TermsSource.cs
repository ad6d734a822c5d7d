using Dashboard.Core.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Release;

/// <summary>The terms of release as they stand now: the ladder from configuration, the groups from the database, today's date.</summary>
public sealed class TermsSource(ClassificationLadder ladder, TimeProvider clock)
{
    public ClassificationLadder Ladder => ladder;

    public async Task<ReleaseTerms> OfAsync(DashboardContext context, CancellationToken cancel = default) => new(
        ladder,
        [.. await context.Groups.AsNoTracking().OrderBy(g => g.Code).ToListAsync(cancel)],
        DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
}
