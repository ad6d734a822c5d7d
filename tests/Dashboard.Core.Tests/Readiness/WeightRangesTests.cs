using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>
/// Places under other weights, worked again without Core's classes for them: only the numbers of the sequence are taken from there.
/// Five numbers for each draw: the weights of, A, B-1, B.
/// </summary>
public class WeightRangesTests
{
    private const int Draws = 1000;

    private static readonly World Example = World.Of("A 1 1", "B 1").With(World.Home, "4h 2h | 2h").With("EST", "2h 5h | 4h").With("USA", "3h 3h | 1h");

    /// <summary>docs/scoring.md, Position under other weights: by the doubt of answers the country is never first in A, by other weights it can be.</summary>
    [Fact]
    public void Range_OfTheExample_IsWiderThanTheDoubtOfAnswers()
    {
        var report = Example.Report(draws: 2000);
        var ranges = WeightRanges.Of(report);

        Assert.Equal(new Position(2, 3, 3), report.Areas.Single(row => row.Code == "A").Position);
        Assert.Equal(new WeightRange(2, new Position(1, 3, 3), 1, 3, Holds: false), ranges.Areas[0]);
        Assert.Equal(new WeightRange(2, new Position(2, 2, 3), 2, 2, Holds: true), ranges.Areas[1]);
    }

    /// <summary>docs/scoring.md, Position under other weights: the first draw, and in how many draws each place is met.</summary>
    [Fact]
    public void Draws_AreTheOnesInTheDocument()
    {
        var first = Weights(0);
        Assert.Equal([0.6430, 0.5448], Enumerable.Range(0, 2).Select(i => Math.Round(SplitMix64.For("2026|weights").Fraction((ulong)i), 4)));
        Assert.Equal([1.219, 1.064], first.Take(2).Select(w => Math.Round(w, 3)));
        Assert.Equal((3.068, 3.398), (Math.Round(A(first, 4, 2), 3), Math.Round(A(first, 2, 5), 3)));

        var draws = new WeightDraws(Example.Framework, "2026", Draws);
        var board = draws.Board();
        draws.Fill(Example.Report().Subject, board);
        Assert.Equal(A(first, 4, 2), WeightDraws.Draws(board[0])[0], 1e-12);
        Assert.Equal(A(Weights(Draws - 1), 4, 2), WeightDraws.Draws(board[0])[Draws - 1], 1e-12);

        var places = Each(w => Place(A(w, 4, 2), A(w, 2, 5), 3));
        Assert.Equal([272, 237, 491], Enumerable.Range(1, 3).Select(place => places.Count(p => p == place)));
    }

    /// <summary>BEL has no score in B, and of CAN one answer is missing in A: what is missing weighs nothing, in no draw.</summary>
    [Fact]
    public void Total_VariesWeightsOfAreasAndOfIndicators_OverWhatIsScored()
    {
        var world = World.Of("A*3 1 2", "B*1 1").With(World.Home, "2 4 | 1").With("BEL", "3 3 | ?").With("CAN", "? 3 | 3").With("EST", "4 2 | 5").With("USA", "5 2 | 0");
        var ranges = WeightRanges.Of(world.Report(draws: 2000));

        Same(Each(w => Place(Two(w, 2, 4), 3, 3, 4 - 2 * Share(w), 5 - 3 * Share(w))), ranges.Areas[0]); // CAN covers 2/3
        Same(Each(w => Place(Sum(w, Two(w, 2, 4), 1), 3, 3, Sum(w, 4 - 2 * Share(w), 5), Sum(w, 5 - 3 * Share(w), 0))), ranges.Total);

        static double Two(double[] w, double one, double two) => (w[0] * one + 2 * w[1] * two) / (w[0] + 2 * w[1]);
        static double Sum(double[] w, double a, double b) => (3 * w[2] * a + w[4] * b) / (3 * w[2] + w[4]);
        static double Share(double[] w) => 2 * w[1] / (w[0] + 2 * w[1]);
    }

