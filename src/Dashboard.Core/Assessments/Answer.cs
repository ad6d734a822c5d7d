using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Assessments;

/// <summary>What an assessor says of one indicator.</summary>
/// <param name="State">Whether a level is given.</param>
/// <param name="Level">The level; null exactly when <paramref name="State"/> is not scored.</param>
/// <param name="Confidence">How sure; unstated unless a level is given.</param>
/// <param name="Rationale">Why; required when the indicator is not applicable.</param>
public sealed record Answer(ScoreState State, int? Level = null, Confidence Confidence = Confidence.Unstated, string Rationale = "")
{
    /// <summary>Nobody has answered.</summary>
    public static Answer NotAssessed { get; } = new(ScoreState.NotAssessed);

    /// <summary>A level with its confidence.</summary>
    public static Answer Of(int level, Confidence confidence = Confidence.Unstated, string rationale = "") =>
        new(ScoreState.Scored, level, confidence, rationale);

    /// <summary>The question does not apply, because of <paramref name="reason"/>.</summary>
    public static Answer NotApplicable(string reason) => new(ScoreState.NotApplicable, Rationale: reason);

    /// <summary>Longest rationale that is stored, in characters.</summary>
    public const int RationaleLength = 4000;

    /// <summary>Checks the answer against the scale.</summary>
    /// <exception cref="InputException">A level outside the scale, a level without "scored" or the reverse, not applicable without a reason, or too long a rationale.</exception>
    public void Check(Framework framework, string indicator)
    {
        if (State == ScoreState.Scored && Level is null)
            throw InputException.Of("LevelMissing", indicator, framework.Minimum, framework.Maximum);
        if (State != ScoreState.Scored && Level is not null)
            throw InputException.Of("LevelWithoutScore", indicator, Level);
        if (Level < framework.Minimum || Level > framework.Maximum)
            throw InputException.Of("LevelOutside", indicator, Level, framework.Minimum, framework.Maximum);
        if (State == ScoreState.NotApplicable && string.IsNullOrWhiteSpace(Rationale))
            throw InputException.Of("ReasonMissing", indicator);
        if (Rationale.Length > RationaleLength)
            throw InputException.Of("RationaleTooLong", indicator, Rationale.Length, RationaleLength);
    }
}
