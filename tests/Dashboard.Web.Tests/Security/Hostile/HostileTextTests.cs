using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Opinions;
using Dashboard.Web.Tests.Accounts;
using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Hostile;

/// <summary>What comes from a page's circuit or script, and so through no form of the walk's table: whatever is typed is kept as it is or refused in words.</summary>
public sealed class HostileTextTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private const int Draft = 6, InReview = 13, Judged = 2;
    private static readonly Viewer Desk = Everybody.All["desk"], Reviewer = Everybody.All["reviewer"];

    [Fact]
    public async Task Evidence_InEachField() => await EachAsync(async odd =>
    {
        var piece = new Evidence { AssessmentId = Draft, Indicator = "LAN-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 31) };
        foreach (var given in (Evidence[])[piece with { Title = odd }, piece with { Source = odd }, piece with { Reference = odd }, piece with { Indicator = odd }, piece with { Marking = Marking.OfPart(odd) }])
            await TryAsync(async () =>
            {
                var stored = Assert.IsType<EvidenceOutcome.Saved>(await server.Get<EvidenceStore>().SaveAsync(Desk, given)).Piece;
                Assert.Equal((given.Title.Trim(), given.Source.Trim(), given.Reference.Trim()), (stored.Title, stored.Source, stored.Reference));
                await server.Get<EvidenceStore>().RemoveAsync(Desk, stored);
            });
    });

    [Fact]
    public async Task Answer_ItsRationaleAndIndicator() => await EachAsync(async odd =>
    {
        await TryAsync(async () =>
        {
            var given = Answer.Of(2, rationale: odd);
            var outcome = await SaveAsync(given, 0);
            if (outcome is SaveOutcome.Conflict { Current: { } current })
                outcome = await SaveAsync(given, current.Version);
            Assert.Equal(given, Assert.IsType<SaveOutcome.Saved>(outcome).Score.Answer);
        });
        await TryAsync(() => server.Get<ScoreStore>().SaveAsync(Desk, new CellKey(Draft, odd), Answer.Of(2), 0, Guid.CreateVersion7()));
    });

    [Fact]
    public async Task Comment_AndReply() => await EachAsync(async odd =>
    {
        var (store, cell) = (server.Get<CommentStore>(), new CellKey(Draft, "LAN-2"));
        await TryAsync(async () =>
        {
            var first = await store.AddAsync(Desk, cell, null, odd);
            Assert.Equal(odd.Trim().ReplaceLineEndings("\n"), first.Text);
            await store.AddAsync(Desk, cell, first.Id, odd);
        });
        await TryAsync(() => store.AddAsync(Desk, cell with { Indicator = odd }, null, "Which exercise?"));
    });

    [Fact]
    public async Task Return_Signature_AndConsent() => await EachAsync(async odd =>
    {
        var store = server.Get<AssessmentStore>();
        await TryAsync(async () =>
        {
            await store.MoveAsync(Reviewer, InReview, AssessmentStatus.Returned, odd);
            await store.MoveAsync(Desk, InReview, AssessmentStatus.InReview);
        });
        await TryAsync(() => server.Get<SignOffStore>().SignAsync(Desk, Draft, new Dictionary<string, string> { [odd] = odd }));
        await TryAsync(() => server.Get<SignOffStore>().AgreeAsync(Reviewer, new CellKey(InReview, odd), 1));
    });

    [Fact]
    public async Task SecondOpinion_ItsNoteAndIndicator()
    {
        var store = server.Get<OpinionStore>();
        var opinion = await store.BeginAsync(Reviewer, Judged);
        var version = 0;
        await EachAsync(async odd =>
        {
            await TryAsync(async () =>
            {
                var saved = Assert.IsType<OpinionOutcome.Saved>(await store.SaveAsync(Reviewer, opinion.Id, "LAN-1", Answer.Of(2, rationale: odd), version)).Answer;
                Assert.Equal(odd.Trim(), saved.Answer.Rationale);
                version = saved.Version;
            });
            await TryAsync(() => store.SaveAsync(Reviewer, opinion.Id, odd, Answer.Of(2), 0));
        });
        await store.WithdrawAsync(Reviewer, opinion.Id);
    }

    [Fact]
    public async Task Invitation_ItsName() => await EachAsync(odd => TryAsync(() => server.Get<AccountStore>().InviteAsync(RealServer.Operator, Desk with { Name = odd })));

    private Task<SaveOutcome> SaveAsync(Answer answer, int version) => server.Get<ScoreStore>().SaveAsync(Desk, new CellKey(Draft, "INF-1"), answer, version, Guid.CreateVersion7());

    // Anything but a refusal in a sentence fails the test.
    private static async Task TryAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (InputException refused)
        {
            Assert.InRange(refused.Message.Length, 10, 700);
        }
    }

    private async Task EachAsync(Func<string, Task> write)
    {
        foreach (var odd in Odd.Values)
            await write(odd);
        Assert.True((await server.Get<AuditStore>().VerifyAsync(RealServer.Operator)).IsWhole);
    }
}
