using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>
/// The draws, worked again without Core's classes for them: only the numbers of the sequence are taken from there.
/// Five numbers for each draw, shift of A, B-1, shift of B.
/// </summary>
public class GapDrawsTests
{
    private const int Draws = 2000;

    private static readonly World Small = World.Of("A 1 3", "B*2 1").With(World.Home, "3h ? | 4m").With("EST", "4 2l | 3").With("USA", "5m 1h | 5h");

    private static readonly GapReport Report = Small.Report(Statistic.Mean, draws: Draws);

    // A of JPN covers only a quarter: no score, but draws. EST: margin (1 x 1 + 3 x 1) / 4. USA: (1 x 0.5 + 3 x 0.25) / 4 = 0.3125.
    private static readonly double[] JapanA = Draw("JPN", u => (3 + 3 * 5 * u(1)) / 4 + 0.25 * (2 * u(2) - 1));
    private static readonly double[] JapanB = Draw("JPN", u => 4 + 0.5 * (2 * u(4) - 1));
    private static readonly double[] EstoniaB = Draw("EST", u => 3 + 1 * (2 * u(4) - 1));
    private static readonly double[] AmericaB = Draw("USA", u => 5 + 0.25 * (2 * u(4) - 1));

    [Fact]
    public void CouldLie_IsFifthTo95thPercentileOfDraws()
    {
        Same(JapanA, RowOf("A").CouldLie);
        Same(JapanB, RowOf("B").CouldLie);
    }

    [Fact]
    public void GapBand_DrawsSubjectAndMembersTogether()
    {
        Same(Each(i => JapanB[i] - (EstoniaB[i] + AmericaB[i]) / 2), RowOf("B").GapBand);
        Assert.Null(RowOf("A").GapBand);
    }

    [Fact]
    public void Position_CountsBetterMembersInEachDraw()
    {
        var places = Each(i => 1 + (EstoniaB[i] > JapanB[i] + 1e-9 ? 1 : 0) + (AmericaB[i] > JapanB[i] + 1e-9 ? 1 : 0)).Order().ToArray();

        Assert.Equal(new Position((int)places[99], (int)places[1899], 3), RowOf("B").Position);
    }

    /// <summary>Half of the draws of a level 0 end at the floor of the scale: equals there are not greater.</summary>
    [Fact]
    public void Position_DoesNotCountEquals()
    {
        string[] members = ["BEL", "CAN", "EST", "FRA", "USA"];
        var world = members.Aggregate(World.Of("A 1", "B 1 1").With(World.Home, "0h | 0 0"), (w, m) => w.With(m, "0h | 0 0"));
        var (own, others) = (Floor(World.Home), members.Select(Floor).ToList());
        var places = Each(i => 1 + others.Count(other => other[i] > own[i])).Order().ToArray();

        var position = world.Report(draws: Draws).Areas.Single(row => row.Code == "A").Position;
        Assert.Equal(new Position((int)places[99], (int)places[1899], 6), position);
        Assert.True(position!.Value.To < 6);

        static double[] Floor(string country) => Draw(country, u => 0.25 * (2 * u(1) - 1));
    }

    /// <summary>Weights 1 and 2; area A is in the total's draws although it has no score.</summary>
    [Fact]
    public void TotalsDraws_UseAllApplicableAreas()
    {
        Same(Each(i => (JapanA[i] + 2 * JapanB[i]) / 3), Report.Total.CouldLie);
        Assert.Null(Report.Total.GapBand); // 2/3 of the area weight is no total
    }

    [Fact]
    public void TotalsGapBand_IsOfTotalsDraws()
    {
        var world = World.Of("A 1 3", "B*3 1").With(World.Home, "3h ? | 4m").With("EST", "4 2l | 3");
        var estoniaA = Draw("EST", u => 2.5 + 1 * (2 * u(2) - 1));

        Same(Each(i => (JapanA[i] + 3 * JapanB[i] - estoniaA[i] - 3 * EstoniaB[i]) / 4), world.Report(draws: Draws).Total.GapBand);
    }

    /// <summary>docs/scoring.md, How sure: the first draw of Japan.</summary>
    [Fact]
    public void FirstDraw_IsTheOneInTheDocument()
    {
        var numbers = SplitMix64.For("2026|JPN");
        double[] fractions = [.. Enumerable.Range(0, 5).Select(i => Math.Round(numbers.Fraction((ulong)i), 4))];

        Assert.Equal([0.2789, 0.2112, 0.6521, 0.0526, 0.1203], fractions);
        Assert.Equal(1.618, JapanA[0], 5e-4); // (3 + 3 x 5 x 0.2112) / 4 + 0.25 x (2 x 0.6521 - 1)
        Assert.Equal(3.620, JapanB[0], 5e-4); // 4 + 0.5 x (2 x 0.1203 - 1)
    }

    [Fact]
    public void AnotherCycle_DrawsOtherNumbers()
    {
        var other = (World.Of("A 1 3", "B*2 1") with { Cycle = "2027" }).With(World.Home, "3h ? | 4m").Report(draws: Draws);

        Assert.NotEqual(RowOf("A").CouldLie, other.Areas.Single(row => row.Code == "A").CouldLie);
    }

    private static double[] Draw(string country, Func<Func<int, double>, double> value)
    {
        var numbers = SplitMix64.For($"2026|{country}");
        return Each(i => Math.Clamp(value(slot => numbers.Fraction((ulong)(5 * i + slot))), 0, 5));
    }

    private static double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, Draws).Select(value)];

    private static void Same(double[] draws, Band? band)
    {
        var sorted = draws.Order().ToArray();
        Assert.Equal(sorted[99], band!.Value.Low, 1e-12); // rank ceil(0.05 x 2000) = 100
        Assert.Equal(sorted[1899], band!.Value.High, 1e-12);
    }

    private static GapRow RowOf(string area) => Report.Areas.Single(row => row.Code == area);
}
