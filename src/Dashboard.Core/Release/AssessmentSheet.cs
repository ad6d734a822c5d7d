using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>An assessment with all that is stored of it: what goes into <see cref="ReleaseRule"/> and never past it.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Scores">Its scores; an indicator without one is not assessed.</param>
public sealed record AssessmentSheet(Assessment Assessment, ImmutableArray<Score> Scores);
