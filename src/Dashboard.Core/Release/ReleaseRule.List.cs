using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Release;

public static partial class ReleaseRule
{
    /// <summary>
    /// Everything of a cycle that a reader may take along: each approved assessment that they may see, the one that <see cref="Apply"/> uses of
    /// its country first, and each country of which they may see none, with the reason. By country.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="framework">Its framework.</param>
    /// <param name="sheets">Everything stored of the cycle, with the evidence of what the reader's own nation assessed.</param>
    public static IEnumerable<ListedSheet> List(Viewer viewer, ReleaseTerms terms, Cycle cycle, Framework framework, IEnumerable<AssessmentSheet> sheets)
    {
        foreach (var country in sheets.GroupBy(s => s.Assessment.Country, StringComparer.Ordinal).OrderBy(country => country.Key, StringComparer.Ordinal))
        {
            var current = Current(viewer, terms, country, reading: null);
            var isUsed = true;
            foreach (var (sheet, _) in current.Where(candidate => candidate.Reason is null))
            {
                var (scores, marking) = Show(sheet, viewer, terms, framework);
                yield return new ListedSheet(cycle, framework, scores, isUsed, BehindEach(viewer, terms, framework, sheet), marking);
                isUsed = false;
            }

            if (isUsed && current.Count > 0)
                yield return new ListedSheet(cycle, framework, Hidden(country.Key, current, framework), IsUsed: false, [], Marking: null);
        }
    }

    // As Behind tells it of one area in words.
    private static ImmutableArray<Behind> BehindEach(Viewer viewer, ReleaseTerms terms, Framework framework, AssessmentSheet sheet)
    {
        if (sheet.Assessment.Assessor != viewer.Nation)
            return [];
        var hidden = HiddenOf(viewer, terms, sheet);
        var given = sheet.Scores.Where(s => s.Answer.IsGiven).ToDictionary(s => s.Indicator, s => s.Answer.Rationale, StringComparer.OrdinalIgnoreCase);
        var evidence = sheet.Evidence.ToLookup(e => e.Indicator, e => terms.Withholds(viewer, e, sheet.Assessment) is null, StringComparer.OrdinalIgnoreCase);
        return [.. framework.Indicators.Select(i => hidden.Contains(i.Code) ? new Behind("", 0, 0)
            : new Behind(given.GetValueOrDefault(i.Code, ""), evidence[i.Code].Count(isSeen => isSeen), evidence[i.Code].Count(isSeen => !isSeen)))];
    }
}
