using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;

namespace Dashboard.Core.Assessments;

/// <summary>What an assessor says of one indicator.</summary>
/// <param name="State">Whether a level is given.</param>
/// <param name="Level">The level if <paramref name="State"/> is scored, or the one that was carried over; null otherwise, also where "not applicable" was carried over.</param>
/// <param name="Confidence">How sure; unstated unless there is a level.</param>
/// <param name="Rationale">Why; required when the indicator is not applicable, also when that was carried over.</param>
public sealed record Answer(ScoreState State, int? Level = null, Confidence Confidence = Confidence.Unstated, string Rationale = "")
{
    /// <summary>Nobody has answered.</summary>
    public static Answer NotAssessed { get; } = new(ScoreState.NotAssessed);

    /// <summary>A level with its confidence.</summary>
    public static Answer Of(int level, Confidence confidence = Confidence.Unstated, string rationale = "") =>
        new(ScoreState.Scored, level, confidence, rationale);

    /// <summary>The question does not apply, because of <paramref name="reason"/>.</summary>
    public static Answer NotApplicable(string reason) => new(ScoreState.NotApplicable, Rationale: reason);

    /// <summary>What was answered in the cycle before, to be confirmed; what was no answer there carries nothing over, and stays as it is.</summary>
    public static Answer CarriedOver(Answer earlier) => earlier.IsGiven ? earlier with { State = ScoreState.Carried } : earlier;

    /// <summary>Whether something is answered: a level, or that the question does not apply. What was carried over is not, until it is confirmed.</summary>
    public bool IsGiven => State is ScoreState.Scored or ScoreState.NotApplicable;

    /// <summary>What was carried over, as an answer of this cycle; any other answer as it is.</summary>
    public Answer Confirmed() => State == ScoreState.Carried ? this with { State = Level is null ? ScoreState.NotApplicable : ScoreState.Scored } : this;

    /// <summary>
    /// Whether somebody may save this over <paramref name="current"/>. Only carrying over makes an answer carried: whoever saves may write
    /// another rationale to it, and otherwise gives an answer of this cycle.
    /// </summary>
    /// <param name="current">What is stored; null for nothing.</param>
    public bool MayFollow(Answer? current) => State != ScoreState.Carried || current == this with { Rationale = current?.Rationale ?? "" };

    /// <summary>Longest rationale that is stored, in characters.</summary>
    public const int RationaleLength = 4000;

    /// <summary>Checks the answer against the scale.</summary>
    /// <exception cref="InputException">A level outside the scale, a level without "scored" or the reverse, not applicable without a reason, or a rationale that is too long or holds characters that are not seen.</exception>
    public void Check(Framework framework, string indicator)
    {
        if (State == ScoreState.Scored && Level is null)
            throw InputException.Of("LevelMissing", indicator, framework.Minimum, framework.Maximum);
        if (State is not (ScoreState.Scored or ScoreState.Carried) && Level is not null)
            throw InputException.Of("LevelWithoutScore", indicator, Level);
        if (Level < framework.Minimum || Level > framework.Maximum)
            throw InputException.Of("LevelOutside", indicator, Level, framework.Minimum, framework.Maximum);
        if (Confirmed().State == ScoreState.NotApplicable && Unseen.IsBlank(Rationale))
            throw InputException.Of("ReasonMissing", indicator);
        if (Rationale.Length > RationaleLength)
            throw InputException.Of("RationaleTooLong", indicator, Rationale.Length, RationaleLength);
        if (Unseen.InText(Rationale))
            throw InputException.Of("RationaleUnseen", indicator, InputException.Shorten(Rationale));
    }
}
