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

/// <summary>Which basis an assessment may have.</summary>
public static class Bases
{
    /// <summary>Whether the basis fits: a nation assesses itself, and only itself, as self-assessed.</summary>
    public static bool Fits(this Basis basis, string assessor, string country) => (basis == Basis.SelfAssessed) == (assessor == country);

    /// <summary>The basis meant when none is named: self-assessed for the own country, estimated for others.</summary>
    public static Basis DefaultFor(string assessor, string country) => assessor == country ? Basis.SelfAssessed : Basis.Estimated;
}
