using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>The marking of a list of answers or assessments.</summary>
public static class ListMarking
{
    /// <summary>The marking, with its originator, of an assessment of which some scores are shown.</summary>
    public static (Marking Marking, string Originator) PartOf(ReleaseTerms terms, Assessment assessment, IEnumerable<Score> shown) =>
        (shown.Select(s => s.Marking).OfType<Marking>().Aggregate(assessment.Marking, (marking, own) => terms.Tighter(marking, own.Within(assessment.Marking), assessment.Assessor)), assessment.Assessor);

    /// <summary>The marking of all parts together; of none, the lowest, for the reader's nation.</summary>
    public static Marking Of(ReleaseTerms terms, Viewer viewer, IEnumerable<(Marking Marking, string Originator)> parts) =>
        new ReportMarkings(terms, viewer.Nation, ImmutableDictionary<string, (Marking, string)>.Empty).Of(parts);
}
