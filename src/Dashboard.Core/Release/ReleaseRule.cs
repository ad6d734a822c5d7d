using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Release;

/// <summary>The one gate between what is stored and what is read.</summary>
public static partial class ReleaseRule
{
    /// <summary>Makes the table of what a reader may see of a cycle.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="sheets">Everything stored of the cycle.</param>
    /// <param name="reading">How one country is read other than by default; null for none.</param>
    /// <remarks>
    /// Only approved assessments enter. Of several revisions the reader's own nation's highest; of another nation's the highest that is
    /// released to the reader's, so that they keep what was released until the correction is released too. The clearance is then asked
    /// of that one. Of several assessments that the reader may see one is used, in the order of <see cref="Basis"/>; among estimates the reader's own nation's before others'; then by assessor.
    /// </remarks>
    public static ScoreTable Apply(
        Viewer viewer, ReleaseTerms terms, Cycle cycle, Framework framework, IEnumerable<AssessmentSheet> sheets, Reading? reading = null)
    {
        var used = new Dictionary<string, (Marking, string)>(StringComparer.Ordinal);
        var countries = new List<CountryScores>();
        foreach (var country in sheets.GroupBy(s => s.Assessment.Country, StringComparer.Ordinal))
        {
            var current = Current(viewer, terms, country, reading?.Country == country.Key ? reading : null);
            var visible = current.Where(c => c.Reason is null).Select(c => c.Sheet).ToList();
            if (visible.Count > 0)
            {
                var (scores, marking) = Show(visible[0], viewer, terms, framework);
                countries.Add(scores with { Alternatives = [.. visible.Skip(1).Select(s => SourceOf(s.Assessment))] });
                used.Add(country.Key, (marking, visible[0].Assessment.Assessor));
            }
            else if (current.Count > 0)
            {
                countries.Add(Hidden(country.Key, current, framework));
            }
        }

        return new ScoreTable(cycle, framework, countries, new ReportMarkings(terms, viewer.Nation, used));
    }

    /// <summary>Reports are made for those alone who read scores by one of their roles.</summary>
    /// <exception cref="InputException"><paramref name="viewer"/> has no such role.</exception>
    public static void RequireReader(Viewer viewer)
    {
        if (!viewer.ReadsScores)
            throw InputException.Of("MayNotReadScores", viewer.Name);
    }

    /// <summary>
    /// What the assessment that <see cref="Apply"/> uses of a country rests on; null if the reader sees none, or is of another nation than
    /// the one that assessed: levels are released, the words behind them stay with their originator.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="framework">The framework of the sheets' cycle.</param>
    /// <param name="country">All assessments of the country in the cycle, with their evidence.</param>
    /// <param name="reading">How the country is read other than by default.</param>
    /// <param name="area">The area whose answers are shown; null for all areas.</param>
    public static Grounds? Behind(Viewer viewer, ReleaseTerms terms, Framework framework, IReadOnlyCollection<AssessmentSheet> country, Reading reading, Area? area)
    {
        if (Current(viewer, terms, country, reading).Find(c => c.Reason is null).Sheet is not { } sheet || sheet.Assessment.Assessor != viewer.Nation)
            return null;
        var (assessment, hidden) = (sheet.Assessment, HiddenOf(viewer, terms, sheet));
        var shown = (area?.Indicators ?? framework.Indicators).Select(i => i.Code).Except(hidden).ToHashSet(StringComparer.Ordinal);
        var behind = sheet.Evidence.Where(e => shown.Contains(e.Indicator)).ToLookup(e => terms.Withholds(viewer, e, assessment) is null);
        var marking = behind[true].Select(e => e.Marking).OfType<Marking>().Aggregate(
            Show(sheet, viewer, terms, framework).Marking, (so, own) => terms.Tighter(so, own.Within(assessment.Marking), assessment.Assessor));
        return new Grounds(
            sheet.Scores.Where(s => shown.Contains(s.Indicator) && s.Answer.IsGiven && s.Answer.Rationale.Length > 0).ToImmutableDictionary(s => s.Indicator, s => s.Answer.Rationale),
            [.. behind[true]], [.. behind[false].Select(e => e.Indicator)], marking, assessment.Assessor);
    }

