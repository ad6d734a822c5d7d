using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Dashboard.Benchmarks.Hosting;

/// <summary>The server's own clock: how long it worked on each request, by the route, in milliseconds and in order.</summary>
internal sealed class RequestTimes : IDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> _byRoute = new();
    private readonly MeterListener _listener = new();

    public RequestTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "http.server.request.duration")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            foreach (var (name, value) in tags)
                if (name == "http.route" && value is string route)
                    _byRoute.GetOrAdd(route, _ => []).Enqueue(seconds * 1000);
        });
        _listener.Start();
    }

    public IEnumerable<double> Of(string route) => _byRoute.TryGetValue(route, out var times) ? times : [];

    public void Dispose() => _listener.Dispose();
}
