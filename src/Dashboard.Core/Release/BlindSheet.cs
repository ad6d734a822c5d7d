using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>An assessment as whoever gives a second opinion on it sees it: no answers, only what they can rest on. Only <see cref="ReleaseRule"/> makes one.</summary>
public sealed record BlindSheet
{
    internal BlindSheet(Assessment assessment, ImmutableArray<Evidence> evidence) => (Assessment, Evidence) = (assessment, evidence);

    /// <summary>The assessment.</summary>
    public Assessment Assessment { get; }

    /// <summary>The evidence that may be seen, in the order in which it was added. Whether a piece is for or against the level says something of the level: it is not told.</summary>
    public ImmutableArray<Evidence> Evidence { get; }

    /// <summary>The marking of a page that shows it: as high as the highest of the assessment, as a whole, and its evidence. A piece with releases of its own leaves the originator alone.</summary>
    /// <param name="ladder">The classifications in use.</param>
    public Marking MarkingIn(ClassificationLadder ladder)
    {
        var own = Assessment.Marking;
        return Evidence.Select(e => e.Marking).OfType<Marking>().Aggregate(own.Classified(own.Compilation ?? own.Classification, null), (so, part) =>
            (part.FollowsAssessment ? so : so.ReleasedTo("")).Classified(ladder.Higher(so.Classification, part.Classification), null));
    }
}
