using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Imports;

/// <summary>A score as it was given out with a scoring workbook.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Version">Its version then; 0 where nothing was stored.</param>
/// <param name="Answer">What was answered.</param>
public sealed record StampedScore(string Indicator, int Version, Answer Answer);

/// <summary>What a scoring workbook keeps of where it comes from, out of sight: the assessment, and each answer with its version.</summary>
/// <param name="Country">The assessed country, alpha-3.</param>
/// <param name="Cycle">Code of the cycle.</param>
/// <param name="Assessor">The nation that assesses, alpha-3.</param>
/// <param name="Basis">On what the assessment rests.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Edition">The framework, "AICR 1.0".</param>
/// <param name="Hash">The framework's <see cref="Framework.Hash"/>.</param>
/// <param name="Scores">An entry for each indicator that was given out; a withheld one has none.</param>
public sealed record SheetStamp(string Country, string Cycle, string Assessor, Basis Basis, int Revision, string Edition, string Hash, ImmutableArray<StampedScore> Scores)
{
    /// <summary>The stamp of an assessment as somebody may see it.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="framework">The framework of its cycle.</param>
    /// <param name="scores">The stored scores that they may see.</param>
    /// <param name="indicators">Codes of the indicators that are given out.</param>
    public static SheetStamp Of(Assessment assessment, Framework framework, ImmutableArray<Score> scores, IEnumerable<string> indicators)
    {
        var stored = scores.ToDictionary(score => score.Indicator, StringComparer.OrdinalIgnoreCase);
        return new SheetStamp(assessment.Country, assessment.Cycle, assessment.Assessor, assessment.Basis, assessment.Revision, framework.Edition, framework.Hash,
            [.. indicators.Select(code => stored.GetValueOrDefault(code) is { } score ? new StampedScore(code, score.Version, Kept(score.Answer)) : new StampedScore(code, 0, Answer.NotAssessed))]);
    }

    /// <summary>
    /// SHA-256, lower-case hexadecimal, over all that the stamp says: a workbook whose hidden part was sorted, cut or typed over no longer
    /// says what was given out. It keeps nobody from forging one, who could do no more with it than on the page.
    /// </summary>
    public string Seal()
    {
        var all = new StringBuilder();
        foreach (var part in (string[])[Country, Cycle, Assessor, CodeName.Of(Basis), Text(Revision), Edition, Hash])
            Add(part);
        foreach (var (indicator, version, answer) in Scores)
            foreach (var part in (string[])[indicator, Text(version), CodeName.Of(answer.State), answer.Level is { } level ? Text(level) : "", CodeName.Of(answer.Confidence), answer.Rationale])
                Add(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all.ToString())));

        // With its length, so that no two stamps come to one text.
        void Add(string part) => all.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part}\n");
    }

    private static Answer Kept(Answer answer) => answer with { Rationale = AnswerText.Kept(answer.Rationale) };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
