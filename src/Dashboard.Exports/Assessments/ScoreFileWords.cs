using System.Globalization;
using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Core.Wording;
using Dashboard.Exports.Tables;

namespace Dashboard.Exports.Assessments;

/// <summary>What is said of a file of answers.</summary>
/// <param name="Culture">The reader's language; English for any but Japanese and French.</param>
/// <param name="Marking">The marking of all of it.</param>
/// <param name="Cycle">Code of the cycle; null for all.</param>
/// <param name="Assessments">How many assessments it holds.</param>
/// <param name="Answers">How many lines.</param>
/// <param name="IsDemonstration">Whether the data are invented.</param>
/// <param name="Head">The head of the audit chain with the entry of this export.</param>
public sealed record ScoreFileWords(CultureInfo Culture, Marking Marking, string? Cycle, int Assessments, int Answers, bool IsDemonstration, AuditHead Head)
{
    /// <summary>The same as a workbook says it.</summary>
    internal TableWords Told() => new(
        Cycle is null ? Say("Export.TitleAll") : Say("Export.Title", Cycle), Say("Export.Sheet"), Say("Export.About"),
        string.Join(" · ", SourceWording.Beside(IsDemonstration, null, Culture).Prepend(Marking.ToLine())),
        [Say("Export.Holds", Assessments, Answers), Say("Export.FourKinds"), Say("Export.Words"), Say("Briefing.AuditHead", Head.Sequence, Head.HashText, Head.ToNote())],
        (Say("Briefing.Page"), Say("Briefing.PageOf")), Culture.TwoLetterISOLanguageName == "ja" ? "Yu Gothic" : "Calibri");

    private string Say(string key, params ReadOnlySpan<object?> values) => Texts.Get(Culture, key, values);
}
