using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Audit;

/// <summary>A page of the audit.</summary>
/// <param name="Entries">The newest first.</param>
/// <param name="HasOlder">Whether there are entries before them.</param>
/// <param name="HasNewer">Whether there are entries after them.</param>
/// <param name="Marking">The marking of what they show.</param>
/// <param name="Installation">Whose audit it is.</param>
public sealed record AuditExcerpt(ImmutableArray<AuditReading> Entries, bool HasOlder, bool HasNewer, Marking Marking, Installation Installation);

/// <summary>What an export of the audit will hold: the chain only grows, so it is the same when it is read again.</summary>
/// <param name="Through">The number of the last entry that was there.</param>
/// <param name="Count">How many entries.</param>
/// <param name="Marking">The marking of all of them together.</param>
public sealed record AuditExtent(long Through, long Count, Marking Marking);

/// <summary>Reads the audit for auditors: every entry goes through Core's rule, in the order of the chain.</summary>
public sealed class AuditReader(IDbContextFactory<DashboardContext> contexts, TermsSource terms)
{
    /// <summary>Most entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The entries next to a place in the chain; it is found by number, however far back it is.</summary>
    /// <exception cref="InputException">The viewer reads no entries, or one of them cannot be read.</exception>
    public async Task<AuditExcerpt> PageAsync(Viewer viewer, AuditFilter filter, AuditPlace place, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var installation = await InstallationAsync(viewer, context, cancel);
        var home = installation.HomeNation;
        var matching = Matching(context, viewer, home, filter);
        var ascending = place.After is not null;
        var near = ascending ? matching.Where(e => e.Sequence > place.After).OrderBy(e => e.Sequence)
            : (place.Before is null ? matching : matching.Where(e => e.Sequence < place.Before)).OrderByDescending(e => e.Sequence);
        var rows = new List<AuditReading>();
        await foreach (var reading in Read(context, near.Take(PageSize + 1), viewer, home, cancel))
            rows.Add(reading);
        var hasMore = rows.Count > PageSize;
        if (hasMore)
            rows.RemoveAt(PageSize);
        if (ascending)
            rows.Reverse();
        var highest = rows.Aggregate(terms.Ladder.Lowest, (so, entry) => AuditRule.Higher(terms.Ladder, so, entry));
        return new AuditExcerpt(
            [.. rows],
            HasOlder: ascending ? await matching.AnyAsync(e => e.Sequence <= place.After, cancel) : hasMore,
            HasNewer: ascending ? hasMore : place.Before is not null && await matching.AnyAsync(e => e.Sequence >= place.Before, cancel),
            AuditRule.MarkingOf(viewer, highest), installation);
    }

    /// <summary>How far an export of the entries reaches now, and how it is marked; reads them once, in constant memory.</summary>
    /// <exception cref="InputException">The viewer reads no entries, or one of them cannot be read.</exception>
    public async Task<AuditExtent> ExtentAsync(Viewer viewer, AuditFilter filter, long after, CancellationToken cancel = default)
    {
        var (through, count, highest) = (0L, 0L, terms.Ladder.Lowest);
        await using (var context = await contexts.CreateDbContextAsync(cancel))
            through = await context.AuditEntries.MaxAsync(e => (long?)e.Sequence, cancel) ?? 0;
        await foreach (var entry in ListAsync(viewer, filter, after, through, cancel))
            (count, highest) = (count + 1, AuditRule.Higher(terms.Ladder, highest, entry));
        return new AuditExtent(through, count, AuditRule.MarkingOf(viewer, highest));
    }

    /// <summary>Entries by ascending number, in constant memory.</summary>
    /// <param name="viewer">The auditor.</param>
    /// <param name="filter">Which.</param>
    /// <param name="after">Only entries with a higher number.</param>
    /// <param name="through">The number of the last entry; null for the newest.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">The viewer reads no entries, or one of them cannot be read.</exception>
    public async IAsyncEnumerable<AuditReading> ListAsync(
        Viewer viewer, AuditFilter filter, long after, long? through, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var home = (await InstallationAsync(viewer, context, cancel)).HomeNation;
        var wanted = Matching(context, viewer, home, filter).Where(e => e.Sequence > after && (through == null || e.Sequence <= through)).OrderBy(e => e.Sequence);
        await foreach (var reading in Read(context, wanted, viewer, home, cancel))
            yield return reading;
    }

    private static async Task<Installation> InstallationAsync(Viewer viewer, DashboardContext context, CancellationToken cancel) =>
        AuditRule.MayRead(viewer)
            ? await context.Installations.AsNoTracking().SingleAsync(cancel)
            : throw InputException.Of("MayNotReadEntries", viewer.Name);

    private static IQueryable<AuditEntry> Matching(DashboardContext context, Viewer viewer, string home, AuditFilter filter)
    {
        var entries = context.AuditEntries.AsNoTracking();
        foreach (var nation in new[] { AuditRule.OnlyNation(viewer, home), filter.Nation }.OfType<string>())
            entries = entries.Where(e => e.Nation == nation);
        if (filter.Action is { } action)
            entries = entries.Where(e => e.Action == action);
        if (filter.Actor is { } actor)
            entries = entries.Where(e => EF.Functions.Like(e.Actor, Holding(actor), Escape));
        if (filter.Subject is { } subject)
            entries = entries.Where(e => EF.Functions.Like(e.Subject, Holding(subject), Escape));
        if (filter.From is { } from)
            entries = entries.Where(e => e.At >= Start(from));
        return filter.To is { } to && to < DateOnly.MaxValue ? entries.Where(e => e.At < Start(to.AddDays(1))) : entries;
    }

    private const string Escape = "\\";

    private static string Holding(string text)
    {
        foreach (var special in (string[])[Escape, "%", "_", "["])
            text = text.Replace(special, Escape + special, StringComparison.Ordinal);
        return $"%{text}%";
    }

    private static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private async IAsyncEnumerable<AuditReading> Read(
        DashboardContext context, IQueryable<AuditEntry> query, Viewer viewer, string home, [EnumeratorCancellation] CancellationToken cancel)
    {
        var present = await PresentClassifications.ReadAsync(context, terms.Ladder, cancel);
        var release = await terms.OfAsync(context, cancel);
        await using var entries = query.AsAsyncEnumerable().GetAsyncEnumerator(cancel);
        while (await NextAsync(entries))
            if (AuditRule.Read(viewer, home, release, entries.Current, present.Of(entries.Current.Subject)) is { } reading)
                yield return reading;
    }

    // A column that holds no value of its kind: the verification names the entry.
    private static async Task<bool> NextAsync(IAsyncEnumerator<AuditEntry> entries)
    {
        try
        {
            return await entries.MoveNextAsync();
        }
        catch (Exception fault) when (AuditStore.IsUnreadable(fault))
        {
            throw InputException.Of("AuditUnreadable");
        }
    }
}
