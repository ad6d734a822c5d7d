using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>An assessment with all that is stored of it: what goes into <see cref="ReleaseRule"/> and never past it.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Scores">Its scores; an indicator without one is not assessed.</param>
public sealed record AssessmentSheet(Assessment Assessment, ImmutableArray<Score> Scores)
{
    /// <summary>What its answers rest on; read only where it is shown.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>What is said of its answers; read only where it is shown.</summary>
    public ImmutableArray<Comment> Comments { get; init; } = [];

    /// <summary>Who vouched for its areas and for the whole; read only where it is shown.</summary>
    public ImmutableArray<Signature> Signatures { get; init; } = [];
}

/// <summary>An assessment as one of its own people may see it, to work on.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Scores">The scores that may be seen; an indicator that is neither here nor withheld is not assessed.</param>
/// <param name="Withheld">Indicators whose score exists and may not be seen.</param>
public sealed record OpenedSheet(Assessment Assessment, ImmutableArray<Score> Scores, ImmutableArray<string> Withheld)
{
    /// <summary>The evidence that may be seen, in the order in which it was added.</summary>
    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>The indicator of each piece of evidence that may not be seen; none of an indicator whose score is withheld.</summary>
    public ImmutableArray<string> WithheldEvidence { get; init; } = [];

    /// <summary>The marking of a page that shows the evidence beside a report: as high as the highest of both. A piece with releases of its own leaves the originator alone.</summary>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="report">The marking of the report.</param>
    public Marking Over(ClassificationLadder ladder, Marking report) => Evidence.Select(e => e.Marking).OfType<Marking>().Aggregate(report, (so, own) =>
        (own.FollowsAssessment ? so : so.ReleasedTo("")).Classified(ladder.Higher(so.Classification, own.Classification), so.Compilation));

    /// <summary>What somebody knows who looked at this sheet and has saved answers since: theirs as they are now, all others as they were.</summary>
    /// <param name="now">The same sheet as they may see it now.</param>
    /// <param name="who">Their name.</param>
    public OpenedSheet WithOwn(OpenedSheet now, string who)
    {
        var own = now.Scores.Where(s => s.ChangedBy == who).ToDictionary(s => s.Indicator);
        return this with { Scores = [.. Scores.Where(s => !own.ContainsKey(s.Indicator)), .. own.Values] };
    }

    /// <summary>Indicators with an answer: a level, not applicable, or one that may not be seen.</summary>
    public int Answered => Withheld.Length + Scores.Count(s => s.Answer.IsGiven);

    /// <summary>What is said of the answers that may be seen, in the order in which it was said.</summary>
    public ImmutableArray<Comment> Comments { get; init; } = [];

    /// <summary>How it stands on its way into reports; null where that was not read.</summary>
    public SheetStanding? Standing { get; init; }

    /// <summary>The number of the latest revision of the assessment; 0 where that was not read.</summary>
    public int Latest { get; init; }

    /// <summary>Who sent it back, when and why; null unless it is returned.</summary>
    public ReturnNote? Return { get; init; }
}
