using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Audit;

public abstract class AuditReaderTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Auditor = new("Ono", "JPN", "secret", Roles.Auditor, []);

    private AuditReader Reader => Get<AuditReader>();

    // Entries 1 and 2 are the set-up and the cycle.
    private async Task RecordAsync(params (string Actor, string Nation, string Action, string Subject)[] entries)
    {
        foreach (var (actor, nation, action, subject) in entries)
        {
            await Get<AuditedWrites>().RecordAsync(new Viewer(actor, nation, "secret", Roles.Planner, []), new AuditFact(action, subject, null, new { Level = 3 }));
            Clock.Advance(TimeSpan.FromHours(12));
        }
    }

    private async Task<IEnumerable<long>> FoundAsync(AuditFilter filter, Viewer? auditor = null) =>
        (await Reader.PageAsync(auditor ?? Auditor, filter, new AuditPlace())).Entries.Select(e => e.Sequence);

    [Fact]
    public async Task Record_AppendsOneEntry_AndGivesTheHeadWithIt()
    {
        var head = await Get<AuditedWrites>().RecordAsync(Auditor, AuditFact.Exported("gaps/JPN", "csv", new Marking("restricted"), "gaps.csv"));
        Assert.Equal((3, head.HashText), (head.Sequence, (await Get<AuditStore>().HeadAsync(Operator)).HashText));
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator, head)).IsWhole);
        var entry = (await Reader.PageAsync(Auditor, new AuditFilter(Action: "exported"), new AuditPlace())).Entries.Single();
        Assert.Equal((head.HashText, "Ono", "gaps/JPN"), (entry.Hash, entry.Actor, entry.Subject));
    }

    [Fact]
    public async Task Entry_OfWhatIsMarkedUpLater_IsClosedToWhomTheNewMarkDoesNotReach()
    {
        var low = Auditor with { Clearance = "unclassified" };
        var assessment = await BeginAsync("NOR", Basis.Estimated, "unclassified");
        foreach (var (indicator, number) in new[] { ("LAN-1", 1), ("LAN-2", 2) })
            Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(assessment.Id, indicator), Answer.Of(3), 0, new Guid(number, 0, 0, new byte[8])));
        Assert.Equal([null, null], await WithheldAsync());
        Assert.IsType<SaveOutcome.Saved>(await Get<MarkingStore>().MarkScoreAsync(Operator, new CellKey(assessment.Id, "LAN-1"), "secret", 1));
        Assert.Equal([null, WithheldReason.AboveClearance], await WithheldAsync());
        await Get<MarkingStore>().MarkAsync(Operator, assessment.Id, "unclassified", "confidential", new Marking("unclassified"));
        Assert.Equal([WithheldReason.AboveClearance, WithheldReason.AboveClearance], await WithheldAsync());
        Assert.Equal("secret", (await Reader.PageAsync(Auditor, new AuditFilter(Action: "score-saved"), new AuditPlace())).Marking.Classification);
        Assert.Equal("unclassified", (await Reader.ExtentAsync(low, new AuditFilter(Action: "score-saved"), 0)).Marking.Classification);

        async Task<IEnumerable<WithheldReason?>> WithheldAsync() =>
            (await Reader.PageAsync(low, new AuditFilter(Action: "score-saved"), new AuditPlace())).Entries.Select(e => e.Withheld);
    }

    [Fact]
    public async Task Page_ByEachFilter_FindsWhatMatches()
    {
        // The clock starts at 9:00 of 23 November and goes on half a day with each entry.
        await RecordAsync(("Sato", "JPN", "cycle-added", "2030"), ("佐藤", "JPN", "exported", "gaps/JPN"), ("Tamm", "EST", "exported", "gaps/EST_1"), ("sato%", "EST", "exported", "[gaps]"));
        Assert.Equal([6, 5, 4, 3, 2, 1], await FoundAsync(new AuditFilter()));
        Assert.Equal([6, 3], await FoundAsync(new AuditFilter(Actor: "SATO")));
        Assert.Equal([4], await FoundAsync(new AuditFilter(Actor: "佐")));
        Assert.Equal([6], await FoundAsync(new AuditFilter(Actor: "%")));
        Assert.Equal([5], await FoundAsync(new AuditFilter(Subject: "T_1")));
        Assert.Equal([6], await FoundAsync(new AuditFilter(Subject: "[g")));
        Assert.Equal([6, 5, 4], await FoundAsync(new AuditFilter(Subject: "GAPS")));
        Assert.Equal([6, 5, 4], await FoundAsync(new AuditFilter(Action: "exported")));
        Assert.Equal([6, 5], await FoundAsync(new AuditFilter(Nation: "EST")));
        Assert.Equal([6, 5], await FoundAsync(new AuditFilter(From: new DateOnly(2026, 11, 24))));
        Assert.Equal([4, 3, 2, 1], await FoundAsync(new AuditFilter(To: new DateOnly(2026, 11, 23))));
        Assert.Equal([4], await FoundAsync(new AuditFilter(Actor: "佐", Action: "exported", From: new DateOnly(2026, 11, 23), To: DateOnly.MaxValue)));
        Assert.Empty(await FoundAsync(new AuditFilter(Actor: "Tamm", Nation: "JPN")));
    }

    [Fact]
    public async Task Page_ForAnAuditorOfAnotherNation_HoldsThatNationsEntriesOnly()
    {
        await RecordAsync(("Sato", "JPN", "exported", "gaps/JPN"), ("Tamm", "EST", "exported", "gaps/EST"));
        var estonian = Auditor with { Nation = "EST" };
        Assert.Equal([4], await FoundAsync(new AuditFilter(), estonian));
        Assert.Empty(await FoundAsync(new AuditFilter(Nation: "JPN"), estonian));
        Assert.Equal(1, (await Reader.ExtentAsync(estonian, new AuditFilter(), 0)).Count);
    }

    [Fact]
    public async Task Pages_LeadThroughTheWholeChain_EachEntryOnce_BothWays()
    {
        await RecordAsync([.. Enumerable.Range(1, 118).Select(n => ("Sato", "JPN", "exported", $"gaps/{n}"))]);
        var seen = new List<long>();
        var page = await Reader.PageAsync(Auditor, new AuditFilter(), new AuditPlace());
        Assert.False(page.HasNewer);
        while (true)
        {
            seen.AddRange(page.Entries.Select(e => e.Sequence));
            if (!page.HasOlder)
                break;
            page = await Reader.PageAsync(Auditor, new AuditFilter(), new AuditPlace(Before: page.Entries[^1].Sequence));
            Assert.True(page.HasNewer);
        }

        Assert.Equal(Enumerable.Range(1, 120).Select(n => (long)n).Reverse(), seen);
        page = await Reader.PageAsync(Auditor, new AuditFilter(), new AuditPlace(After: page.Entries[0].Sequence));
        Assert.Equal((70, 21, true, true), (page.Entries[0].Sequence, page.Entries[^1].Sequence, page.HasNewer, page.HasOlder));
        page = await Reader.PageAsync(Auditor, new AuditFilter(), new AuditPlace(After: 70));
        Assert.Equal((120, 71, false, true), (page.Entries[0].Sequence, page.Entries[^1].Sequence, page.HasNewer, page.HasOlder));
    }

    [Theory]
    [InlineData(null, "restricted", "RESTRICTED")]
    [InlineData("confidential", "restricted", "CONFIDENTIAL")]
    [InlineData("secret", "confidential", null)]
    public async Task Score_IsSealedWithItsClassification_AndShownWithinClearance(string? ofTheScore, string clearance, string? marked)
    {
        var id = (await BeginAsync(classification: "restricted")).Id;
        await using (var context = Context())
        {
            context.Scores.Add(new Score { AssessmentId = id, Indicator = "LAN-1", Answer = Answer.Of(1), Version = 1, ChangedBy = "Sato", ChangedAt = Clock.GetUtcNow().UtcDateTime, Marking = ofTheScore is null ? null : new Marking(ofTheScore) });
            await context.SaveChangesAsync();
        }

        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(id, "LAN-1"), Answer.Of(2), 1, new Guid(1, 0, 0, new byte[8])));
        var page = await Reader.PageAsync(Auditor with { Clearance = ofTheScore == "secret" ? clearance : ofTheScore ?? clearance }, new AuditFilter(Action: "score-saved"), new AuditPlace());
        var entry = page.Entries.Single();
        Assert.Equal(marked is null ? WithheldReason.AboveClearance : null, entry.Withheld);
        Assert.Equal($"{marked ?? "UNCLASSIFIED"} · REL TO JPN", page.Marking.ToLine());
        Assert.Equal(marked is null ? null : new AuditChange("level", "1", "2"), entry.Details?.Changes().Single(c => c.Field == "level"));
    }

    [Fact]
    public async Task Extent_IsHeldToWhatWasThere_WhateverIsWrittenMeanwhile()
    {
        await RecordAsync(("Sato", "JPN", "exported", "gaps/JPN"));
        var extent = await Reader.ExtentAsync(Auditor, new AuditFilter(), 1);
        await RecordAsync(("Sato", "JPN", "exported", "gaps/EST"));
        var listed = await Reader.ListAsync(Auditor, new AuditFilter(), 1, extent.Through).ToListAsync();
        Assert.Equal((3, 2, "UNCLASSIFIED · REL TO JPN"), (extent.Through, extent.Count, extent.Marking.ToLine()));
        Assert.Equal([2, 3], listed.Select(e => e.Sequence));
    }

    [Theory]
    [InlineData(Roles.Administrator)]
    [InlineData(Roles.Executive | Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer)]
    public async Task Entries_ForWhoeverIsNoAuditor_AreRefused(Roles roles)
    {
        var other = Auditor with { Roles = roles };
        await Assert.ThrowsAsync<InputException>(() => Reader.PageAsync(other, new AuditFilter(), new AuditPlace()));
        await Assert.ThrowsAsync<InputException>(() => Reader.ExtentAsync(other, new AuditFilter(), 0));
        await Assert.ThrowsAsync<InputException>(async () => await Reader.ListAsync(other, new AuditFilter(), 0, null).ToListAsync());
    }
}

public sealed class AuditReaderOnSqlite : AuditReaderTests<SqliteHost>
{
    [Fact]
    public async Task Page_WithAnEntryThatCannotBeRead_LeadsToTheCheck()
    {
        await using (var context = Context())
            await context.Database.ExecuteSqlRawAsync("UPDATE AuditEntries SET At = 'rubbish' WHERE Sequence = 2");
        var refused = await Assert.ThrowsAsync<InputException>(() => Get<AuditReader>().PageAsync(new Viewer("Ono", "JPN", "secret", Roles.Auditor, []), new AuditFilter(), new AuditPlace()));
        Assert.Contains("have the whole chain checked", refused.Message);
    }
}

[Collection(SqlServerHost.Collection)]
public sealed class AuditReaderOnSqlServer : AuditReaderTests<SqlServerHost>;
