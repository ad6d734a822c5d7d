using System.Text.Json;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Benchmarks;

/// <summary>Every country of the world with an approved assessment of its own, a tenth of the answers missing: seeded, the same in every run.</summary>
internal sealed class World
{
    public const string Subject = "JPN";
    private const int AreaCount = 12;
    private static readonly DateOnly Day = new(2026, 6, 30);

    /// <param name="indicators">How many.</param>
    /// <param name="cycle">Code of the cycle, its year.</param>
    public World(int indicators, string cycle = "2026")
    {
        Framework = indicators == FrameworkJson.BuiltIn.Indicators.Length ? FrameworkJson.BuiltIn : FrameworkOf(indicators);
        Cycle = new Cycle(cycle, Day.AddYears(int.Parse(cycle, System.Globalization.CultureInfo.InvariantCulture) - Day.Year), Framework.Code, Framework.Version);
        Sheets = [.. Country.All.Keys.Select(SheetOf)];
    }

    public Framework Framework { get; }

    public Cycle Cycle { get; }

    public List<AssessmentSheet> Sheets { get; }

    public static CountryGroup Everybody { get; } =
        new("ALL", new("Everybody"), [.. Country.All.Keys.Select(c => new Membership(c, MembershipRole.Member))]);

    public static GapQuestion Question { get; } = new(Subject, Everybody);

    /// <summary>What a reader of the subject may see: everything.</summary>
    public ScoreTable Table() => ReleaseRule.Apply(
        Viewer.Reader(Subject, "secret"), new ReleaseTerms(ClassificationLadder.Default, [Everybody], Day), Cycle, Framework, Sheets);

    /// <summary>The levels as plain numbers: one row for each country, NaN where the answer is missing.</summary>
    public double[][] Levels() =>
    [
        .. Sheets.Select(sheet => sheet.Scores.ToDictionary(s => s.Indicator, s => (double)s.Answer.Level!.Value))
            .Select(known => Framework.Indicators.Select(i => known.GetValueOrDefault(i.Code, double.NaN)).ToArray()),
    ];

    private AssessmentSheet SheetOf(string country)
    {
        var numbers = SplitMix64.For(country);
        var assessment = new Assessment
        {
            Country = country, Cycle = Cycle.Code, Assessor = country, Basis = Basis.SelfAssessed,
            Status = AssessmentStatus.Approved, Marking = new Marking("restricted", ["ALL"]),
        };
        return new AssessmentSheet(assessment, [.. Framework.Indicators
            .Select((indicator, i) => (indicator.Code, Chance: numbers.Fraction((ulong)i * 3), Level: numbers.Fraction((ulong)i * 3 + 1), Sure: numbers.Fraction((ulong)i * 3 + 2)))
            .Where(x => x.Chance >= 0.1)
            .Select(x => new Score
            {
                AssessmentId = 0, Indicator = x.Code, Answer = Answer.Of((int)(x.Level * 6), (Confidence)(int)(x.Sure * 4), "As reported by the agency."),
                Version = 1, ChangedBy = "planner", ChangedAt = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc),
            })]);
    }

    private static Framework FrameworkOf(int indicators) => FrameworkJson.Parse(JsonSerializer.Serialize(
        FrameworkJson.BuiltIn with
        {
            Code = "LARGE",
            Profiles = [],
            Areas =
            [
                .. Enumerable.Range(0, AreaCount).Select(a => new Area($"A{a}", $"Area {a}", $"Area {a}", 1 + a % 3,
                    [.. Enumerable.Range(0, indicators).Where(i => i % AreaCount == a)
                        .Select(i => new Indicator($"A{a}-{i}", $"Indicator {i}", 1 + i % 2, ["0", "1", "2", "3", "4", "5"]))])),
            ],
        },
        JsonSerializerOptions.Web));
}