    /// <summary>Opens one assessment, whatever its status, to somebody who works on it; null if they do not, or may not see it.</summary>
    /// <param name="viewer">Who works on it.</param>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="sheet">The assessment as it is stored.</param>
    public static OpenedSheet? Open(Viewer viewer, ReleaseTerms terms, AssessmentSheet sheet)
    {
        var (assessment, scores) = sheet;
        if (!viewer.MayOpen(assessment) || terms.Withholds(viewer, assessment) is not null)
            return null;
        var hidden = HiddenOf(viewer, terms, sheet);
        // What an answer rests on says what the answer is: it is withheld with it.
        var evidence = sheet.Evidence.RemoveAll(e => hidden.Contains(e.Indicator));
        return new OpenedSheet(assessment, scores.RemoveAll(s => hidden.Contains(s.Indicator)), hidden)
        {
            Evidence = evidence.RemoveAll(e => terms.Withholds(viewer, e, assessment) is not null),
            Comments = sheet.Comments.RemoveAll(c => hidden.Contains(c.Indicator)),
            WithheldEvidence = [.. evidence.Where(e => terms.Withholds(viewer, e, assessment) is not null).Select(e => e.Indicator)],
        };
    }

    /// <summary>Opens one assessment to whoever gives a second opinion on it; null if they are of another nation, or may not see it by its marking.</summary>
    /// <param name="viewer">The reviewer who began it: whoever is no reviewer any more may end it all the same.</param>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="sheet">The assessment as it is stored.</param>
    public static BlindSheet? OpenBlind(Viewer viewer, ReleaseTerms terms, AssessmentSheet sheet)
    {
        var assessment = sheet.Assessment;
        if (viewer.Nation != assessment.Assessor || terms.Withholds(viewer, assessment.Marking, assessment.Assessor) is not null)
            return null;
        var hidden = HiddenOf(viewer, terms, sheet);
        return new BlindSheet(assessment, [.. sheet.Evidence.Where(e => !hidden.Contains(e.Indicator) && terms.Withholds(viewer, e, assessment) is null).Select(e => e with { Bearing = default })]);
    }

    /// <summary>
    /// Holds a second opinion against its assessment; null unless it is handed in and the reader is of the assessing nation and may see the
    /// assessment, whoever works on it at any time, others once it is approved.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="framework">The framework of its cycle.</param>
    /// <param name="sheet">The assessment as it is stored, in the revision that the opinion is about.</param>
    /// <param name="opinion">The opinion with its answers as they are stored.</param>
    public static OpinionComparison? Compare(Viewer viewer, ReleaseTerms terms, Framework framework, AssessmentSheet sheet, (Opinion Opinion, IEnumerable<OpinionAnswer> Answers) opinion)
    {
        var assessment = sheet.Assessment;
        var mayRead = viewer.Nation == assessment.Assessor && (viewer.MayOpen(assessment) || assessment.Status == AssessmentStatus.Approved);
        if (opinion.Opinion.State != OpinionState.HandedIn || !mayRead || terms.Withholds(viewer, assessment) is not null)
            return null;
        // What is said of an answer that is marked higher is as high as the answer.
        var hidden = HiddenOf(viewer, terms, sheet);
        var now = sheet.Scores.ToDictionary(s => s.Indicator, s => s.Answer, StringComparer.OrdinalIgnoreCase);
        var said = opinion.Answers.Where(a => a.Answer.IsGiven).ToLookup(a => hidden.Contains(a.Indicator));
        var rows = said[false].OrderBy(a => framework.IndexOf(a.Indicator))
            .Select(a => new OpinionRow(a.Indicator, a.Answer, a.Beside ?? Answer.NotAssessed, now.GetValueOrDefault(a.Indicator, Answer.NotAssessed)));
        return new OpinionComparison(assessment, opinion.Opinion, [.. rows], said[true].Count());
    }

    // A country of which there is something, and nothing that may be seen.
    private static CountryScores Hidden(string country, List<(AssessmentSheet Sheet, WithheldReason? Reason)> current, Framework framework)
    {
        // What is not released does not change the reason that something released gives.
        var cell = new Cell(CellState.Withheld, Reason: current.Find(c => c.Reason != WithheldReason.NotReleased).Reason ?? WithheldReason.NotReleased);
        return new CountryScores(country, null, cell.Reason, [.. Enumerable.Repeat(cell, framework.Indicators.Length)], []);
    }

    private static ImmutableArray<string> HiddenOf(Viewer viewer, ReleaseTerms terms, AssessmentSheet sheet) =>
        [.. sheet.Scores.Where(s => terms.Withholds(viewer, s, sheet.Assessment) is not null).Select(s => s.Indicator)];