    /// <summary>By some drawn weights half of the answers would be less than half of the weight: the framework's own decide.</summary>
    [Fact]
    public void WhoHasAScoreAndWhoCounts_IsDecidedByTheFrameworksWeights()
    {
        var world = World.Of("A 1 1", "B 2 1").With(World.Home, "3 ? | 3 3").With("EST", "? 4 | 4 ?").With("USA", "2 2 | ? 5");
        var ranges = WeightRanges.Of(world.Report());

        Assert.Equal(new WeightRange(1, new Position(1, 1, 2), 1, 1, true), ranges.Areas[0]); // EST has a score of 4, and 1/2 does not count
        Assert.Equal(new WeightRange(2, new Position(2, 2, 2), 2, 2, true), ranges.Areas[1]); // EST covers 2/3, USA 1/3
        Assert.Equal(2, ranges.Total!.Range.Of); // of USA, half of the area weight has a score
    }

    [Theory]
    [InlineData("? ? 3", "3 3 3")] // no score
    [InlineData("- - -", "3 3 3")]
    [InlineData("3! 3! 3!", "3 3 3")]
    [InlineData("3 3 3", "? 3 ?")] // nobody counts
    [InlineData("3 3 3", "3! 3! 3!")]
    public void WithoutScoreOrMembers_ThereIsNone(string own, string member)
    {
        var ranges = WeightRanges.Of(World.Of("A 1 1 1").With(World.Home, own).With("EST", member).Report());

        Assert.Null(Assert.Single(ranges.Areas));
        Assert.Null(ranges.Total);
    }

    [Fact]
    public void WithoutAnyMember_ThereIsNone() => Assert.Null(WeightRanges.Of(World.Of("A 1").With(World.Home, "3").Report()).Total);

    /// <summary>The one indicator that applies is the score, whatever it weighs.</summary>
    [Theory]
    [InlineData("2", "4", 2)]
    [InlineData("4", "2", 1)]
    [InlineData("3", "3", 1)]
    public void OneIndicator_KeepsItsPlace_AndHolds(string own, string member, int place)
    {
        var ranges = WeightRanges.Of(World.Of("A 0.7 0.1").With(World.Home, $"{own} -").With("EST", $"{member} -").Report());

        Assert.Equal(new WeightRange(place, new Position(place, place, 2), place, place, true), ranges.Areas[0]);
        Assert.Equal(ranges.Areas[0], ranges.Total);
    }

    /// <summary>Level with both by the framework's weights alone: with any other one of them is greater.</summary>
    [Fact]
    public void Tie_ThatOtherWeightsBreak_LiesOutsideTheRange_AndAmongThePlacesMet()
    {
        var world = World.Of("A 1 1").With(World.Home, "3h 3h").With("EST", "2h 4h").With("USA", "4h 2h");

        Assert.Equal(new WeightRange(1, new Position(2, 2, 3), 1, 2, Holds: true), WeightRanges.Of(world.Report(draws: 2000)).Areas[0]);
    }

    /// <summary>Blanks drawn over the whole scale push the country to the last place; its plain score is first under any weights.</summary>
    [Fact]
    public void PlaceThatNoWeightMoves_Holds_EvenWhereTheDoubtOfAnswersSaysOtherwise()
    {
        var report = World.Of("A 1 1 1 1").With(World.Home, "5h 5h ? ?").With("EST", "5h 5h 5h 4h").With("USA", "5h 5h 4h 5h").Report(draws: 2000);

        Assert.Equal(new Position(3, 3, 3), report.Areas[0].Position);
        Assert.Equal(new WeightRange(1, new Position(1, 1, 3), 1, 1, Holds: true), WeightRanges.Of(report).Areas[0]);
    }

