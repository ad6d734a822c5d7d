using Dashboard.Core.Assessments;

namespace Dashboard.Data.Assessments;

/// <summary>Which cell of which assessment.</summary>
public readonly record struct CellKey(int AssessmentId, string Indicator);

/// <summary>What became of a save.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>It is stored, by this save or by an earlier sending of the same change.</summary>
    /// <param name="Score">The score as it is stored now: after an earlier sending, others may have saved over it.</param>
    /// <param name="Version">The version that this change made. A writer who goes on from it has not seen those after it.</param>
    public sealed record Saved(Score Score, int Version) : SaveOutcome;

    /// <summary>Somebody saved another version meanwhile; nothing was changed. Null if the cell was never saved.</summary>
    public sealed record Conflict(Score? Current) : SaveOutcome;

    /// <summary>It may not be done; one sentence says why. Nothing was changed.</summary>
    public sealed record Refused(string Why) : SaveOutcome;
}
