using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>An assessment with all that is stored of it: what goes into <see cref="ReleaseRule"/> and never past it.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Scores">Its scores; an indicator without one is not assessed.</param>
public sealed record AssessmentSheet(Assessment Assessment, ImmutableArray<Score> Scores);

/// <summary>An assessment as one of its own people may see it, to work on.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Scores">The scores that may be seen; an indicator that is neither here nor withheld is not assessed.</param>
/// <param name="Withheld">Indicators whose score exists and may not be seen.</param>
public sealed record OpenedSheet(Assessment Assessment, ImmutableArray<Score> Scores, ImmutableArray<string> Withheld)
{
    /// <summary>Indicators with an answer: a level, not applicable, or one that may not be seen.</summary>
    public int Answered => Withheld.Length + Scores.Count(s => s.Answer.State != ScoreState.NotAssessed);
}
