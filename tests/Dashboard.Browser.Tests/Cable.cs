using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Dashboard.Browser.Tests;

/// <summary>
/// The network between a browser and the server. Cut, it is as silent as a pulled cable: what is sent is gone, nothing comes, and nobody is
/// told. (A browser that is only switched offline keeps the connections that it has, and those of its circuit among them.)
/// </summary>
internal sealed class Cable : IAsyncDisposable
{
    private readonly TcpListener _end = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentDictionary<Wire, Task> _wires = [];
    private readonly Uri _server;
    private readonly Task _accepting;
    private volatile bool _isCut;

    /// <summary>To a server.</summary>
    public Cable(string server)
    {
        _server = new Uri(server);
        _end.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_end.LocalEndpoint).Port}";
        _accepting = AcceptAsync();
    }

    /// <summary>Its other end, for the browser.</summary>
    public string Address { get; }

    /// <summary>From now on nothing comes through.</summary>
    /// <param name="isTold">Whether both sides are told at once, as by a router that is still there.</param>
    public void Cut(bool isTold = false)
    {
        _isCut = true;
        foreach (var wire in _wires.Keys)
        {
            wire.IsLost = true;
            if (isTold)
                wire.Dispose();
        }
    }

    /// <summary>From now on connections can be made again; those of before are lost.</summary>
    public void Mend()
    {
        _isCut = false;
        foreach (var wire in _wires.Keys.Where(wire => wire.IsLost))
            wire.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _end.Stop();
        foreach (var wire in _wires.Keys)
            wire.Dispose();
        await _accepting;
        await Task.WhenAll(_wires.Values);
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var wire = new Wire(await _end.AcceptTcpClientAsync(_closing.Token)) { IsLost = _isCut };
                _wires[wire] = wire.CarryAsync(_server);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private sealed class Wire(TcpClient browser) : IDisposable
    {
        private readonly TcpClient _server = new();

        public bool IsLost { get; set; }

        public async Task CarryAsync(Uri to)
        {
            try
            {
                await _server.ConnectAsync(to.Host, to.Port);
                await Task.WhenAll(PumpAsync(browser.GetStream(), _server.GetStream()), PumpAsync(_server.GetStream(), browser.GetStream()));
            }
            catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // One of both sides has ended it.
                Dispose();
            }
        }

        public void Dispose()
        {
            browser.Dispose();
            _server.Dispose();
        }

        private async Task PumpAsync(NetworkStream from, NetworkStream to)
        {
            var buffer = new byte[16 * 1024];
            while (await from.ReadAsync(buffer) is > 0 and var read)
                if (!IsLost)
                    await to.WriteAsync(buffer.AsMemory(0, read));
            // That a side has gone is not heard on the other side of a cut either.
            if (!IsLost)
                Dispose();
        }
    }
}
