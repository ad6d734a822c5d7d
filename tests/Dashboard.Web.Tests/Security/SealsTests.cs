using Dashboard.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Security;

public sealed class SealsTests
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly EphemeralDataProtectionProvider _keys = new();

    [Fact]
    public void Seal_IsOpenedForItsPurpose_WithinItsTime()
    {
        var seals = new Seals(_keys, _time);
        var seal = seals.Seal("one", "what");
        Assert.Equal(new Opened<string>("what", _time.GetUtcNow()), seals.Open<string>("one", seal, Life));
        Assert.Null(seals.Open<string>("another", seal, Life));
        _time.Advance(Life - TimeSpan.FromTicks(1));
        Assert.NotNull(seals.Open<string>("one", seal, Life));
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(seals.Open<string>("one", seal, Life));
    }

    [Fact]
    public void Seal_TamperedWith_OrOfAnotherServer_IsNone()
    {
        var seals = new Seals(_keys, _time);
        var seal = seals.Seal("one", "what");
        foreach (var other in (string?[])[null, "", "nonsense", seal[..^1], seal[..20] + (seal[20] == 'A' ? 'B' : 'A') + seal[21..]])
            Assert.Null(seals.Open<string>("one", other, Life));
        Assert.Null(new Seals(new EphemeralDataProtectionProvider(), _time).Open<string>("one", seal, Life));
    }
}
