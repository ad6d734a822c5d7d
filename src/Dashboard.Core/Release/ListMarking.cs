using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Release;

/// <summary>The marking of a list of answers, as <see cref="ReleaseRule.List"/> gives them out.</summary>
public static class ListMarking
{
    /// <summary>The markings, with their originators, of what the listed assessments of one cycle show.</summary>
    /// <param name="terms">Ladder, groups and the day of reading.</param>
    /// <param name="framework">The framework of the cycle.</param>
    /// <param name="sheets">Everything stored of the cycle.</param>
    /// <param name="listed">What a reader sees of it.</param>
    public static IEnumerable<(Marking Marking, string Originator)> PartsOf(
        ReleaseTerms terms, Framework framework, IReadOnlyCollection<AssessmentSheet> sheets, IEnumerable<CountryScores> listed) =>
        from scores in listed
        from sheet in sheets
        let a = sheet.Assessment
        where scores.Source == new Source(a.Country, a.Basis, a.Assessor, a.Revision, a.Status)
        let seen = framework.Indicators.Where((_, i) => scores.Cells[i].State != CellState.Withheld).Select(i => i.Code).ToImmutableHashSet(StringComparer.OrdinalIgnoreCase)
        select PartOf(terms, a, sheet.Scores.Where(s => seen.Contains(s.Indicator)));

    /// <summary>The marking, with its originator, of an assessment of which some scores are shown.</summary>
    public static (Marking Marking, string Originator) PartOf(ReleaseTerms terms, Assessment assessment, IEnumerable<Score> shown) =>
        (shown.Select(s => s.Marking).OfType<Marking>().Aggregate(assessment.Marking, (marking, own) => terms.Tighter(marking, own.Within(assessment.Marking), assessment.Assessor)), assessment.Assessor);

    /// <summary>The marking of all parts together; of none, the lowest, for the reader's nation.</summary>
    public static Marking Of(ReleaseTerms terms, Viewer viewer, IEnumerable<(Marking Marking, string Originator)> parts) =>
        new ReportMarkings(terms, viewer.Nation, ImmutableDictionary<string, (Marking, string)>.Empty).Of(parts);
}
