using System.Collections.Concurrent;
using Dashboard.Core.Audit;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Readiness;

/// <summary>
/// What was read stays known until something is changed that readings depend on, or the day ends. Data and answers, by who may read them
/// and what they ask; never pages. That something changed is asked of the audit each time, so that the command line's changes and another
/// node's are heard at once.
/// </summary>
public sealed class KnownReadings(IDbContextFactory<DashboardContext> contexts, TimeProvider clock)
{
    // A report on 250 countries keeps about a third of a megabyte.
    private const int Most = 200;

    // Asked of every page: what EF Core makes of it is made once.
    private readonly Func<DashboardContext, CancellationToken, Task<long>> _head =
        EF.CompileAsyncQuery((DashboardContext context, CancellationToken cancel) => context.AuditHeads.Select(h => h.Sequence).Single());

    private readonly Lock _turn = new();
    private Generation _now = new(Head: -1, Day: default);

    /// <summary>What is known now.</summary>
    internal async Task<Generation> NowAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await AsOfAsync(await _head(context, cancel), cancel);
    }

    /// <summary>What is known as of an entry of the audit, or of a later one: to be asked for once, and used for all that belongs together.</summary>
    internal async Task<Generation> AsOfAsync(long head, CancellationToken cancel)
    {
        var known = _now;
        var isChanged = head > known.Head && (known.Head < 0 || await IsChangedAsync(known.Head, head, cancel));
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (_turn)
        {
            // Whoever asked the audit later knows better.
            if (_now.Head > head)
                return _now;
            return _now = isChanged || _now.Day != today || _now.Count > Most ? new Generation(head, today) : _now with { Head = head };
        }
    }

    private async Task<bool> IsChangedAsync(long after, long until, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.AuditEntries.AsNoTracking().AnyAsync(e => e.Sequence > after && e.Sequence <= until && !AuditActions.LeaveReports.Contains(e.Action), cancel);
    }

    /// <summary>What is known as of an entry of the audit.</summary>
    /// <param name="Head">Number of the last entry that was looked at.</param>
    /// <param name="Day">The day of reading.</param>
    internal sealed record Generation(long Head, DateOnly Day)
    {
        private readonly ConcurrentDictionary<(Type What, object Asked), Lazy<Task>> _readings = [];

        public int Count => _readings.Count;

        /// <summary>Takes what is known, or reads it once for all who ask; what failed is read again.</summary>
        public async Task<T> GetAsync<T>(object asked, Func<Task<T>> read, CancellationToken cancel)
        {
            var key = (typeof(T), asked);
            var reading = _readings.GetOrAdd(key, _ => new Lazy<Task>(read));
            try
            {
                return await ((Task<T>)reading.Value).WaitAsync(cancel);
            }
            catch
            {
                if (reading.Value.IsFaulted || reading.Value.IsCanceled)
                    _readings.TryRemove(KeyValuePair.Create(key, reading));
                throw;
            }
        }
    }
}
