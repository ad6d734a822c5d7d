using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>What to look at before an assessment is sent to review or approved: pure, of what one reader may see. The rules stand in docs/scoring.md.</summary>
public static class SheetChecks
{
    /// <summary>From this level on an answer has to be shown by evidence for which an ally vouches (<see cref="Evidence.IsAllied"/>).</summary>
    public const int ShownFrom = 4;

    /// <summary>How old such evidence may be, in months before the cycle's day.</summary>
    public const int RecentMonths = 24;

    /// <summary>Whether nothing at all is answered; what was carried over and is not confirmed is no answer.</summary>
    public static bool IsEmpty(IEnumerable<Answer> answers) => !answers.Any(a => a.IsGiven);

    /// <summary>Checks an assessment.</summary>
    /// <param name="framework">The framework of its cycle.</param>
    /// <param name="sheet">The assessment as its reader may see it; a withheld answer counts as answered, for it is not known to be missing.</param>
    /// <param name="day">The cycle's as-of date: answers, and the age of their evidence, refer to it.</param>
    /// <returns>By kind, within a kind in framework order; empty if there is nothing to look at.</returns>
    public static ImmutableArray<Concern> Of(Framework framework, OpenedSheet sheet, DateOnly day)
    {
        var answers = sheet.Scores.ToDictionary(s => s.Indicator, s => s.Answer, StringComparer.OrdinalIgnoreCase);
        if (sheet.Withheld.IsEmpty && IsEmpty(answers.Values))
            return [new Concern(ConcernKind.Empty), .. framework.Indicators.Where(i => answers.GetValueOrDefault(i.Code)?.State == ScoreState.Carried).Select(i => new Concern(ConcernKind.Carried, i.Code))];
        var concerns = Unsigned(sheet).Concat(Coverage(framework, sheet, answers))
            .Concat(framework.Indicators.SelectMany(i => OfIndicator(i, sheet, answers.GetValueOrDefault(i.Code, Answer.NotAssessed), day)));
        return [.. concerns.OrderBy(c => c.Kind)];
    }

    private static IEnumerable<Concern> Unsigned(OpenedSheet sheet) =>
        sheet is { Standing: { Terms.AsksAreaLeads: true } standing, Assessment.Status: AssessmentStatus.Draft or AssessmentStatus.Returned }
            ? standing.Unsigned.Select(area => new Concern(ConcernKind.NotSigned, area))
            : [];

    private static IEnumerable<Concern> Coverage(Framework framework, OpenedSheet sheet, Dictionary<string, Answer> answers)
    {
        ImmutableArray<Cell> cells = [.. framework.Indicators.Select(i => new Cell(StateOf(sheet, i.Code, answers)))];
        var readiness = CountryReadiness.Of(framework, cells);
        if (readiness.Total is { Value: null, IsApplicable: true })
            yield return new Concern(ConcernKind.NoTotal, null, readiness.Areas.Count(a => a.Value is not null), readiness.Areas.Count(a => a.IsApplicable));
        for (var a = 0; a < framework.Areas.Length; a++)
        {
            var own = cells.Slice(framework.Offsets[a], framework.Areas[a].Indicators.Length);
            if (readiness.Areas[a] is { Value: null, IsApplicable: true })
                yield return new Concern(ConcernKind.NoAreaScore, framework.Areas[a].Code, own.Count(c => c.IsScored), own.Count(c => c.IsApplicable));
        }
    }

    // Only whether there is a score is asked of these cells, so that a level is not needed.
    private static CellState StateOf(OpenedSheet sheet, string indicator, Dictionary<string, Answer> answers) =>
        sheet.Withheld.Contains(indicator) ? CellState.Scored
        : !answers.TryGetValue(indicator, out var answer) ? CellState.NotAssessed
        : answer.State switch
        {
            ScoreState.Scored => CellState.Scored,
            ScoreState.NotApplicable => CellState.NotApplicable,
            _ => CellState.NotAssessed,
        };

    private static IEnumerable<Concern> OfIndicator(Indicator indicator, OpenedSheet sheet, Answer answer, DateOnly day)
    {
        if (sheet.Withheld.Contains(indicator.Code))
        {
            yield return new Concern(ConcernKind.NotSeen, indicator.Code);
            yield break;
        }

        if (answer.State == ScoreState.NotAssessed)
            yield return new Concern(ConcernKind.NotAnswered, indicator.Code);
        if (answer.State == ScoreState.Carried)
            yield return new Concern(ConcernKind.Carried, indicator.Code);
        if (sheet.Scores.Any(s => s.Indicator == indicator.Code && s.NeedsConsent))
            yield return new Concern(ConcernKind.NotApplicable, indicator.Code);
        var evidence = sheet.Evidence.Where(e => e.Indicator == indicator.Code).ToList();
        // Where levels are thresholds, the figure or the instrument itself is the evidence.
        var isShown = answer is not { State: ScoreState.Scored, Level: >= ShownFrom } || indicator.LevelsAreThresholds || evidence.Any(e => e.IsAllied && IsRecent(e, day));
        if (!isShown)
            yield return sheet.WithheldEvidence.Contains(indicator.Code)
                ? new Concern(ConcernKind.NotSeen, indicator.Code)
                : new Concern(ConcernKind.NotShown, indicator.Code, answer.Level!.Value, evidence.Count(e => e.Origin == EvidenceOrigin.Unstated && IsRecent(e, day)));
        if (evidence.Count(e => e.HasExpired(day)) is > 0 and var expired)
            yield return new Concern(ConcernKind.Expired, indicator.Code, expired);
        if (sheet.Comments.Count(c => c.Indicator == indicator.Code && c.IsOpen) is > 0 and var open)
            yield return new Concern(ConcernKind.Discussed, indicator.Code, open);
    }

    private static bool IsRecent(Evidence piece, DateOnly day) =>
        piece.Bearing == Bearing.Supports && !string.IsNullOrWhiteSpace(piece.Source) && piece.Date >= day.AddMonths(-RecentMonths) && !piece.HasExpired(day);
}
