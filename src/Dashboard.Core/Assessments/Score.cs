using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>The stored answer to one indicator of one assessment, with its version.</summary>
public sealed record Score
{
    /// <summary>The assessment it belongs to.</summary>
    public required int AssessmentId { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>What was answered.</summary>
    public required Answer Answer { get; init; }

    /// <summary>1 at the first save and one more at every save, also when the answer stays the same. 0 is "never saved".</summary>
    public int Version { get; init; }

    /// <summary>Name of the person who saved this version.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>When this version was saved, UTC.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>Name of the reviewer who agreed that the indicator does not apply; null until one has. Another answer takes it back.</summary>
    public string? AgreedBy { get; init; }

    /// <summary>Whether it says that the indicator does not apply, and no reviewer has agreed.</summary>
    public bool NeedsConsent => Answer.State == ScoreState.NotApplicable && AgreedBy is null;

    /// <summary>A marking tighter than the assessment's; null where the assessment's holds.</summary>
    public Marking? Marking { get; init; }
}
