namespace Dashboard.Core.Assessments;

/// <summary>On what an assessment rests. The order is the one in which a report prefers them.</summary>
public enum Basis
{
    /// <summary>Reviewed by peers.</summary>
    PeerReviewed,
    /// <summary>Observed at an exercise.</summary>
    ExerciseObserved,
    /// <summary>Assessed by the nation itself.</summary>
    SelfAssessed,
    /// <summary>Estimated by another nation; belongs to the nation that estimates.</summary>
    Estimated,
}
