using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests;

/// <summary>
/// A small world to compute in: a framework of areas A, B … with indicators …, a group ALLIES, and one assessment for each
/// country, all of it made by Japan and seen by Japan.
/// </summary>
internal sealed record World(Framework Framework, ImmutableArray<string> Members)
{
    public const string Subject = "JPN";

    public static readonly DateOnly AsOf = new(2026, 6, 30);

    /// <summary>What each country answers: "3" or "3h" (level, confidence l, m, h or none), "-" not assessed, "x" not applicable, "w4" a 4 that is withheld.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Answers { get; init; } = ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;

    public string CycleCode { get; init; } = "2026";

    public DateOnly Day { get; init; } = AsOf;

    /// <summary>A world of one area for each list of indicator weights.</summary>
    public static World Of(params double[][] weights) => new(FrameworkOf([.. weights.Select(w => (1.0, w))]), []);

    public static Framework FrameworkOf((double Weight, double[] Indicators)[] areas, string version = "1")
    {
        var scale = Enumerable.Range(0, 6).Select(l => new ScaleLevel(l, $"level {l}", $"meaning {l}")).ToImmutableArray();
        return new Framework("TEST", "Test", version, scale,
            [.. areas.Select((area, a) => new Area($"{(char)('A' + a)}", $"Area {(char)('A' + a)}", $"Area {(char)('A' + a)}", area.Weight,
                [.. area.Indicators.Select((w, i) => new Indicator($"{(char)('A' + a)}-{i + 1}", $"Indicator {i + 1}", w, [.. scale.Select(l => l.Name)]))]))],
            [], []);
    }

    /// <summary>The world with a country's answers, in framework order, separated by blanks; a country other than the subject becomes a member.</summary>
    public World With(string country, string answers) => this with
    {
        Answers = Answers.SetItem(country, [.. answers.Split(' ', StringSplitOptions.RemoveEmptyEntries)]),
        Members = country == Subject || Members.Contains(country) ? Members : Members.Add(country),
    };

    public Cycle Cycle => new(CycleCode, Day, Framework.Code, Framework.Version);

    public CountryGroup Group => new("ALLIES", new Names("Allies"), [.. Members.Select(m => new Membership(m, MembershipRole.Member))]);

    public ReleaseTerms Terms => new(ClassificationLadder.Default, [Group], AsOf);

    public IEnumerable<AssessmentSheet> Sheets => Answers.Select((entry, i) => new AssessmentSheet(
        new Assessment
        {
            Id = i + 1,
            Country = entry.Key,
            Cycle = CycleCode,
            Assessor = Subject,
            Basis = entry.Key == Subject ? Basis.SelfAssessed : Basis.Estimated,
            Status = AssessmentStatus.Approved,
            Marking = new Marking("unclassified"),
        },
        [.. entry.Value.Select((text, index) => Parse(i + 1, Framework.Indicators[index].Code, text)).OfType<Score>()]));

    public ScoreTable Table() => Table(Sheets);

    public ScoreTable Table(IEnumerable<AssessmentSheet> sheets) =>
        ReleaseRule.Apply(Viewer.Reader(Subject, "restricted"), Terms, Cycle, Framework, sheets);

    public GapQuestion Question(Statistic statistic = Statistic.Median) => new(Subject, Group, statistic);

    public GapReport Report(Statistic statistic = Statistic.Median, int draws = GapAnalysis.Draws) => GapAnalysis.Run(Question(statistic), Table(), draws: draws);

    public GapRow Row(string area, Statistic statistic = Statistic.Median) => Report(statistic).Areas.Single(row => row.Code == area);

    public CountryReadiness Readiness(string country = Subject) => CountryReadiness.Of(Framework, Table().Of(country).Cells);

    private static Score? Parse(int assessment, string indicator, string text)
    {
        var answer = text switch
        {
            "-" => null,
            "x" => Answer.NotApplicable("not here"),
            _ => Answer.Of(text.First(char.IsDigit) - '0', text[^1] switch
            {
                'h' => Confidence.High,
                'm' => Confidence.Moderate,
                'l' => Confidence.Low,
                _ => Confidence.Unstated,
            }),
        };
        return answer is null ? null : new Score
        {
            AssessmentId = assessment,
            Indicator = indicator,
            Answer = answer,
            Version = 1,
            ChangedBy = "Aoki",
            ChangedAt = DateTime.UnixEpoch,
            Marking = text[0] == 'w' ? new Marking("secret") : null,
        };
    }
}
