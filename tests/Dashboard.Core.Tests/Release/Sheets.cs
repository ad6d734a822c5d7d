using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

/// <summary>Small assessments, terms and readers for the tests of release and wording.</summary>
internal static class Sheets
{
    public static readonly Framework Framework = FrameworkJson.BuiltIn;

    public static readonly Cycle Cycle = new("2026", new DateOnly(2026, 6, 30), "AICR", "1.0");

    /// <summary>The day of reading.</summary>
    public static readonly DateOnly Today = new(2026, 9, 1);

    public static readonly ReleaseTerms Terms = new(ClassificationLadder.Default, CountryGroup.BuiltIn, Today);

    public static readonly Marking Open = new("unclassified", ["NATO", "JPN"]);

    /// <summary>An approved assessment with the same level in every indicator; a nation's own unless an assessor is named.</summary>
    public static AssessmentSheet Of(string country, int level = 3, Marking? marking = null, string? assessor = null, Basis? basis = null) =>
        Scored(country, marking, assessor, basis, _ => Answer.Of(level, Confidence.High));

    /// <summary>As above, with an answer for each area.</summary>
    public static AssessmentSheet Scored(string country, Marking? marking, string? assessor, Basis? basis, Func<string, Answer> answerOfArea) => new(
        new Assessment
        {
            Country = country,
            Cycle = Cycle.Code,
            Assessor = assessor ?? country,
            Basis = basis ?? (assessor is null ? Basis.SelfAssessed : Basis.Estimated),
            Status = AssessmentStatus.Approved,
            Marking = marking ?? Open,
        },
        [.. Framework.Areas.SelectMany(area => area.Indicators.Select(i => ScoreOf(i.Code, answerOfArea(area.Code))))]);

    public static AssessmentSheet Revision(this AssessmentSheet sheet, int revision) => sheet with { Assessment = sheet.Assessment with { Revision = revision } };

    public static AssessmentSheet In(this AssessmentSheet sheet, AssessmentStatus status) => sheet with { Assessment = sheet.Assessment with { Status = status } };

    /// <summary>The sheet with a marking of its own on one score.</summary>
    public static AssessmentSheet Mark(this AssessmentSheet sheet, string indicator, Marking marking) => sheet with
    {
        Scores = [.. sheet.Scores.Select(s => s.Indicator == indicator ? s with { Marking = marking } : s)],
    };

    /// <summary>What a reader sees of the sheets.</summary>
    public static ScoreTable SeenBy(this IEnumerable<AssessmentSheet> sheets, Viewer viewer, string? preview = null) =>
        ReleaseRule.Apply(viewer, Terms, Cycle, Framework, sheets, preview is null ? null : new Reading(preview, Preview: true));

    /// <summary>Every assessment that a reader sees, by country and preference.</summary>
    public static IEnumerable<CountryScores> Listed(Viewer reader, ReleaseTerms terms, Framework framework, IEnumerable<AssessmentSheet> sheets) =>
        ReleaseRule.List(reader, terms, Cycle, framework, sheets).Select(sheet => sheet.Scores).Where(scores => scores.Source is not null);

    /// <summary>What a reader of a nation with the highest clearance sees.</summary>
    public static ScoreTable SeenBy(this IEnumerable<AssessmentSheet> sheets, string nation) => sheets.SeenBy(Viewer.Reader(nation, "secret"));

    private static Score ScoreOf(string indicator, Answer answer) => new()
    {
        AssessmentId = 0, Indicator = indicator, Answer = answer, Version = 1, ChangedBy = "planner", ChangedAt = new DateTime(2026, 5, 1),
    };
}
