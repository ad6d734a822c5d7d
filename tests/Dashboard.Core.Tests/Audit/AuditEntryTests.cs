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
    public void Seal_AClassification_StandsLast_AndIsSealedToo()
    {
        var entry = AuditEntry.Seal(AuditEntry.Origin, 1, At, new Viewer("佐藤", "JPN", "secret", Roles.Planner, []), new AuditFact("score-saved", "LAN-1", null, new { Level = 3 }, Classification: "restricted"));
        Assert.EndsWith(""","before":null,"after":{"level":3},"classification":"restricted"}""", entry.ContentText);
        Assert.NotEqual(Sealed().Hash, entry.Hash);
    }

    // Sealed by the version before entries said how they are classified; the hash was computed elsewhere.
    [Fact]
    public async Task Entry_OfAnEarlierVersion_StillVerifies()
    {
        const string content = """{"sequence":1,"at":"2026-05-01T09:30:00Z","actor":"佐藤","nation":"JPN","action":"score-saved","subject":"JPN/2026/JPN/self-assessed/1/LAN-1","changeId":null,"before":null,"after":{"state":"scored","level":3}}""";
        var old = new AuditEntry
        {
            Sequence = 1, At = At, Actor = "佐藤", Nation = "JPN", Action = "score-saved", Subject = "JPN/2026/JPN/self-assessed/1/LAN-1",
            Content = System.Text.Encoding.UTF8.GetBytes(content),
            Hash = Convert.FromHexString("e28befe3550d653a1ce0a2407888878e385363921ac0f94774052e2f854c5960"),
        };
        var newer = AuditEntry.Seal(old.Hash, 2, At, Viewer.Reader("JPN", "secret"), new AuditFact("score-saved", old.Subject, null, 4, Classification: "secret"));
        Assert.Empty((await AuditChain.VerifyAsync(new[] { old, newer }.ToAsyncEnumerable(), new AuditHead(2, newer.Hash))).Faults);
    }

    [Fact]
    public void Exported_SaysWhatLeft_AndHoldsNothingClassified()
    {
        var fact = AuditFact.Exported("gaps/JPN/NATO/median/2026", "csv", new Marking("restricted", ["JPN"]), "gaps-RESTRICTED.csv");
        Assert.EndsWith(""","action":"exported","subject":"gaps/JPN/NATO/median/2026","changeId":null,"before":null,"after":{"format":"csv","marking":"RESTRICTED · REL TO JPN","file":"gaps-RESTRICTED.csv"}}""",
            AuditEntry.Seal(AuditEntry.Origin, 1, At, Viewer.Reader("JPN", "secret"), fact).ContentText);
    }

    [Fact]
    public void Origin_IsThirtyTwoZeroBytes_AndNobodyCanChangeIt()
    {
        AuditEntry.Origin[0] = 1;
        Assert.Equal(new byte[32], AuditEntry.Origin);
        Assert.Equal(new string('0', 64), AuditHead.Empty.HashText);
    }
}
