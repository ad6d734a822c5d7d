using Dashboard.Core.Audit;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Audit;

public class AuditChainTests
{
    private static readonly AuditEntry[] Whole = Chain(6);

    private static AuditHead Head => HeadOf(Whole);

    private static AuditEntry[] Chain(int length, string subject = "JPN/2026/JPN/self-assessed/1/LAN-1")
    {
        var planner = new Viewer("Sato 佐藤", "JPN", "secret", Roles.Planner, []);
        var entries = new List<AuditEntry>();
        for (var i = 1; i <= length; i++)
            entries.Add(AuditEntry.Seal(entries.LastOrDefault()?.Hash ?? AuditEntry.Origin, i, new DateTime(2026, 5, i, 9, 0, 0, DateTimeKind.Utc).AddTicks(1234567),
                planner, new AuditFact("score-saved", subject, i == 1 ? null : new { Level = i - 1 }, new { Level = i }, new Guid(i, 0, 0, new byte[8]))));
        return [.. entries];
    }

    private static AuditHead HeadOf(AuditEntry[] entries) => new(entries[^1].Sequence, entries[^1].Hash);

    private static Task<AuditVerdict> Verify(IEnumerable<AuditEntry> entries, AuditHead? head = null) =>
        AuditChain.VerifyAsync(entries.ToAsyncEnumerable(), head ?? Head);

    private static AuditEntry[] With(int sequence, Func<AuditEntry, AuditEntry> change) =>
        [.. Whole.Select(e => e.Sequence == sequence ? change(e) : e)];

    private static byte[] ContentWith(AuditEntry entry, string from, string to) =>
        System.Text.Encoding.UTF8.GetBytes(entry.ContentText.Replace(from, to));

    [Fact]
    public async Task Verify_WholeChain_HasNoFault()
    {
        var verdict = await Verify(Whole);
        Assert.True(verdict.IsWhole);
        Assert.Equal((6, Head), (verdict.Entries, verdict.Head));
    }

    [Fact]
    public async Task Verify_EmptyChain_IsWhole() => Assert.True((await Verify([], AuditHead.Empty)).IsWhole);

    [Fact]
    public async Task Verify_HeadNotedEarlier_StillHolds() => Assert.True((await Verify(Whole, HeadOf(Whole[..3]))).IsWhole);

    [Fact]
    public async Task Verify_ChangedContent_NamesTheEntry()
    {
        var faults = (await Verify(With(3, e => e with { Content = ContentWith(e, "{\"level\":3}", "{\"level\":5}") }))).Faults;
        Assert.Equal(["Entry 3 is not what was written, or does not follow entry 2: its hash does not match."], faults);
    }

    [Fact]
    public async Task Verify_ChangedContentWithANewHash_BreaksTheEntryAfter()
    {
        var content = ContentWith(Whole[2], "{\"level\":3}", "{\"level\":5}");
        var hash = System.Security.Cryptography.SHA256.HashData([.. Whole[1].Hash, .. content]);
        var faults = (await Verify(With(3, e => e with { Content = content, Hash = hash }))).Faults;
        Assert.StartsWith("Entry 4 is not what was written", Assert.Single(faults));
    }

    public static TheoryData<string, Func<AuditEntry, AuditEntry>> Columns => new()
    {
        { "actor", e => e with { Actor = "Suzuki" } },
        { "nation", e => e with { Nation = "EST" } },
        { "action", e => e with { Action = "score-read" } },
        { "subject", e => e with { Subject = "EST" } },
        { "time", e => e with { At = e.At.AddSeconds(1) } },
        { "change", e => e with { ChangeId = null } },
    };

    [Theory, MemberData(nameof(Columns))]
    public async Task Verify_ChangedColumnBesideTheContent_NamesTheEntry(string column, Func<AuditEntry, AuditEntry> change)
    {
        var fault = Assert.Single((await Verify(With(4, change))).Faults);
        Assert.True(fault.StartsWith("Entry 4 (") && fault.EndsWith("does not say what its sealed content says."), column);
    }

    [Fact]
    public async Task Verify_ContentThatIsNoJson_NamesTheEntry()
    {
        var faults = (await Verify(With(4, e => e with { Content = [1, 2, 3] }))).Faults;
        Assert.Equal(2, faults.Length);
        Assert.All(faults, fault => Assert.StartsWith("Entry 4 ", fault));
    }

    [Fact]
    public async Task Verify_TamperedEverywhere_NamesTwentyAndNoMore()
    {
        var entries = Chain(28);
        Assert.Equal(20, (await Verify(entries.Select(e => e with { Actor = "Suzuki" }), HeadOf(entries))).Faults.Length);
    }
}
