using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;

namespace Dashboard.Core.Imports;

/// <summary>How an answer is written in the cells of a scoring workbook, and read from them: in whichever of the three languages it was filled in.</summary>
public static class AnswerText
{
    internal static ImmutableArray<CultureInfo> Languages { get; } = [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("ja"), CultureInfo.GetCultureInfo("fr")];

    /// <summary>The states that somebody can choose, besides a level.</summary>
    public static ImmutableArray<ScoreState> Choosable { get; } = [ScoreState.NotAssessed, ScoreState.NotApplicable];

    /// <summary>The word for a state.</summary>
    public static string Word(ScoreState state, CultureInfo culture) => Texts.Get(culture, $"CellState.{state}");

    /// <summary>What stands in the cell of an answer that is no level.</summary>
    public static string Of(Answer answer, CultureInfo culture) =>
        answer.State == ScoreState.Carried ? Texts.Get(culture, "ScoringBook.Carried", answer.Level?.ToString(CultureInfo.InvariantCulture) ?? Word(ScoreState.NotApplicable, culture)) : Word(answer.State, culture);

    /// <summary>A text as a workbook can hold it and gives it back: line breaks as every program writes them, a space for the two places of Unicode that XML does not let in.</summary>
    public static string Kept(string text) => text.ReplaceLineEndings("\n").Replace('\uFFFE', ' ').Replace('\uFFFF', ' ');

    /// <summary>The answer that a row gives.</summary>
    /// <param name="was">What was given out with the file: where the cells still say it, it is that.</param>
    /// <param name="framework">The framework of the assessment.</param>
    /// <param name="answer">The cell of the answer; null if it is empty.</param>
    /// <param name="confidence">The cell of the confidence; only of a level it says anything.</param>
    /// <param name="rationale">The cell of the rationale.</param>
    /// <exception cref="InputException">A cell says what no answer is; an empty one of an answer is "not assessed".</exception>
    public static Answer Read(Answer was, Framework framework, FileCell? answer, FileCell? confidence, FileCell? rationale)
    {
        var why = RationaleOf(rationale);
        if (answer is { Kind: FileCellKind.Text } text && was.State == ScoreState.Carried && Languages.Any(language => Same(Of(was, language), text.Text)))
            return was with { Rationale = why };
        var (state, level) = StateOf(answer, framework);
        return new Answer(state, level, level is not null ? ConfidenceOf(confidence) : state == was.State ? was.Confidence : Confidence.Unstated, why);
    }

    private static (ScoreState State, int? Level) StateOf(FileCell? cell, Framework framework)
    {
        if (cell is not { } given || Unseen.IsBlank(given.Text))
            return (ScoreState.NotAssessed, null);
        if (given.Kind == FileCellKind.Date)
            throw InputException.Of("ReturnDate", InputException.Shorten(given.Text), framework.Minimum, framework.Maximum);
        var said = Plain(given.Text);
        // A level written as 3.0 is a 3; a 2.5 is none.
        if (given.Kind is FileCellKind.Number or FileCellKind.Text && double.TryParse(said, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number == Math.Floor(number) && number >= framework.Minimum && number <= framework.Maximum
                ? (ScoreState.Scored, (int)number)
                : throw InputException.Of("ReturnLevel", InputException.Shorten(given.Text), framework.Minimum, framework.Maximum);
        foreach (var state in Choosable)
            if (Same(CodeName.Of(state), said) || Languages.Any(language => Same(Word(state, language), said)))
                return (state, null);
        throw InputException.Of("ReturnLevel", InputException.Shorten(given.Text), framework.Minimum, framework.Maximum);
    }

    private static Confidence ConfidenceOf(FileCell? cell)
    {
        if (cell is not { } given || Unseen.IsBlank(given.Text))
            return Confidence.Unstated;
        foreach (var confidence in Enum.GetValues<Confidence>())
            if (Same(CodeName.Of(confidence), given.Text) || Languages.Any(language => Same(Texts.Of(confidence, language), given.Text)))
                return confidence;
        throw InputException.Of("ReturnConfidence", InputException.Shorten(given.Text));
    }

    private static string RationaleOf(FileCell? cell) =>
        cell is not { } given ? "" : given.Kind == FileCellKind.Error ? throw InputException.Of("ReturnError", InputException.Shorten(given.Text)) : Kept(given.Text);

    private static bool Same(string word, string given) => string.Equals(Plain(word), Plain(given), StringComparison.OrdinalIgnoreCase);

    // Full-width digits and letters are those that a Japanese keyboard writes.
    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();
}
