using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Data.Opinions;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Demonstration;

/// <summary>A second opinion on the home nation's own assessment of the last cycle: invented, handed in, and mostly of the same mind.</summary>
public sealed class DemonstrationOpinions(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, InstallationStore installations, ClassificationLadder ladder, TimeProvider clock)
{
    private const int LastYear = 2;

    // Indicator and level where it is another than the assessment's; "-" where the reviewer said nothing.
    private const string Differing = "LAN-2 1|LAN-5 3|INF-2 3|INF-4 4|REL-3 1|EXE-3 1|DEC-1 2|DEC-2 3|CTR-1 2|ORG-2 3|LAW-3 3|NET-2 3|NET-4 2|WRK-2 3|XDM-1 2|XDM-2 -|XDM-3 -|CIP-2 2|CIP-3 -";

    private static readonly ImmutableDictionary<string, string> Notes = new Dictionary<string, string>
    {
        ["INF-4"] = "Indicators reach partners within the hour since the platform was renewed; I count that as level 4.",
        ["EXE-3"] = "One seat in the control cell in 2026. I see no planning role of our own yet.",
        ["NET-4"] = "Shown for the headquarters only, not for the deployed units.",
        ["LAW-3"] = "The order for the services is still a draft.",
    }.ToImmutableDictionary();

    /// <summary>Hands it in, unless there is any. Real data takes none.</summary>
    /// <param name="who">Whose it is, and on which cycle.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task EnsureAsync((Viewer Reviewer, string Cycle) who, CancellationToken cancel = default)
    {
        var (reviewer, cycle) = who;
        if (await installations.FindAsync(cancel) is not { IsDemonstration: true } || await HasOpinionsAsync(cancel))
            return;
        await writes.RunAsync(reviewer, async (context, trail) =>
        {
            var own = await context.Assessments.AsNoTracking().Where(a => a.Country == reviewer.Nation && a.Assessor == reviewer.Nation && a.Cycle == cycle && a.Status == AssessmentStatus.Approved)
                .OrderBy(a => a.Revision).FirstOrDefaultAsync(cancel);
            if (own is null || await context.Opinions.AnyAsync(cancel))
                return trail;
            var scores = await context.Scores.AsNoTracking().Where(s => s.AssessmentId == own.Id).ToListAsync(cancel);
            var now = clock.GetUtcNow().UtcDateTime;
            var opinion = new Opinion { AssessmentId = own.Id, Reviewer = reviewer.Name, State = OpinionState.HandedIn, Begun = now, Ended = now };
            context.Opinions.Add(opinion);
            await context.SaveChangesAsync(cancel);
            var answers = scores.Select(s => (Score: s, Said: Said(s.Indicator))).Where(x => x.Said.IsGiven)
                .Select(x => new OpinionAnswer { OpinionId = opinion.Id, Indicator = x.Score.Indicator, Answer = x.Said, Version = 1, ChangedAt = now, Beside = x.Score.Answer }).ToList();
            context.OpinionAnswers.AddRange(answers);
            trail.Record(new AuditFact(AuditActions.OpinionHandedIn, SheetName.Of(own), null, answers.ToDictionary(a => a.Indicator, a => AuditedOpinion.Of(a.Answer)),
                Classification: AuditRule.ClassificationOf(ladder, new AssessmentSheet(own, [.. scores]))));
            return trail;
        }, cancel);
    }

    // By the story and not by what is stored: a demonstration in which somebody has changed answers keeps its second opinion.
    private static Answer Said(string indicator)
    {
        var level = Differing.Split('|').Select(entry => entry.Split(' ')).Where(words => words[0] == indicator).Select(words => words[1]).FirstOrDefault();
        return level == "-" ? Answer.NotAssessed
            : level is not null ? Answer.Of(level[0] - '0', rationale: Notes.GetValueOrDefault(indicator, ""))
            : JapanStory.Answer(indicator, LastYear) with { Confidence = Confidence.Unstated, Rationale = "" };
    }

    private async Task<bool> HasOpinionsAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Opinions.AnyAsync(cancel);
    }
}
