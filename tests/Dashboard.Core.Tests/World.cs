using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests;

/// <summary>
/// A small world: a framework, what countries answered in one cycle, a group and a reader. Answers are written as one token for each
/// indicator in framework order: a level with its confidence ("3", "3l", "3m", "3h"), "?" not assessed, "-" not applicable, "c" before one
/// of these for carried over, and "!"
/// behind a level that only a secret clearance may read. "|" between areas is for the eye only.
/// </summary>
internal sealed record World(Framework Framework)
{
    /// <summary>The subject of <see cref="Report"/>, and the nation that the reader belongs to.</summary>
    public const string Home = "JPN";

    public static Marking Open { get; } = new("unclassified", [Home]);

    public static Marking Secret { get; } = new("secret", [Home]);

    public string Cycle { get; init; } = "2026";

    public DateOnly AsOf { get; init; } = new(2026, 6, 30);

    public ImmutableArray<AssessmentSheet> Sheets { get; init; } = [];

    /// <summary>The group: every country added but the subject, unless said otherwise.</summary>
    public ImmutableArray<Membership> Memberships { get; init; } = [];

    public Viewer Viewer { get; init; } = Viewer.Reader(Home, "restricted");

    public CountryGroup Group => new("ALLIES", new Names("Allies", "同盟国", "Alliés"), Memberships);

    /// <summary>Areas as text: "A 1 2" is area A of weight 1 with A-1 of weight 1 and A-2 of weight 2; "A*3 1" has weight 3.</summary>
    public static World Of(params string[] areas) => new(FrameworkOf(areas));

    public static Framework FrameworkOf(params string[] areas) => new(
        "TEST", "Test framework", "1.0",
        [.. Enumerable.Range(0, 6).Select(level => new ScaleLevel(level, $"Level {level}", "as it says"))],
        [.. areas.Select(AreaOf)], [], []);

    /// <summary>Adds what a country answered of itself (or what <paramref name="assessor"/> estimated).</summary>
    public World With(string country, string answers, Marking? marking = null, string? assessor = null, int revision = 1) => this with
    {
        Sheets = Sheets.Add(new AssessmentSheet(
            new Assessment
            {
                Country = country,
                Cycle = Cycle,
                Assessor = assessor ?? country,
                Basis = assessor is null ? Basis.SelfAssessed : Basis.Estimated,
                Revision = revision,
                Status = AssessmentStatus.Approved,
                Marking = marking ?? Open,
            },
            ScoresOf(answers))),
        Memberships = country == Home || Memberships.Any(m => m.Country == country)
            ? Memberships : Memberships.Add(new Membership(country, MembershipRole.Member)),
    };

    public ScoreTable Table() => ReleaseRule.Apply(
        Viewer, new ReleaseTerms(ClassificationLadder.Default, [Group], AsOf), new Cycle(Cycle, AsOf, Framework.Code, Framework.Version), Framework, Sheets);

    public CountryReadiness Readiness(string country = Home) => CountryReadiness.Of(Framework, Table().Of(country).Cells);

    public GapReport Report(Statistic statistic = Statistic.Median, World? earlier = null, int draws = 0) =>
        GapAnalysis.Run(new GapQuestion(Home, Group, statistic), Table(), earlier?.Table(), draws);

    private static Area AreaOf(string text)
    {
        var tokens = text.Split(' ');
        var head = tokens[0].Split('*');
        return new Area(head[0], $"Area {head[0]}", head[0], head.Length > 1 ? Number(head[1]) : 1,
        [
            .. tokens.Skip(1).Select((weight, i) => new Indicator(
                $"{head[0]}-{i + 1}", $"Indicator {i + 1} of {head[0]}", Number(weight), ["none", "one", "two", "three", "four", "five"])),
        ]);
    }

    private ImmutableArray<Score> ScoresOf(string answers)
    {
        var tokens = answers.Replace("|", "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Framework.Indicators.Length, tokens.Length);
        return [.. tokens.Select((token, i) => ScoreOf(token, Framework.Indicators[i].Code)).Where(s => s.Answer.State != ScoreState.NotAssessed)];
    }

    private static Score ScoreOf(string token, string indicator) => new()
    {
        AssessmentId = 1,
        Indicator = indicator,
        Answer = token[0] == 'c' ? Answer.CarriedOver(AnswerOf(token[1..])) : AnswerOf(token),
        Version = 1,
        ChangedBy = "test",
        ChangedAt = new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc),
        Marking = token.EndsWith('!') ? Secret : null,
    };

    private static Answer AnswerOf(string token) => token[0] switch
    {
        '?' => Answer.NotAssessed,
        '-' => Answer.NotApplicable("does not apply"),
        var digit => Answer.Of(digit - '0', ConfidenceOf(token)),
    };

    private static Confidence ConfidenceOf(string token) =>
        token.Contains('h') ? Confidence.High : token.Contains('m') ? Confidence.Moderate : token.Contains('l') ? Confidence.Low : Confidence.Unstated;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
