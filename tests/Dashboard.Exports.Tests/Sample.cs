using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Tests;

/// <summary>Japan and Estonia in one cycle of the built-in framework: information sharing only.</summary>
internal static class Sample
{
    public static Framework Framework { get; } = FrameworkJson.BuiltIn;

    public static Cycle Cycle { get; } = new("2026", new DateOnly(2026, 6, 30), Framework.Code, Framework.Version);

    public static ReleaseTerms Terms { get; } = new(ClassificationLadder.Default, CountryGroup.BuiltIn, new DateOnly(2026, 11, 23));

    public static Viewer Viewer { get; } = Viewer.Operator("JPN", ClassificationLadder.Default);

    public static AssessmentSheet[] Sheets { get; } =
    [
        Sheet(1, "JPN", Basis.SelfAssessed, ("INF-1", Answer.Of(3, Confidence.High)), ("INF-2", Answer.Of(2)), ("INF-3", Answer.NotApplicable("no such channel"))),
        Sheet(2, "EST", Basis.Estimated, ("INF-1", Answer.Of(4, Confidence.Moderate)), ("INF-2", Answer.Of(4)), ("INF-3", Answer.Of(4))),
    ];

    private static AssessmentSheet Sheet(int id, string country, Basis basis, params (string Indicator, Answer Answer)[] answers) => new(
        new Assessment { Id = id, Country = country, Cycle = Cycle.Code, Assessor = "JPN", Basis = basis, Status = AssessmentStatus.Approved, Marking = new Marking("restricted") },
        [.. answers.Select(a => new Score { AssessmentId = id, Indicator = a.Indicator, Answer = a.Answer, Version = 1, ChangedBy = "Aoki", ChangedAt = DateTime.UnixEpoch })]);
}
