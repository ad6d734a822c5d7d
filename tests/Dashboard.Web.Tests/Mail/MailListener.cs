using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dashboard.Web.Tests.Mail;

/// <summary>A small mail server on this machine that keeps what it is given: as much of SMTP as a sender without encryption speaks.</summary>
internal sealed class MailListener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _messages = [];
    private readonly Task _serving;

    public MailListener()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>An address that is refused.</summary>
    public string? Refused { get; set; }

    /// <summary>Envelope and text of each mail, oldest first.</summary>
    public IReadOnlyList<string> Messages => _messages;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await TalkAsync(client.GetStream());
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException or IOException)
        {
            // Nobody is served any more.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        var envelope = new StringBuilder();
        await writer.WriteLineAsync("220 tests");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("DATA", StringComparison.Ordinal))
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    envelope.AppendLine(text);
                _messages.Add(envelope.ToString());
                envelope.Clear();
            }
            else if (Refused is not null && line.Contains(Refused, StringComparison.Ordinal))
            {
                envelope.Clear();
                await writer.WriteLineAsync("550 nobody of this name");
                continue;
            }
            else if (line.StartsWith("RCPT", StringComparison.Ordinal))
            {
                envelope.AppendLine(line);
            }

            await writer.WriteLineAsync(line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
        }
    }
}
