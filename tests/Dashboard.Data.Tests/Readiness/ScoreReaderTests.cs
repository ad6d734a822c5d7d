using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Readiness;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Readiness;

/// <summary>What an export says beforehand is what it gives; what was changed in between does not leave under another marking.</summary>
public abstract class ScoreReaderTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Reviewer = new("Sato", "JPN", "secret", Roles.Reviewer, []);

    private ScoreReader Reader => Get<ScoreReader>();

    [Fact]
    public async Task Extent_CountsWhatIsGiven_CycleByCycle()
    {
        await Get<CatalogStore>().AddCycleAsync(Operator, "2025", new DateOnly(2025, 6, 30), null);
        await ApprovedAsync("2025", 2);
        var id = await ApprovedAsync(CycleCode, 3);
        var extent = await Reader.ExtentAsync(Operator, null);
        var given = await Reader.ListAsync(Operator, extent).ToListAsync();
        Assert.Equal(["2025", "2026"], given.Select(sheet => sheet.Cycle.Code));
        Assert.Equal([2, 3], given.Select(sheet => sheet.Scores.Cells[0].Level));
        Assert.Equal((2, given.Sum(sheet => sheet.Scores.Cells.Length)), (extent.Assessments, extent.Answers));
        Assert.Equal("2025", Assert.Single((await Reader.ExtentAsync(Operator, "2025")).Cycles).Cycle.Code);
        // What is there and may not be seen counts as lines, and as no assessment.
        var foreign = await Reader.ExtentAsync(Viewer.Reader("EST", "secret"), CycleCode);
        Assert.Equal((0, given[1].Scores.Cells.Length), (foreign.Assessments, foreign.Answers));
        await Get<ReleaseStore>().ReleaseAsync(Operator, id, "EST", "");
        Assert.Equal(1, (await Reader.ExtentAsync(Viewer.Reader("EST", "secret"), CycleCode)).Assessments);
    }

    [Fact]
    public async Task List_AfterTheMarkingChanged_GivesNothing()
    {
        var id = await ApprovedAsync(CycleCode, 3);
        var extent = await Reader.ExtentAsync(Operator, null);
        await Get<ReleaseStore>().ReleaseAsync(Operator, id, "EST", "");
        var refused = await Assert.ThrowsAsync<InputException>(async () => await Reader.ListAsync(Operator, extent).FirstOrDefaultAsync());
        Assert.StartsWith("Cycle 2026 was changed", refused.Message);
        Assert.Single(await Reader.ListAsync(Operator, await Reader.ExtentAsync(Operator, null)).ToListAsync());
    }

    [Fact]
    public async Task List_OfWhomNobodyWaitsFor_Ends()
    {
        await ApprovedAsync(CycleCode, 3);
        await ApprovedAsync(CycleCode, 4, "EST");
        using var gone = new CancellationTokenSource();
        await using var sheets = Reader.ListAsync(Operator, await Reader.ExtentAsync(Operator, null)).GetAsyncEnumerator(gone.Token);
        Assert.True(await sheets.MoveNextAsync());
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await sheets.MoveNextAsync());
    }

    [Fact]
    public async Task Extent_ForWhoReadsNoScores_IsRefused() =>
        await Assert.ThrowsAsync<InputException>(() => Reader.ExtentAsync(new Viewer("Ono", "JPN", "secret", Roles.Auditor, []), null));

    private async Task<int> ApprovedAsync(string cycle, int level, string country = "JPN")
    {
        var assessments = Get<AssessmentStore>();
        var id = (await assessments.BeginAsync(Operator, country, cycle, Bases.DefaultFor("JPN", country), "restricted")).Id;
        await Get<ScoreStore>().SaveAsync(Operator, new CellKey(id, "LAN-1"), Answer.Of(level), 0, Guid.CreateVersion7(Clock.GetUtcNow()));
        await assessments.MoveAsync(Operator, id, AssessmentStatus.InReview);
        await assessments.MoveAsync(Reviewer, id, AssessmentStatus.Approved);
        return id;
    }
}

public sealed class ScoreReaderOnSqlite : ScoreReaderTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class ScoreReaderOnSqlServer : ScoreReaderTests<SqlServerHost>;
