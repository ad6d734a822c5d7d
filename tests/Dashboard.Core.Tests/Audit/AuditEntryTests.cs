using Dashboard.Core.Audit;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Audit;

public class AuditEntryTests
{
    private static readonly DateTime At = new(2026, 5, 1, 9, 30, 0, DateTimeKind.Utc);

    private static AuditEntry Sealed(DateTime? at = null, byte[]? previous = null) => AuditEntry.Seal(
        previous ?? AuditEntry.Origin, 1, at ?? At, new Viewer("佐藤", "JPN", "secret", Roles.Planner, []),
        new AuditFact("score-saved", "LAN-1", null, new { Level = 3 }));

    [Fact]
    public void Seal_ContentIsReadableJsonOfEverything() => Assert.Equal(
        """{"sequence":1,"at":"2026-05-01T09:30:00Z","actor":"佐藤","nation":"JPN","action":"score-saved","subject":"LAN-1","changeId":null,"before":null,"after":{"level":3}}""",
        Sealed().ContentText);

    [Fact]
    public void Seal_KeepsTheTimeToTheMicrosecond() => Assert.Equal(At.AddTicks(120), Sealed(At.AddTicks(129)).At);

    [Fact]
    public void Seal_AnotherEntryBefore_GivesAnotherHash() => Assert.NotEqual(Sealed().Hash, Sealed(previous: Sealed().Hash).Hash);

    [Fact]
    public void Origin_IsThirtyTwoZeroBytes_AndNobodyCanChangeIt()
    {
        AuditEntry.Origin[0] = 1;
        Assert.Equal(new byte[32], AuditEntry.Origin);
        Assert.Equal(new string('0', 64), AuditHead.Empty.HashText);
    }
}
