using Dashboard.Core.Release;

namespace Dashboard.Web.Scoring.Together;

/// <summary>
/// What many open pages read after the same change is read once for all who have the same rights: a room full of planners costs hardly
/// more than one of them. It is read without the reader's name, so that nothing in it can depend on who they are.
/// </summary>
/// <param name="head">The number of the last entry of the audit that is known: what was read at it holds until there is another.</param>
internal sealed class SharedReadings(Func<long> head)
{
    private readonly Lock _turn = new();
    private readonly Dictionary<(string Rights, SheetKey Sheet, Type What), (long Head, Task Reading)> _latest = [];

    /// <summary>Reads it, or takes what somebody with the same rights has read, or is just reading, since the last change.</summary>
    public Task<T> ReadAsync<T>(Viewer viewer, SheetKey sheet, Func<Viewer, Task<T>> read)
    {
        lock (_turn)
        {
            var (now, what) = (head(), (viewer.RightsText, sheet, typeof(T)));
            if (_latest.TryGetValue(what, out var known) && known.Head >= now && known.Reading is { IsFaulted: false, IsCanceled: false })
                return (Task<T>)known.Reading;
            // Nobody asks for what was before any more.
            foreach (var old in _latest.Where(each => each.Value.Head < now).Select(each => each.Key).ToList())
                _latest.Remove(old);
            var reading = Task.Run(() => read(viewer with { Name = "" }));
            _latest[what] = (now, reading);
            return reading;
        }
    }
}
