using System.Collections.Concurrent;
using Dashboard.Data.Accounts;
using Microsoft.Extensions.Logging;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>What the program's log holds of signing in, by the way that it logs at an operator's.</summary>
public sealed class LogTests
{
    [Fact]
    public async Task Log_HoldsNeitherPasswordNorCodeNorCookie()
    {
        await using var server = new RealServer();
        await server.InitializeAsync();
        var log = new Everything();
        server.Get<ILoggerFactory>().AddProvider(log);
        var secrets = new List<string> { RealServer.Secret, "a guessed password" };

        // By a link, with codes, wrong and right, and by what is refused and so noted.
        using var client = await server.ClientAsync();
        var issued = await server.Get<AccountStore>().InviteAsync(RealServer.Operator, RealServer.Hanako);
        secrets.Add(issued.Code);
        await client.GetAsync(RealServer.Address(issued));
        await client.PostAsync(RealServer.Address(issued), new FormUrlEncodedContent([new("password", RealServer.Secret)]));
        var joined = await Server.SendFormAsync(client, RealServer.Address(issued), ("password", RealServer.Secret), ("again", RealServer.Secret));
        var cookie = joined.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0]["session=".Length..];
        secrets.Add(cookie);
        await client.GetAsync(RealServer.Address(issued));
        secrets.AddRange(await server.SetUpCodesAsync(RealServer.Hanako, await server.SessionAsync(RealServer.Hanako)));
        secrets.Add(server.KeyOf(RealServer.Hanako));
        await client.GetAsync("/people");
        await client.GetAsync("/releases");
        using var another = await server.ClientAsync();
        await RealServer.SignInAsync(another, password: "a guessed password");
        var second = (await RealServer.SignInAsync(another)).Headers.Location!.PathAndQuery;
        await Server.SendFormAsync(another, second, ("code", "999999"));
        await Server.SendFormAsync(another, second, ("code", secrets[5]));

        Assert.Contains(log.Said, line => line.Contains("Refused Hanako Aoki: GET /people", StringComparison.Ordinal));
        Assert.Contains(log.Said, line => line.Contains("the token of its form is missing", StringComparison.Ordinal));
        Assert.All(secrets, secret => Assert.DoesNotContain(log.Said, line => line.Contains(secret, StringComparison.Ordinal) || line.Contains(Uri.EscapeDataString(secret), StringComparison.Ordinal)));
    }

    // With everything that comes along: the state's values, the scopes, the fault.
    private sealed class Everything : ILoggerProvider, ILogger, ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ConcurrentQueue<string> Said { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            Said.Enqueue($"{formatter(state, exception)} {exception}");
            _scopes?.ForEachScope((scope, said) => said.Enqueue($"{scope}"), Said);
        }

        public void Dispose() => GC.SuppressFinalize(this);
    }
}
