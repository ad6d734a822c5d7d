using System.Globalization;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Opinions;

/// <summary>
/// Begins, fills in and ends second opinions: each change one transaction with its audit entry. What an opinion says stands in the audit
/// from the hand-in on and not before, so that nobody reads it there.
/// </summary>
public sealed class OpinionStore(AuditedWrites writes, SheetSource sheets, TimeProvider clock)
{
    /// <summary>Begins a second opinion. From then on the reviewer sees none of the assessment's answers, until they hand it in or withdraw it.</summary>
    /// <exception cref="InputException">No such assessment, no right to it, own answers in it, not its latest revision, a second one, or it is approved or frozen.</exception>
    public Task<Opinion> BeginAsync(Viewer viewer, int assessmentId, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var assessment = (await sheets.PlaceAsync(context, viewer, assessmentId, cancel)).Assessment;
            if (await OpinionFacts.WhyNotAsync(context, viewer, assessment, cancel) is { } refusal)
                throw refusal;
            var opinion = new Opinion { AssessmentId = assessment.Id, Reviewer = viewer.Name, Begun = clock.GetUtcNow().UtcDateTime };
            context.Opinions.Add(opinion);
            Record(trail, "opinion-begun", assessment, null, opinion);
            await context.SaveChangesAsync(cancel);
            return opinion;
        }, cancel);

    /// <summary>Saves what an opinion says of one indicator.</summary>
    /// <param name="viewer">Its reviewer.</param>
    /// <param name="opinionId">The opinion.</param>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="answer">The answer; its rationale is the note.</param>
    /// <param name="expectedVersion">The version that the writer saw; 0 for none.</param>
    /// <param name="changeId">The writer's number of this change: sending it again does nothing more. Null for a change that is sent once.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Saved, or the conflict with what the reviewer saved meanwhile, in another window.</returns>
    /// <exception cref="InputException">No such opinion of the viewer's, it has ended, or the answer cannot be so; nothing is changed.</exception>
    public Task<OpinionOutcome> SaveAsync(
        Viewer viewer, int opinionId, string indicator, Answer answer, int expectedVersion, Guid? changeId = null, CancellationToken cancel = default) =>
        writes.RunAsync<OpinionOutcome>(viewer, async (context, trail) =>
        {
            var (opinion, place) = await RequireAsync(context, viewer, opinionId, cancel);
            var (assessment, code) = (place.Assessment, place.Indicator(indicator));
            var said = OpinionRule.Checked(answer, place.Framework, code);
            var current = await context.OpinionAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.OpinionId == opinion.Id && a.Indicator == code, cancel);
            var subject = $"{SheetName.Of(assessment)}/opinion/{code}";
            if (changeId is not null && await context.AuditEntries.AsNoTracking().Where(e => e.ChangeId == changeId).OrderBy(e => e.Sequence).FirstOrDefaultAsync(cancel) is { } sent)
                return SentBefore(viewer, sent, subject, said, current);
            if ((current?.Version ?? 0) != expectedVersion)
                return new OpinionOutcome.Conflict(current);
            if (current?.Answer == said)
                return new OpinionOutcome.Saved(current, current.Version);

            var saved = new OpinionAnswer { OpinionId = opinion.Id, Indicator = code, Answer = said, Version = expectedVersion + 1, ChangedAt = clock.GetUtcNow().UtcDateTime };
            if (current is null)
                context.OpinionAnswers.Add(saved);
            else
                context.OpinionAnswers.Update(saved).Property(a => a.Version).OriginalValue = expectedVersion;
            trail.Record(new AuditFact("opinion-saved", subject, current is null ? null : new { current.Version }, new { saved.Version }, changeId, assessment.Marking.Classification));
            return new OpinionOutcome.Saved(saved, saved.Version);
        }, cancel);

    /// <summary>Ends an opinion: it no longer changes, and what the assessment answers at this moment is kept beside it.</summary>
    /// <exception cref="InputException">No such opinion of the viewer's, it has ended, or it says nothing yet.</exception>
    public Task<Opinion> HandInAsync(Viewer viewer, int opinionId, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (opinion, place) = await RequireAsync(context, viewer, opinionId, cancel);
            var assessment = place.Assessment;
            var answers = await context.OpinionAnswers.AsNoTracking().Where(a => a.OpinionId == opinion.Id).OrderBy(a => a.Indicator).ToListAsync(cancel);
            if (!answers.Any(a => a.Answer.IsGiven))
                throw InputException.Of("OpinionEmpty");
            var scores = await context.Scores.AsNoTracking().Where(s => s.AssessmentId == assessment.Id).ToListAsync(cancel);
            var theirs = scores.ToDictionary(s => s.Indicator, s => s.Answer);
            foreach (var answer in answers)
                context.OpinionAnswers.Update(answer with { Beside = theirs.GetValueOrDefault(answer.Indicator, Answer.NotAssessed) });
            var ended = End(context, opinion, OpinionState.HandedIn);
            trail.Record(new AuditFact(AuditActions.OpinionHandedIn, SheetName.Of(assessment), null,
                answers.Where(a => a.Answer.IsGiven).ToDictionary(a => a.Indicator, a => AuditedOpinion.Of(a.Answer)),
                Classification: AuditRule.ClassificationOf(place.Terms.Ladder, new AssessmentSheet(assessment, [.. scores]))));
            return ended;
        }, cancel);

    /// <summary>Gives an opinion up: what it said is shown to nobody, and the reviewer begins no other on this revision.</summary>
    /// <exception cref="InputException">No such opinion of the viewer's, or it has ended.</exception>
    public Task<Opinion> WithdrawAsync(Viewer viewer, int opinionId, CancellationToken cancel = default) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            var (opinion, place) = await RequireAsync(context, viewer, opinionId, cancel);
            var ended = End(context, opinion, OpinionState.Withdrawn);
            Record(trail, "opinion-withdrawn", place.Assessment, opinion, ended);
            return ended;
        }, cancel);

    private Opinion End(DashboardContext context, Opinion opinion, OpinionState state)
    {
        var ended = opinion with { State = state, Ended = clock.GetUtcNow().UtcDateTime };
        context.Opinions.Update(ended);
        return ended;
    }

    private static void Record(AuditTrail trail, string action, Assessment assessment, Opinion? before, Opinion after) => trail.Record(new AuditFact(
        action, SheetName.Of(assessment), before is null ? null : new { Status = CodeName.Of(before.State) }, new { Status = CodeName.Of(after.State) }, Classification: assessment.Marking.Classification));

    // The audit says which version a change made, and by design not what it said: that can be compared only while it stands.
    private static OpinionOutcome.Saved SentBefore(Viewer viewer, AuditEntry sent, string subject, Answer said, OpinionAnswer? current)
    {
        using var content = JsonDocument.Parse(sent.Content);
        return sent.Subject == subject && sent.Actor == viewer.Name && sent.Nation == viewer.Nation && current is not null
            && content.RootElement.GetProperty("after").GetProperty("version").GetInt32() is var made && (made != current.Version || current.Answer == said)
            ? new OpinionOutcome.Saved(current, made)
            : throw InputException.Of("ChangeReused");
    }

    // An opinion of somebody else, or on what the viewer may not see any more, is answered like one that is not there.
    private async Task<(Opinion Opinion, SheetPlace Place)> RequireAsync(DashboardContext context, Viewer viewer, int id, CancellationToken cancel)
    {
        var none = InputException.Of("MayNotOpinion", id, viewer.Name);
        var opinion = await context.Opinions.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id && o.Reviewer == viewer.Name, cancel) ?? throw none;
        var place = await sheets.PlaceAsync(context, await context.Assessments.AsNoTracking().SingleAsync(a => a.Id == opinion.AssessmentId, cancel), cancel);
        if (ReleaseRule.OpenBlind(viewer, place.Terms, new AssessmentSheet(place.Assessment, [])) is null)
            throw none;
        return opinion.State == OpinionState.UnderWay ? (opinion, place) : throw InputException.Of("OpinionEnded", Texts.Of(opinion.State, CultureInfo.CurrentUICulture));
    }
}

/// <summary>What became of a save.</summary>
public abstract record OpinionOutcome
{
    private OpinionOutcome()
    {
    }

    /// <summary>It is stored.</summary>
    /// <param name="Answer">What is stored now; of a change that was sent again, it may have been followed by another.</param>
    /// <param name="Version">The version that the change made.</param>
    public sealed record Saved(OpinionAnswer Answer, int Version) : OpinionOutcome;

    /// <summary>The reviewer saved another version meanwhile; nothing was changed. Null if there is none.</summary>
    public sealed record Conflict(OpinionAnswer? Current) : OpinionOutcome;
}

/// <summary>What an opinion says of one indicator as the audit keeps it.</summary>
internal sealed record AuditedOpinion(string State, int? Level, string Note)
{
    public static AuditedOpinion Of(Answer answer) => new(CodeName.Of(answer.State), answer.Level, answer.Rationale);
}
