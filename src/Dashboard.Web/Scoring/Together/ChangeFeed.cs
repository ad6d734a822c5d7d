using System.Collections.Concurrent;
using Dashboard.Data.Audit;

namespace Dashboard.Web.Scoring.Together;

/// <summary>
/// Tells open pages that something they show was changed, by whomever and wherever: one reader of the audit's end for all of them, a few
/// times a second and at once after a save of this server's own. While no page is open it reads nothing.
/// </summary>
internal sealed partial class ChangeFeed(ChangeTail tail, TimeProvider clock, ILogger<ChangeFeed> log) : BackgroundService
{
    /// <summary>How long a change made elsewhere waits at most until it is looked for.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<Listener, bool> _listeners = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private TaskCompletionSource _poked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _seen, _besidesAnswers;
    private SharedReadings? _readings;

    /// <summary>What those who listen read at what they have heard last.</summary>
    public SharedReadings Readings => LazyInitializer.EnsureInitialized(ref _readings, () => new SharedReadings(() => (Volatile.Read(ref _seen), BesidesAnswers), clock));

    /// <summary>The audit's number of the last change that was no answer, as far as it was read.</summary>
    public long BesidesAnswers => Volatile.Read(ref _besidesAnswers);

    /// <summary>From when this returns, no change is missed.</summary>
    /// <param name="subjects">How the audit's names of what is listened to begin.</param>
    /// <param name="changed">Called after each change, several of them at once; it must come back soon and throw nothing.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<IDisposable> ListenAsync(IReadOnlyList<string> subjects, Action changed, CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_listeners.IsEmpty)
                _seen = _besidesAnswers = await tail.HeadAsync(cancel);
            var listener = new Listener(this, subjects, changed);
            _listeners[listener] = true;
            return listener;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Something was changed here: it is looked for at once.</summary>
    public void Poke() => _poked.TrySetResult();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Whichever comes first; that the server ends is asked by the loop.
            await Task.WhenAny(_poked.Task, Task.Delay(Interval, clock, stoppingToken));
            _poked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                // The database may be back at the next look; what was changed meanwhile is then found.
                LogNotRead(fault);
            }
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            if (_listeners.IsEmpty)
                return;
            var changes = await tail.SinceAsync(_seen, cancel);
            // In this order: who reads the new end finds with it what came before it that was no answer.
            Volatile.Write(ref _besidesAnswers, changes.BesidesAnswers ?? _besidesAnswers);
            Volatile.Write(ref _seen, changes.Head);
            foreach (var listener in _listeners.Keys.Where(l => changes.Subjects.Any(l.Hears)))
                listener.Changed();
        }
        finally
        {
            _turn.Release();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The end of the audit could not be read: open pages learn of changes later")]
    private partial void LogNotRead(Exception fault);

    private sealed class Listener(ChangeFeed feed, IReadOnlyList<string> subjects, Action changed) : IDisposable
    {
        public bool Hears(string changed) => subjects.Any(subject => changed.StartsWith(subject, StringComparison.Ordinal));

        public Action Changed => changed;

        public void Dispose() => feed._listeners.TryRemove(this, out _);
    }
}
