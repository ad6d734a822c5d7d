using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Data.Assessments;
using Dashboard.Data.Opinions;
using Dashboard.Web.Scoring.Grid;

namespace Dashboard.Web.Scoring.Saving;

/// <summary>One change of an answer as the page's script sends it, as often as it must: its number makes a second sending harmless.</summary>
/// <param name="Account">For whom the page was made: another account that signed in meanwhile must not save in its own name.</param>
/// <param name="Assessment">Number of the assessment, or of the second opinion on one.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="State">Code name of the state.</param>
/// <param name="Level">The level; null unless one is given.</param>
/// <param name="Confidence">Code name of the confidence; empty for unstated.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Base">The version that the writer saw; 0 for a cell that was never saved.</param>
/// <param name="Change">The number of the change.</param>
internal sealed record ChangeRequest(string Account, int Assessment, string? Indicator, string? State, int? Level, string? Confidence, string? Rationale, int Base, Guid Change)
{
    /// <summary>The answer.</summary>
    /// <exception cref="InputException">No such state or confidence.</exception>
    public Answer ToAnswer() => new(
        CodeName.Parse<ScoreState>("state", State ?? ""), Level,
        string.IsNullOrEmpty(Confidence) ? Core.Assessments.Confidence.Unstated : CodeName.Parse<Confidence>("confidence", Confidence), Rationale ?? "");
}

/// <summary>What became of a change.</summary>
/// <param name="Outcome">saved, conflict or refused.</param>
/// <param name="Version">The version that it made; 0 unless saved.</param>
/// <param name="Stored">What is stored now; null if refused.</param>
/// <param name="Why">Why it was refused, in one sentence; null otherwise.</param>
internal sealed record ChangeReply(string Outcome, int Version = 0, StoredFacts? Stored = null, string? Why = null)
{
    /// <param name="outcome">What became of it.</param>
    /// <param name="nameOf">A person's name as the page shows it.</param>
    public static ChangeReply Of(SaveOutcome outcome, Func<string, string> nameOf) => outcome switch
    {
        SaveOutcome.Saved saved => new ChangeReply("saved", saved.Version, StoredFacts.Of(saved.Score, nameOf)),
        SaveOutcome.Conflict conflict => new ChangeReply("conflict", 0, StoredFacts.Of(conflict.Current, nameOf)),
        SaveOutcome.Refused refused => new ChangeReply("refused", Why: refused.Why),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };

    public static ChangeReply Of(OpinionOutcome outcome) => outcome switch
    {
        OpinionOutcome.Saved saved => new ChangeReply("saved", saved.Version, StoredFacts.Of(saved.Answer)),
        OpinionOutcome.Conflict conflict => new ChangeReply("conflict", 0, StoredFacts.Of(conflict.Current)),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}."),
    };
}
