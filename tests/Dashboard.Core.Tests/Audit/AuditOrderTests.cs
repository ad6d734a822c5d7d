using Dashboard.Core.Audit;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Audit;

public class AuditOrderTests
{
    private static readonly AuditEntry[] Whole = Chain("2026");

    private static readonly AuditHead Head = new(6, Whole[^1].Hash);

    private static AuditEntry[] Chain(string subject)
    {
        var entries = new List<AuditEntry>();
        for (var i = 1; i <= 6; i++)
            entries.Add(AuditEntry.Seal(entries.LastOrDefault()?.Hash ?? AuditEntry.Origin, i, new DateTime(2026, 5, i),
                Viewer.Reader("JPN", "secret"), new AuditFact("cycle-added", subject, null, i)));
        return [.. entries];
    }

    private static async Task<IEnumerable<string>> Faults(IEnumerable<AuditEntry> entries, AuditHead? head = null, AuditHead? noted = null) =>
        (await AuditChain.VerifyAsync(entries.ToAsyncEnumerable(), head ?? Head, noted)).Faults;

    [Fact]
    public async Task Verify_DeletedInTheMiddle_IsMissing() =>
        Assert.Equal(["Entry 3 is missing."], await Faults([.. Whole[..2], .. Whole[3..]]));

    [Fact]
    public async Task Verify_SeveralDeleted_AreMissing() =>
        Assert.Equal(["Entries 3 to 4 are missing."], await Faults([.. Whole[..2], .. Whole[4..]]));

    [Fact]
    public async Task Verify_FirstDeleted_IsMissing() => Assert.Equal(["Entry 1 is missing."], await Faults(Whole[1..]));

    [Fact]
    public async Task Verify_DeletedAndRenumbered_NamesEveryEntryAfter()
    {
        var faults = await Faults([.. Whole[..2], .. Whole[3..].Select(e => e with { Sequence = e.Sequence - 1 })]);
        Assert.Contains(faults, fault => fault.StartsWith("Entry 3 is not what was written", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Entry 3 (cycle-added, 2026) does not say", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("The chain ends at entry 5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_SwappedInOrder_NamesTheMovedEntry() => Assert.Equal(
        ["Entry 3 is missing.", "Entry 3 stands behind entry 4: it was moved or put in."],
        await Faults([.. Whole[..2], Whole[3], Whole[2], .. Whole[4..]]));

    [Fact]
    public async Task Verify_SwappedWithTheirNumbers_NamesBoth()
    {
        var faults = await Faults([.. Whole[..2], Whole[3] with { Sequence = 3 }, Whole[2] with { Sequence = 4 }, .. Whole[4..]]);
        Assert.Contains(faults, fault => fault.StartsWith("Entry 3 is not what was written", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Entry 4 is not what was written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_PutInTwice_NamesTheSecond() => Assert.Equal(
        ["Entry 3 stands behind entry 3: it was moved or put in."], await Faults([.. Whole[..3], Whole[2], .. Whole[3..]]));

    [Fact]
    public async Task Verify_PutInAndRenumbered_BreaksFromThere()
    {
        var forged = AuditEntry.Seal(Whole[2].Hash, 4, new DateTime(2026, 5, 4), Viewer.Reader("JPN", "secret"), new AuditFact("cycle-added", "2027", null, 4));
        var faults = await Faults([.. Whole[..3], forged, .. Whole[3..].Select(e => e with { Sequence = e.Sequence + 1 })]);
        Assert.Contains(faults, fault => fault.StartsWith("Entry 5 is not what was written", StringComparison.Ordinal));
        Assert.Contains("Entry 6 is not the one whose hash was noted as head.", faults);
    }

    [Fact]
    public async Task Verify_CutTail_SaysWhereTheChainEnds() => Assert.Equal(
        ["The chain ends at entry 4, but its head was noted at entry 6: entries after 4 are missing."], await Faults(Whole[..4]));

    [Fact]
    public async Task Verify_EverythingDeleted_SaysSo() =>
        Assert.StartsWith("The chain ends at entry 0, but its head was noted at entry 6", Assert.Single(await Faults([])));

    [Fact]
    public async Task Verify_WrongNotedHash_IsFound() => Assert.Equal(
        ["Entry 6 is not the one whose hash was noted as head."], await Faults(Whole, new AuditHead(6, Whole[0].Hash)));

    [Fact]
    public async Task Verify_WholeChainWrittenAnew_IsFoundByTheNotedHead() => Assert.Equal(
        ["Entry 6 is not the one whose hash was noted as head."], await Faults(Chain("2027")));

    [Fact]
    public async Task Verify_HeadOfAnEmptyChainWithAHash_IsFound() =>
        Assert.NotEmpty(await Faults(Whole, new AuditHead(0, Whole[0].Hash)));

    [Fact]
    public async Task Verify_TailCutAndWrittenAnew_IsFoundByTheHeadNotedOutsideAlone()
    {
        AuditEntry[] rebuilt = [.. Whole[..4]];
        foreach (var sequence in (int[])[5, 6])
            rebuilt = [.. rebuilt, AuditEntry.Seal(rebuilt[^1].Hash, sequence, new DateTime(2026, 5, sequence), Viewer.Reader("JPN", "secret"), new AuditFact("cycle-added", "2027", null, sequence))];
        var head = new AuditHead(6, rebuilt[^1].Hash);
        Assert.Empty(await Faults(rebuilt, head));
        Assert.Empty(await Faults(rebuilt, head, new AuditHead(4, Whole[3].Hash)));
        Assert.Equal(["Entry 5 is not the one that was noted outside: the chain was written anew there or before."], await Faults(rebuilt, head, new AuditHead(5, Whole[4].Hash)));
    }

    [Fact]
    public async Task Verify_TailCutWithItsHead_IsFoundByTheHeadNotedOutsideAlone()
    {
        var head = new AuditHead(4, Whole[3].Hash);
        Assert.Empty(await Faults(Whole[..4], head));
        Assert.Equal(["The chain ends at entry 4, but entry 6 was noted outside: entries after 4 are missing."], await Faults(Whole[..4], head, Head));
    }

    [Fact]
    public async Task Verify_NotedStartOfTheChain_HoldsOnlyWithItsHash()
    {
        Assert.Empty(await Faults(Whole, noted: AuditHead.Empty));
        Assert.Equal(["The noted head (entry 0) is not in the chain."], await Faults(Whole, noted: new AuditHead(0, Whole[0].Hash)));
    }
}
