using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;

namespace Dashboard.Data.Demonstration;

/// <summary>
/// Illustrative demonstration data: the same in every installation. Japan's line follows published facts; everything else is invented
/// and says nothing about the nations named.
/// </summary>
internal static class DemonstrationData
{
    public const string HomeNation = "JPN";
    private const string Invented = "Illustrative demonstration data";
    private static readonly ImmutableArray<int> Years = [2024, 2025, 2026];

    /// <summary>Three cycles a year apart; the last one is open.</summary>
    public static IEnumerable<Cycle> Cycles(Framework framework) => Years.Select(year => new Cycle(
        CycleCode(year), new DateOnly(year, 6, 30), framework.Code, framework.Version,
        year == Years[^1] ? null : new DateTime(year, 9, 30, 9, 0, 0, DateTimeKind.Utc)));

    /// <summary>Every assessment of the three cycles.</summary>
    public static List<NewSheet> Sheets(Framework framework) =>
    [
        .. from year in Years
           from nation in DemonstrationNation.All
           from report in nation.Reports
           where report.From <= year
           from revision in Enumerable.Range(1, report.IsCorrected && year == Years[^1] ? 2 : 1)
           select Invent(framework, nation, report, year, revision),
        .. Years.Select(year => Japan(framework, year)),
    ];

    private static string CycleCode(int year) => FormattableString.Invariant($"{year}");

    private static NewSheet Japan(Framework framework, int year)
    {
        var assessment = new Assessment
        {
            Country = HomeNation,
            Cycle = CycleCode(year),
            Assessor = HomeNation,
            Basis = Basis.SelfAssessed,
            Status = AssessmentStatus.Approved,
            Marking = new Marking("restricted", ["AUS", "GBR", "USA"]),
        };
        return new NewSheet(
            assessment,
            [.. framework.Indicators.Select(i => (i.Code, Answer: JapanStory.Answer(i.Code, year - Years[0])))
                .Where(x => x.Answer.State != ScoreState.NotAssessed)
                .Select(x => Stored(x.Code, x.Answer, year) with { Marking = JapanStory.TighterMarking(x.Code, year - Years[0]) })],
            year == Years[^1] ? JapanStory.Evidence : []);
    }

    private static NewSheet Invent(Framework framework, DemonstrationNation nation, DemonstrationReport report, int year, int revision)
    {
        var assessment = new Assessment
        {
            Country = nation.Code,
            Cycle = CycleCode(year),
            Assessor = report.Assessor,
            Basis = report.Basis,
            Revision = revision,
            Status = report.IsDraft ? AssessmentStatus.Draft : AssessmentStatus.Approved,
            Marking = revision == 1 ? report.Marking : report.Marking.ReleasedTo(""),
        };
        var answers = framework.Areas.SelectMany(area => area.Indicators.Select((indicator, place) =>
            (indicator.Code, Answer: InventedAnswers.Of(nation, report, area.Code, indicator.Code, place, year))));
        return new NewSheet(
            assessment,
            [.. answers.Where(x => x.Answer.State != ScoreState.NotAssessed)
                .Select(x => Stored(x.Code, x.Answer, year) with { Marking = nation.TighterMarking(report, x.Code) })],
            []);
    }

    private static Score Stored(string indicator, Answer answer, int year) => new()
    {
        AssessmentId = 0,
        Indicator = indicator,
        Answer = answer with { Rationale = answer.Rationale.Length > 0 ? answer.Rationale : Invented },
        Version = 1,
        ChangedBy = Invented,
        ChangedAt = new DateTime(year, 6, 30, 9, 0, 0, DateTimeKind.Utc),
    };
}