    [Fact]
    public void PlaceThatNoWeightMoves_Holds_AlsoWhereTheDoubtOfAnswersIsKinder()
    {
        var report = World.Of("A 1 1 1 1").With(World.Home, "0h 0h ? ?").With("EST", "1h 0h 0h 0h").Report(draws: 2000);

        Assert.Equal(new Position(1, 1, 2), report.Areas[0].Position);
        Assert.Equal(new WeightRange(2, new Position(2, 2, 2), 2, 2, Holds: true), WeightRanges.Of(report).Areas[0]);
    }

    /// <summary>The first weight must be more than 3, 2.5, 1/2.5 and 1/3 of the second for EST, USA, CAN and FRA to stand before the country.</summary>
    [Fact]
    public void Range_IsFifthTo95thPercentileOfPlaces()
    {
        var world = World.Of("A 1 1").With(World.Home, "0h 5h").With("EST", "1h 2h").With("USA", "2h 0h").With("CAN", "5h 3h").With("FRA", "3h 4h");
        var report = world.Report(draws: 2000);

        Assert.Equal(new Position(3, 3, 5), report.Areas[0].Position);
        Assert.Equal(new WeightRange(3, new Position(2, 4, 5), 1, 5, Holds: false), WeightRanges.Of(report).Areas[0]);
    }

    /// <summary>A third indicator that weighs next to nothing puts both members ahead, as long as the other two weigh alike.</summary>
    [Fact]
    public void PlainPlace_CanBeTheWorstMet()
    {
        var world = World.Of("A 1 1 0.0001").With(World.Home, "3 3 3").With("EST", "2 4 4").With("USA", "4 2 4");

        Assert.Equal(new WeightRange(3, new Position(2, 2, 3), 2, 3, Holds: true), WeightRanges.Of(world.Report(draws: 2000)).Areas[0]);
    }

    [Fact]
    public void ReportWithoutDraws_IsHeldAgainstThePlainPlace()
    {
        var ranges = WeightRanges.Of(Example.Report());

        Assert.Equal((false, true), (ranges.Areas[0]!.Holds, ranges.Areas[1]!.Holds));
    }

    [Fact]
    public void For_IsTheRangeOfTheRow()
    {
        var report = Example.Report();
        var ranges = WeightRanges.Of(report);

        Assert.All(report.Areas, row => Assert.Same(ranges.Areas[row.Order], ranges.For(row)));
        Assert.Same(ranges.Total, ranges.For(report.Total));
    }

    [Fact]
    public void AnotherCycle_DrawsOtherWeights()
    {
        Assert.NotEqual(First("2026"), First("2027"));

        static double First(string cycle)
        {
            var draws = new WeightDraws(Example.Framework, cycle, 1);
            var board = draws.Board();
            draws.Fill(Example.Report().Subject, board);
            return WeightDraws.Draws(board[0])[0];
        }
    }

    [Fact]
    public void Factor_IsSpreadOverTheLogarithm()
    {
        Assert.All(Enumerable.Range(0, 101), i => Assert.Equal(Math.Pow(2, 2 * (i / 100.0) - 1), WeightDraws.Factor(i / 100.0), 1e-14));
        Assert.Equal(1, WeightDraws.Factor(0.5));
    }

    private static double[] Weights(int draw) =>
        [.. Enumerable.Range(0, 5).Select(i => Math.Pow(2, 2 * SplitMix64.For("2026|weights").Fraction((ulong)(5 * draw + i)) - 1))];

    private static double A(double[] w, double one, double two) => (w[0] * one + w[1] * two) / (w[0] + w[1]);

    private static int[] Each(Func<double[], int> place) => [.. Enumerable.Range(0, Draws).Select(draw => place(Weights(draw)))];

    private static int Place(double own, params double[] others) => 1 + others.Count(other => other > own + 1e-9);

    private static void Same(int[] places, WeightRange? range)
    {
        var sorted = places.Order().ToArray();
        Assert.Equal((sorted[49], sorted[949]), (range!.Range.From, range.Range.To)); // ranks 50 and 950 of 1,000
        Assert.Equal((Math.Min(range.Plain, sorted[0]), Math.Max(range.Plain, sorted[^1])), (range.Best, range.Worst));
    }
}
