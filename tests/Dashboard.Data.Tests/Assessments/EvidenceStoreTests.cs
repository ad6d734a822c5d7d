using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Assessments;

public abstract class EvidenceStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = Planner("Aoki");

    private EvidenceStore Store => Get<EvidenceStore>();

    [Fact]
    public async Task Save_OfANewPiece_IsStored_SeenWithTheSheet_AndRecorded()
    {
        var saved = await AddAsync(await PieceAsync() with
        {
            Indicator = "lan-1", Title = " Test results ", Reference = "https://example.org/results", Expiry = new DateOnly(2027, 1, 31),
            Reliability = SourceReliability.B, Credibility = 2, Bearing = Bearing.Contradicts, Origin = EvidenceOrigin.Exercise,
        });
        Assert.Equal(("LAN-1", "Test results", "B2", Bearing.Contradicts, 1), (saved.Indicator, saved.Title, saved.Grade, saved.Bearing, saved.Version));
        Assert.Equal(saved, Assert.Single((await SheetAsync(Aoki)).Evidence));
        Assert.Equal(
            $$"""{"number":{{saved.Id}},"title":"Test results","source":"Ministry","date":"2026-01-31","expiry":"2027-01-31","reference":"https://example.org/results","grade":"B2","bearing":"contradicts","origin":"exercise","classification":null,"version":1}""",
            await RecordedAsync("evidence-added", saved, "\"before\":null,\"after\":", ",\"classification\":\"unclassified\"}"));
    }

    [Fact]
    public async Task Save_OfTheSameNewPieceAgain_KeepsItOnce()
    {
        var piece = await PieceAsync();
        var saved = await AddAsync(piece);
        var head = await Get<AuditStore>().HeadAsync(Operator);
        Assert.Equal(saved, await AddAsync(piece with { Title = $" {piece.Title}" }));
        Assert.Equal(head.Sequence, (await Get<AuditStore>().HeadAsync(Operator)).Sequence);
        await AddAsync(piece with { Reference = "MOD 17/2025" });
        Assert.Equal(2, (await SheetAsync(Aoki)).Evidence.Length);
    }

    [Fact]
    public async Task Save_OfAChange_RaisesTheVersion_AndRecordsBothSides()
    {
        var first = await AddAsync(await PieceAsync());
        var changed = Saved(await Store.SaveAsync(Aoki, first with { Title = "Results of the test", Bearing = Bearing.Contradicts }));
        Assert.Equal((first.Id, 2, "Results of the test", Bearing.Contradicts), (changed.Id, changed.Version, changed.Title, changed.Bearing));
        Assert.Equal(changed, Assert.Single((await SheetAsync(Aoki)).Evidence));
        var recorded = await RecordedAsync("evidence-changed", first, "\"before\":", ",\"classification\":\"unclassified\"}");
        Assert.Contains("\"title\":\"Test results\"", recorded);
        Assert.Contains("\"title\":\"Results of the test\"", recorded);
        // Nothing differs: nothing is recorded.
        var head = await Get<AuditStore>().HeadAsync(Operator);
        Assert.Equal(changed, Saved(await Store.SaveAsync(Aoki, changed)));
        Assert.Equal(head.Sequence, (await Get<AuditStore>().HeadAsync(Operator)).Sequence);
    }

    [Fact]
    public async Task Remove_TakesItAway_AndTheAuditKeepsWhatItSaid()
    {
        var piece = await AddAsync(await PieceAsync());
        Assert.IsType<EvidenceOutcome.Removed>(await Store.RemoveAsync(Aoki, piece));
        Assert.Empty((await SheetAsync(Aoki)).Evidence);
        Assert.Contains("\"title\":\"Test results\"", await RecordedAsync("evidence-removed", piece, "\"before\":", ",\"after\":null"));
        Assert.True((await Get<AuditStore>().VerifyAsync(Operator)).IsWhole);
    }

    [Fact]
    public async Task TwoPeople_OnOnePiece_DoNotOverwriteEachOther()
    {
        var seen = await AddAsync(await PieceAsync());
        var mine = Saved(await Store.SaveAsync(Aoki, seen with { Title = "Mine" }));
        foreach (var outcome in (EvidenceOutcome[])[await Store.SaveAsync(Planner("Baba"), seen with { Title = "Theirs" }), await Store.RemoveAsync(Planner("Baba"), seen)])
            Assert.Equal(mine, Assert.IsType<EvidenceOutcome.Conflict>(outcome).Current);
        await Store.RemoveAsync(Aoki, mine);
        foreach (var outcome in (EvidenceOutcome[])[await Store.SaveAsync(Planner("Baba"), mine with { Title = "Theirs" }), await Store.RemoveAsync(Planner("Baba"), mine)])
            Assert.Null(Assert.IsType<EvidenceOutcome.Conflict>(outcome).Current);
        Assert.Empty((await SheetAsync(Aoki)).Evidence);
    }

    [Fact]
    public async Task TwoStores_AtOnce_OneSaves_OneIsTold()
    {
        var seen = await AddAsync(await PieceAsync());
        var outcomes = await Task.WhenAll(
            Store.SaveAsync(Aoki, seen with { Title = "One" }), Another<EvidenceStore>().SaveAsync(Planner("Baba"), seen with { Title = "Other" }));
        var saved = Assert.Single(outcomes.OfType<EvidenceOutcome.Saved>()).Piece;
        Assert.Equal(saved, Assert.Single(outcomes.OfType<EvidenceOutcome.Conflict>()).Current);
    }

    [Fact]
    public async Task Mark_OfAPiece_StaysWithLaterChanges_AndHidesItFromLowerClearances()
    {
        var piece = await AddAsync(await PieceAsync() with { Title = "canary", Marking = new Marking("Secret") });
        Assert.Equal(Marking.OfPart("secret"), piece.Marking);
        piece = Saved(await Store.SaveAsync(Aoki, piece with { Source = "Embassy" }));
        Assert.Equal(Marking.OfPart("secret"), piece.Marking);
        Assert.EndsWith("\"classification\":\"secret\"}", await ContentAsync("evidence-changed"));

        var uncleared = Planner("Doi") with { Clearance = "restricted" };
        var opened = await SheetAsync(uncleared);
        Assert.Equal((0, "LAN-1"), (opened.Evidence.Length, Assert.Single(opened.WithheldEvidence)));
        foreach (var outcome in (EvidenceOutcome[])[await Store.SaveAsync(uncleared, piece with { Title = "Seen", Marking = null }), await Store.RemoveAsync(uncleared, piece)])
            Assert.Null(Assert.IsType<EvidenceOutcome.Conflict>(outcome).Current);
        Assert.Contains("above the own clearance", await RefusedAsync(() => AddAsync(piece with { Id = 0, Version = 0 }, uncleared)));

        // Taken back, it is as the assessment; the entry holds what was secret until then.
        piece = Saved(await Store.SaveAsync(Aoki, piece with { Marking = null }));
        Assert.Null(piece.Marking);
        Assert.EndsWith("\"classification\":\"secret\"}", await ContentAsync("evidence-changed"));
        Assert.Single((await SheetAsync(uncleared)).Evidence);
    }

    [Fact]
    public async Task Mark_LowerThanTheAssessment_OrUnknown_IsRefused()
    {
        var piece = await PieceAsync("restricted");
        Assert.Contains("cannot be unclassified in an assessment that is restricted", await RefusedAsync(() => AddAsync(piece with { Marking = Marking.OfPart("unclassified") })));
        Assert.Contains("Unknown classification 'cosmic'", await RefusedAsync(() => AddAsync(piece with { Marking = Marking.OfPart("cosmic") })));
    }

    [Fact]
    public async Task Score_MarkedAboveTheClearance_KeepsItsEvidence()
    {
        var piece = await AddAsync(await PieceAsync());
        var cell = new CellKey(piece.AssessmentId, "LAN-1");
        await Get<ScoreStore>().SaveAsync(Aoki, cell, Answer.Of(3), 0, new Guid(1, 0, 0, new byte[8]));
        await Get<MarkingStore>().MarkScoreAsync(Aoki, cell, "secret", 1);
        var uncleared = Planner("Doi") with { Clearance = "restricted" };
        var opened = await SheetAsync(uncleared);
        Assert.Equal((0, 0), (opened.Evidence.Length, opened.WithheldEvidence.Length));
        Assert.Contains("marked above what Doi may see", await RefusedAsync(() => AddAsync(piece with { Id = 0, Version = 0 }, uncleared)));
        Assert.Contains("marked above what Doi may see", await RefusedAsync(() => Store.RemoveAsync(uncleared, piece)));
        await Store.SaveAsync(Aoki, piece with { Source = "Embassy" });
        Assert.EndsWith("\"classification\":\"secret\"}", await ContentAsync("evidence-changed"));
    }

    [Fact]
    public async Task Closed_InReview_OrFrozen_IsRefused_AndChangesNothing()
    {
        var piece = await AddAsync(await PieceAsync());
        await SendAsync(piece.AssessmentId);
        await RefuseAllAsync(piece, "is in review");
        await Get<AssessmentStore>().MoveAsync(Operator, piece.AssessmentId, AssessmentStatus.Returned, "Look again.");
        await Get<CatalogStore>().PublishAsync(Operator, CycleCode);
        await RefuseAllAsync(piece, "published and frozen");
        Assert.Equal(piece, Assert.Single((await SheetAsync(Aoki)).Evidence));
    }

    [Fact]
    public async Task Bad_IsRefused_AndNothingIsLost()
    {
        var piece = await AddAsync(await PieceAsync());
        var head = await Get<AuditStore>().HeadAsync(Operator);
        foreach (var (bad, why) in ((Evidence, string)[])
        [
            (piece with { Title = " " }, "needs a title"), (piece with { Title = new string('x', 100_000) }, "shorten it to 400"),
            (piece with { Date = new DateOnly(1, 1, 1) }, "0001-01-01"), (piece with { Date = new DateOnly(2999, 1, 1) }, "2999-01-01"),
            (piece with { Expiry = piece.Date }, "not after its date"), (piece with { Reference = "javascript:alert(1)" }, "http://"), (piece with { Source = "a\u0000b" }, "not seen"),
            (piece with { Indicator = "LAN-77" }, "LAN-77"),
        ])
            foreach (var tried in (Evidence[])[bad, bad with { Id = 0, Version = 0 }])
                Assert.Contains(why, await RefusedAsync(() => Store.SaveAsync(Aoki, tried)));
        Assert.Equal(piece, Assert.Single((await SheetAsync(Aoki)).Evidence));
        Assert.Equal(head.HashText, (await Get<AuditStore>().HeadAsync(Operator)).HashText);
    }

    [Fact]
    public async Task TooMany_AreRefused()
    {
        var piece = await PieceAsync();
        for (var n = 0; n < EvidenceRule.MostPieces; n++)
            await AddAsync(piece with { Title = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Report {n}") });
        Assert.Contains("rests on 50 pieces", await RefusedAsync(() => AddAsync(piece)));
        await AddAsync(piece with { Indicator = "LAN-2" });
    }

    [Fact]
    public async Task Revision_TakesTheEvidenceWithIt_AndLeavesTheOldAlone()
    {
        var old = await AddAsync(await PieceAsync() with { Bearing = Bearing.Contradicts, Marking = Marking.OfPart("restricted") });
        await SendAsync(old.AssessmentId);
        await Get<AssessmentStore>().MoveAsync(Operator, old.AssessmentId, AssessmentStatus.Approved);
        var revised = await Get<AssessmentStore>().ReviseAsync(Operator, old.AssessmentId);
        var copy = Assert.Single((await SheetAsync(Aoki)).Evidence);
        Assert.Equal(old with { Id = copy.Id, AssessmentId = revised.Id }, copy);
        Assert.IsType<EvidenceOutcome.Removed>(await Store.RemoveAsync(Aoki, copy));
        await using var context = Context();
        Assert.Equal(old, await context.Evidence.AsNoTracking().SingleAsync());
    }

    // Nothing empty goes to review.
    private async Task SendAsync(int assessment)
    {
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(assessment, "REL-1"), Answer.Of(2), 0, Guid.CreateVersion7(DateTimeOffset.UnixEpoch)));
        await Get<AssessmentStore>().MoveAsync(Operator, assessment, AssessmentStatus.InReview);
    }

    private async Task RefuseAllAsync(Evidence piece, string why)
    {
        foreach (var trying in (Func<Task>[])[() => AddAsync(piece with { Id = 0, Version = 0 }), () => Store.SaveAsync(Aoki, piece with { Title = "Other" }), () => Store.RemoveAsync(Aoki, piece)])
            Assert.Contains(why, await RefusedAsync(trying));
    }

    private async Task<Evidence> PieceAsync(string classification = "unclassified") => new()
    {
        AssessmentId = (await BeginAsync(classification: classification)).Id, Indicator = "LAN-1", Title = "Test results", Source = "Ministry", Date = new DateOnly(2026, 1, 31),
    };

    private async Task<Evidence> AddAsync(Evidence piece, Viewer? by = null) => Saved(await Store.SaveAsync(by ?? Aoki, piece));

    private static Evidence Saved(EvidenceOutcome outcome) => Assert.IsType<EvidenceOutcome.Saved>(outcome).Piece;

    private static async Task<string> RefusedAsync(Func<Task> trying) => (await Assert.ThrowsAsync<InputException>(trying)).Message;

    private async Task<OpenedSheet> SheetAsync(Viewer viewer) => (await Get<AssessmentStore>().OwnAsync(viewer, "JPN", CycleCode, Basis.SelfAssessed))!;

    private async Task<string> ContentAsync(string action)
    {
        await using var context = Context();
        return (await context.AuditEntries.AsNoTracking().Where(e => e.Action == action).OrderByDescending(e => e.Sequence).FirstAsync()).ContentText;
    }

    // What stands between two parts of the newest entry of an action, which is about the piece.
    private async Task<string> RecordedAsync(string action, Evidence piece, string from, string to)
    {
        var content = await ContentAsync(action);
        Assert.Contains($"\"subject\":\"JPN/2026/JPN/self-assessed/1/{piece.Indicator}\"", content);
        var start = content.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return content[start..content.IndexOf(to, start, StringComparison.Ordinal)];
    }
}

public sealed class EvidenceStoreOnSqlite : EvidenceStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class EvidenceStoreOnSqlServer : EvidenceStoreTests<SqlServerHost>;
