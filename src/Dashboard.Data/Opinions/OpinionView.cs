using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Data.Opinions;

/// <summary>An opinion with all that it says, as it is stored.</summary>
public sealed record OpinionWithAnswers(Opinion Opinion, ImmutableArray<OpinionAnswer> Answers);

/// <summary>A second opinion that its reviewer has not handed in, and how many indicators it says something of.</summary>
public sealed record OwnOpinion(Opinion Opinion, Assessment Assessment, int Answered);

/// <summary>The second opinions on one assessment as somebody may see them: blind, or what was handed in.</summary>
/// <param name="Assessment">The latest revision, or the one that the viewer gives an opinion on.</param>
/// <param name="Framework">The framework of its cycle.</param>
/// <param name="Marking">The marking of what is shown.</param>
public sealed record OpinionView(Assessment Assessment, Framework Framework, Marking Marking)
{
    /// <summary>The opinion that the viewer gives now; null if they give none. Then nothing else is here.</summary>
    public OpinionWithAnswers? Own { get; init; }

    /// <summary>What the viewer may see of the assessment while they give an opinion.</summary>
    public BlindSheet? Sheet { get; init; }

    /// <summary>Opinions of others that are not handed in: who, and since when, and nothing of what they say.</summary>
    public ImmutableArray<Opinion> UnderWay { get; init; } = [];

    /// <summary>What was handed in, beside the assessment; the newest first.</summary>
    public ImmutableArray<OpinionComparison> Compared { get; init; } = [];

    /// <summary>Why the viewer may not begin an opinion now; null if they may.</summary>
    public InputException? WhyNot { get; init; }

    /// <summary>Whether it is demonstration data.</summary>
    public bool IsDemonstration { get; init; }
}
