using System.Collections.Concurrent;
using System.Security.Claims;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Dashboard.Web.Security;

/// <summary>How many working pages each person has open; a page that lost its connection counts until it is given up.</summary>
internal sealed class CircuitCount(Limits limits)
{
    private readonly ConcurrentDictionary<string, int> _open = new(StringComparer.Ordinal);

    /// <summary>Leads to an explanation instead of a page that could not be worked on.</summary>
    public Task Explain(HttpContext context, RequestDelegate next)
    {
        if (!WorkingPages.IsWorking(context.GetEndpoint()) || HasRoom(context.User))
            return next(context);
        context.Response.Redirect(Urls.TooManyPages);
        return Task.CompletedTask;
    }

    public int Enter(string key) => _open.AddOrUpdate(key, 1, (_, n) => n + 1);

    public void Leave(string key) => _open.AddOrUpdate(key, 0, (_, n) => n - 1);

    public static string KeyOf(ClaimsPrincipal person) => person.Identity?.Name ?? "";

    public bool IsOver(int open) => open > limits.CircuitsPerPerson;

    private bool HasRoom(ClaimsPrincipal person) => _open.GetValueOrDefault(KeyOf(person)) < limits.CircuitsPerPerson;
}

/// <summary>Counts the circuit it belongs to. The page says beforehand that there are too many; this refuses who asks past the page.</summary>
internal sealed class CountedCircuit(CircuitCount count, AuthenticationStateProvider signedIn) : CircuitHandler
{
    private string? _key;

    public override async Task OnCircuitOpenedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _key = CircuitCount.KeyOf((await signedIn.GetAuthenticationStateAsync()).User);
        if (count.IsOver(count.Enter(_key)))
            throw new InvalidOperationException("Too many working pages are open.");
    }

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (_key is not null)
            count.Leave(_key);
        return Task.CompletedTask;
    }
}
