using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Web.Scoring.Behind;

namespace Dashboard.Web.Scoring;

/// <summary>One indicator on the scoring page, as it is stored. What its planner has answered and the server not acknowledged is in their browser.</summary>
public sealed class ScoringRow(Indicator indicator, string area)
{
    public Indicator Indicator { get; } = indicator;

    /// <summary>Code of its area.</summary>
    public string Area { get; } = area;

    /// <summary>What is stored, as far as this page knows; null if nothing was ever saved.</summary>
    public Score? Stored { get; set; }

    /// <summary>Whether a score exists that this planner may not see, and so not change.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>A piece of evidence as far as it is typed; null while none is.</summary>
    public EvidenceDraft? Draft { get; set; }

    /// <summary>Whether its evidence was asked for by its key, and takes the focus next.</summary>
    public bool AsksEvidence { get; set; }

    /// <summary>The stored answer.</summary>
    public Answer Theirs => Stored?.Answer ?? Answer.NotAssessed;

    /// <summary>Whether the stored answer says anything: a level, or that the question does not apply.</summary>
    public bool IsAnswered => Theirs.IsGiven;
}
