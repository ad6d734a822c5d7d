using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Web.Scoring.Behind;

namespace Dashboard.Web.Scoring;

/// <summary>How it stands with saving one row.</summary>
public enum SaveState
{
    /// <summary>Nothing was changed here since the page was opened.</summary>
    Unchanged,
    /// <summary>Sent, not yet acknowledged.</summary>
    Saving,
    /// <summary>Stored.</summary>
    Saved,
    /// <summary>Somebody else saved meanwhile; both answers are shown until one is chosen.</summary>
    Conflict,
    /// <summary>Not stored; the answer is kept here to be sent again.</summary>
    NotSaved,
}

/// <summary>One change that a planner made and that is not acknowledged: sent again, it carries the same number.</summary>
public sealed record Change(Answer Answer, Guid Id);

/// <summary>One indicator on the scoring page.</summary>
public sealed class ScoringRow(Indicator indicator, string area)
{
    public Indicator Indicator { get; } = indicator;

    /// <summary>Code of its area.</summary>
    public string Area { get; } = area;

    /// <summary>What is stored, as far as this page knows; null if nothing was ever saved.</summary>
    public Score? Stored { get; set; }

    /// <summary>Whether a score exists that this planner may not see, and so not change.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>The change that is not acknowledged; null if there is none.</summary>
    public Change? Mine { get; set; }

    /// <summary>The reason why it does not apply, as far as it is typed; null while none is asked for.</summary>
    public string? Reason { get; set; }

    /// <summary>A piece of evidence as far as it is typed; null while none is.</summary>
    public EvidenceDraft? Draft { get; set; }

    /// <summary>Whether its evidence was asked for by its key, and takes the focus next.</summary>
    public bool AsksEvidence { get; set; }

    public SaveState State { get; set; }

    /// <summary>Why it is not saved, in one sentence; null otherwise.</summary>
    public string? Why { get; set; }

    /// <summary>The answer that the row shows: the planner's own until it is stored or given up.</summary>
    public Answer Answer => Mine?.Answer ?? Theirs;

    /// <summary>The stored answer.</summary>
    public Answer Theirs => Stored?.Answer ?? Answer.NotAssessed;

    /// <summary>Whether the stored answer says anything: a level, or that the question does not apply.</summary>
    public bool IsAnswered => Theirs.State != ScoreState.NotAssessed;
}
