namespace Dashboard.Core.Assessments;

/// <summary>Where a second opinion stands. What has ended stays ended: whoever has seen the other answers does not score blind again.</summary>
public enum OpinionState
{
    /// <summary>Its reviewer scores, and sees nothing of the assessment's answers.</summary>
    UnderWay,
    /// <summary>Complete: it no longer changes, and is held against the assessment's answers.</summary>
    HandedIn,
    /// <summary>Given up by its reviewer; what it said is shown to nobody.</summary>
    Withdrawn,
}

/// <summary>What a reviewer makes of an assessment without seeing its answers. At most one for each reviewer, in whatever revision.</summary>
public sealed record Opinion
{
    /// <summary>Number given by the store; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>The assessment, in one revision.</summary>
    public required int AssessmentId { get; init; }

    /// <summary>Name of the reviewer, who is of the assessing nation.</summary>
    public required string Reviewer { get; init; }

    /// <summary>Where it stands.</summary>
    public OpinionState State { get; init; }

    /// <summary>When it was begun, UTC.</summary>
    public required DateTime Begun { get; init; }

    /// <summary>When it was handed in or withdrawn, UTC; null while it is under way.</summary>
    public DateTime? Ended { get; init; }
}

/// <summary>What a second opinion says of one indicator, with its version.</summary>
public sealed record OpinionAnswer
{
    /// <summary>The opinion it belongs to.</summary>
    public required int OpinionId { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The level, that it does not apply, or nothing; its rationale is the reviewer's note. It has no confidence.</summary>
    public required Answer Answer { get; init; }

    /// <summary>1 at the first save and one more at every save. 0 is "never saved".</summary>
    public int Version { get; init; }

    /// <summary>When this version was saved, UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>What the assessment answered when the opinion was handed in: what both said without knowing of each other. Null before.</summary>
    public Answer? Beside { get; init; }
}
