using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Assessments;

public abstract class CommentStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Aoki = Planner("Aoki");
    private static readonly Viewer Rin = new("Rin", "JPN", "secret", Roles.Reviewer, []);

    private CommentStore Store => Get<CommentStore>();

    [Fact]
    public async Task AThread_IsBegun_RepliedTo_Settled_AndOpenedAgainByAReply()
    {
        var cell = await AnsweredAsync();
        var first = await Store.AddAsync(Rin, cell, null, " Which exercise?\r\nAnd when? ");
        await Store.AddAsync(Aoki, cell, first.Id, "Cyber Coalition 2025.");
        Assert.Equal([("Rin", "Which exercise?\nAnd when?", null), ("Aoki", "Cyber Coalition 2025.", (int?)first.Id)], (await OwnAsync(Aoki)).Comments.Select(c => (c.By, c.Text, c.ReplyTo)));
        Assert.Equal(1, (await OwnAsync(Aoki)).Standing!.OpenThreads);

        var settled = await Store.SettleAsync(Rin, first, resolved: true);
        Assert.Equal(("Rin", 2, false), (settled.ResolvedBy, settled.Version, settled.IsOpen));
        Assert.Equal(0, (await OwnAsync(Aoki)).Standing!.OpenThreads);
        // Somebody whose page is older changes nothing, and is given what is.
        Assert.Equal(settled, await Store.SettleAsync(Aoki, first, resolved: false));
        await Store.AddAsync(Aoki, cell, first.Id, "And 2026.");
        var again = (await OwnAsync(Aoki)).Comments.First();
        Assert.Equal((true, 3), (again.IsOpen, again.Version));
        Assert.True((await Store.SettleAsync(Aoki, again, resolved: true)) is { IsOpen: false });

        Assert.Equal(
            ["comment-resolved", "comment-added", "comment-resolved", "comment-added", "comment-added", "score-saved"],
            (await Get<HistoryReader>().OfAsync(Aoki, cell)).Select(e => e.Action));
        Assert.Contains((await Get<HistoryReader>().OfAsync(Aoki, cell)).SelectMany(e => e.Changes), c => c == new AuditChange("comment", null, "And 2026."));
    }

    [Fact]
    public async Task SentAgain_ItIsKeptOnce()
    {
        var cell = await AnsweredAsync();
        var first = await Store.AddAsync(Rin, cell, null, "Which exercise?");
        Assert.Equal(first, await Store.AddAsync(Rin, cell, null, " Which exercise? "));
        var reply = await Store.AddAsync(Aoki, cell, first.Id, "Cyber Coalition 2025.");
        Assert.Equal(reply, await Store.AddAsync(Aoki, cell, first.Id, "Cyber Coalition 2025."));
        // Said by somebody else, or after something else was said, it is another comment.
        await Store.AddAsync(Rin, cell, first.Id, "Cyber Coalition 2025.");
        await Store.AddAsync(Aoki, cell, first.Id, "Cyber Coalition 2025.");
        Assert.Equal(4, (await OwnAsync(Aoki)).Comments.Length);
    }

    [Fact]
    public async Task OfAnAnswerThatIsMarkedAbove_NothingIsSeenOrSaid()
    {
        var cell = await AnsweredAsync();
        await Store.AddAsync(Rin, cell, null, "Which exercise?");
        await Get<MarkingStore>().MarkScoreAsync(Aoki, cell, "secret", 1);
        var uncleared = Planner("Desk") with { Clearance = "restricted" };
        Assert.Empty((await OwnAsync(uncleared)).Comments);
        Assert.Equal("MarkedAbove", await WhyAsync(() => Store.AddAsync(uncleared, cell, null, "?")));
        var first = (await OwnAsync(Aoki)).Comments.Single();
        Assert.Equal("MarkedAbove", await WhyAsync(() => Store.SettleAsync(uncleared, first, true)));
    }

    [Fact]
    public async Task BadInput_IsRefused_AndNothingIsKept()
    {
        var cell = await AnsweredAsync();
        var other = await Store.AddAsync(Rin, cell with { Indicator = "LAN-2" }, null, "Elsewhere.");
        Assert.Equal("CommentEmpty", await WhyAsync(() => Store.AddAsync(Rin, cell, null, "\n")));
        Assert.Equal("CommentTooLong", await WhyAsync(() => Store.AddAsync(Rin, cell, null, new string('x', 100_000))));
        Assert.Equal("CommentUnseen", await WhyAsync(() => Store.AddAsync(Rin, cell, null, "a\u202Eb")));
        Assert.Equal("NoThread", await WhyAsync(() => Store.AddAsync(Rin, cell, other.Id, "Not its thread.")));
        Assert.Equal("NoThread", await WhyAsync(() => Store.SettleAsync(Rin, other with { Id = 4711 }, true)));
        Assert.Equal("MayNotComment", await WhyAsync(() => Store.AddAsync(new Viewer("Ito", "JPN", "secret", Roles.Executive, []), cell, null, "?")));
        Assert.Single((await OwnAsync(Aoki)).Comments);
    }

    [Fact]
    public async Task OnceApproved_CommentsAreClosed_AndStayReadable()
    {
        var cell = await AnsweredAsync();
        var first = await Store.AddAsync(Rin, cell, null, "Good.");
        await Get<AssessmentStore>().MoveAsync(Aoki, cell.AssessmentId, AssessmentStatus.InReview);
        await Store.AddAsync(Aoki, cell, first.Id, "Thank you.");
        await Get<AssessmentStore>().MoveAsync(Rin, cell.AssessmentId, AssessmentStatus.Approved);
        Assert.Equal("CommentClosed", await WhyAsync(() => Store.AddAsync(Rin, cell, first.Id, "Late.")));
        Assert.Equal("CommentClosed", await WhyAsync(() => Store.SettleAsync(Rin, first, true)));
        Assert.Equal(2, (await OwnAsync(Aoki)).Comments.Length);
    }

    [Fact]
    public async Task MoreThanTheMost_IsRefused()
    {
        var cell = await AnsweredAsync();
        await using (var context = Context())
        {
            context.Comments.AddRange(Enumerable.Range(1, Comment.Most).Select(n => new Comment { AssessmentId = cell.AssessmentId, Indicator = "LAN-1", Text = "?", By = "Rin", At = Clock.GetUtcNow().UtcDateTime, Version = 1 }));
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("CommentMany", await WhyAsync(() => Store.AddAsync(Rin, cell, null, "One more.")));
    }

    private async Task<CellKey> AnsweredAsync()
    {
        var cell = new CellKey((await BeginAsync()).Id, "LAN-1");
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Aoki, cell, Answer.Of(3), 0, Guid.CreateVersion7(Clock.GetUtcNow())));
        return cell;
    }

    private async Task<OpenedSheet> OwnAsync(Viewer viewer) => (await Get<AssessmentStore>().OwnAsync(viewer, "JPN", CycleCode, Basis.SelfAssessed))!;

    private static async Task<string?> WhyAsync(Func<Task> step) => (await Assert.ThrowsAsync<InputException>(step)).Key;
}

public sealed class CommentStoreOnSqlite : CommentStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class CommentStoreOnSqlServer : CommentStoreTests<SqlServerHost>;
