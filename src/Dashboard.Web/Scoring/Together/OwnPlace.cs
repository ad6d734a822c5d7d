using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Dashboard.Web.Scoring.Together;

/// <summary>The place of one open page among those of others. While its connection is lost it is nowhere: nobody is kept waiting by a closed laptop.</summary>
internal sealed class OwnPlace(Presence presence) : CircuitHandler, IDisposable
{
    private Place? _place;

    /// <summary>Whether the page has a connection now.</summary>
    public bool IsConnected { get; private set; } = true;

    /// <summary>Who else is in the assessment that this page shows.</summary>
    public IReadOnlyList<Place> Others => _place is { } own ? presence.Beside(this, own.Assessment) : [];

    public void Go(Place place) => presence.Put(this, _place = place);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsConnected = false;
        presence.Put(this, null);
        return Task.CompletedTask;
    }

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        IsConnected = true;
        presence.Put(this, _place);
        return Task.CompletedTask;
    }

    public void Dispose() => presence.Put(this, null);
}
