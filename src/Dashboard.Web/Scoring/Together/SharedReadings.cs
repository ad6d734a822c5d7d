using Dashboard.Core.Release;

namespace Dashboard.Web.Scoring.Together;

/// <summary>
/// What many open pages read after the same change is read once for all who may read the same: a room full of planners of ten offices
/// costs hardly more than one of them. It is read without the reader's name and areas, so that nothing in it can depend on who they are.
/// </summary>
/// <param name="ends">
/// The numbers of the last entry of the audit that is known, and of the last one that is more than the saving of an answer: what was read
/// at the first holds until there is another.
/// </param>
/// <param name="clock">The time.</param>
internal sealed class SharedReadings(Func<(long Last, long BesidesAnswers)> ends, TimeProvider clock)
{
    /// <summary>How long a report may stand for a later one while planners go on answering: made of all countries, it is not made anew for each of their keys.</summary>
    public static readonly TimeSpan RecentFor = TimeSpan.FromSeconds(2);

    private readonly Lock _turn = new();
    private readonly Dictionary<(string Rights, SheetKey Sheet, Type What), (long Head, long At, Task Reading)> _latest = [];

    /// <summary>Reads it, or takes what somebody who may read the same has read, or is just reading, since the last change.</summary>
    public Task<T> ReadAsync<T>(Viewer viewer, SheetKey sheet, Func<Viewer, Task<T>> read) => Find(viewer, sheet, read, TimeSpan.Zero).Reading;

    /// <summary>Reads it, or takes what was read a moment ago, if nothing but answers was saved since: what was closed to somebody since is never taken.</summary>
    /// <returns>What was read, and whether nothing at all was changed since.</returns>
    public async Task<(T Read, bool IsCurrent)> ReadRecentAsync<T>(Viewer viewer, SheetKey sheet, Func<Viewer, Task<T>> read)
    {
        var (isCurrent, reading) = Find(viewer, sheet, read, RecentFor);
        return (await reading, isCurrent);
    }

    private (bool IsCurrent, Task<T> Reading) Find<T>(Viewer viewer, SheetKey sheet, Func<Viewer, Task<T>> read, TimeSpan age)
    {
        lock (_turn)
        {
            var ((last, besidesAnswers), reader) = (ends(), viewer.AsReader());
            var what = (reader.RightsText, sheet, typeof(T));
            if (_latest.TryGetValue(what, out var known) && known.Reading is { IsFaulted: false, IsCanceled: false }
                && (known.Head >= last || (known.Head >= besidesAnswers && clock.GetElapsedTime(known.At) < age)))
                return (known.Head >= last, (Task<T>)known.Reading);
            // Nobody asks for what was before any more.
            foreach (var old in _latest.Where(each => each.Value.Head < last && clock.GetElapsedTime(each.Value.At) >= RecentFor).Select(each => each.Key).ToList())
                _latest.Remove(old);
            var reading = Task.Run(() => read(reader));
            _latest[what] = (last, clock.GetTimestamp(), reading);
            return (true, reading);
        }
    }
}