    // The reader's revision of each assessment, most preferred first, with the reason why they may not see it.
    private static List<(AssessmentSheet Sheet, WithheldReason? Reason)> Current(
        Viewer viewer, ReleaseTerms terms, IEnumerable<AssessmentSheet> country, Reading? reading) =>
    [
        .. country
            .Where(s => s.Assessment.Status == AssessmentStatus.Approved || (reading is { Preview: true } && viewer.MayOpen(s.Assessment)))
            .GroupBy(s => (s.Assessment.Assessor, s.Assessment.Basis))
            .Select(same => Asked(viewer, terms, country, same, reading?.Source) ?? RevisionFor(viewer, terms, [.. same.OrderByDescending(s => s.Assessment.Revision)]))
            .OrderBy(s => reading?.Source is { } chosen && !chosen.IsOf(s.Assessment.Basis, s.Assessment.Assessor))
            .ThenBy(s => s.Assessment.Basis)
            .ThenBy(s => s.Assessment.Assessor != viewer.Nation)
            .ThenBy(s => s.Assessment.Assessor, StringComparer.Ordinal)
            .Select(s => (s, terms.Withholds(viewer, s.Assessment))),
    ];

    // The revision that is asked for: one that the assessing nation's own readers saw before it was corrected.
    private static AssessmentSheet? Asked(Viewer viewer, ReleaseTerms terms, IEnumerable<AssessmentSheet> all, IEnumerable<AssessmentSheet> read, SourceChoice? chosen) =>
        chosen is { Revision: { } number } && read.FirstOrDefault(s => viewer.Nation == s.Assessment.Assessor && chosen.IsOf(s.Assessment.Basis, s.Assessment.Assessor) && s.Assessment.Revision == number) is { } asked
        && MayReadBehind(viewer, terms, all.Where(s => chosen.IsOf(s.Assessment.Basis, s.Assessment.Assessor) && s.Assessment.Revision > number))
            ? asked
            : null;

    /// <summary>Whether somebody may read a revision behind later ones: what was marked up since is closed in the earlier one too, so that nothing of the later ones may be withheld from them.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="later">All later revisions, with what of them is read.</param>
    public static bool MayReadBehind(Viewer viewer, ReleaseTerms terms, IEnumerable<AssessmentSheet> later) => later.All(sheet =>
        terms.Withholds(viewer, sheet.Assessment) is null && HiddenOf(viewer, terms, sheet).IsEmpty && sheet.Evidence.All(e => terms.Withholds(viewer, e, sheet.Assessment) is null));

    private static AssessmentSheet RevisionFor(Viewer viewer, ReleaseTerms terms, List<AssessmentSheet> newestFirst) =>
        newestFirst.Count == 1 ? newestFirst[0]
        : newestFirst.Find(s => terms.IsReleasedTo(viewer.Nation, s.Assessment.Marking, s.Assessment.Assessor)) ?? newestFirst[0];

    private static (CountryScores Scores, Marking Marking) Show(AssessmentSheet sheet, Viewer viewer, ReleaseTerms terms, Framework framework)
    {
        var assessment = sheet.Assessment;
        var scores = sheet.Scores.ToDictionary(s => s.Indicator, StringComparer.OrdinalIgnoreCase);
        var marking = assessment.Marking;
        var cells = ImmutableArray.CreateBuilder<Cell>(framework.Indicators.Length);
        foreach (var indicator in framework.Indicators)
        {
            if (!scores.TryGetValue(indicator.Code, out var score))
            {
                cells.Add(new Cell(CellState.NotAssessed));
                continue;
            }

            var reason = terms.Withholds(viewer, score, assessment);
            cells.Add(reason is null ? CellOf(score.Answer) : new Cell(CellState.Withheld, Reason: reason));
            if (reason is null && score.Marking is not null)
                marking = terms.Tighter(marking, score.Marking.Within(assessment.Marking), assessment.Assessor);
        }

        return (new CountryScores(assessment.Country, SourceOf(assessment), null, cells.MoveToImmutable(), []), marking);
    }

    private static Source SourceOf(Assessment a) => new(a.Country, a.Basis, a.Assessor, a.Revision, a.Status);

    private static Cell CellOf(Answer answer) => answer.State switch
    {
        ScoreState.Scored => new Cell(CellState.Scored, answer.Level!.Value, answer.Confidence),
        ScoreState.NotApplicable => new Cell(CellState.NotApplicable),
        _ => new Cell(CellState.NotAssessed),
    };
}
