using CsCheck;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class AgreementTests
{
    private static readonly Gen<(int One, int Other)[]> Pairs = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5]).Array[2, 44].Select(pairs => pairs.Select(p => (p.Item1, p.Item2)).ToArray());

    [Fact]
    public void Kappa_IsWhatTheFormulaGives_WorkedByHand()
    {
        // Observed: (0 + 0 + 1 + 4) / 4 = 1.25 squared, (0 + 0 + 1 + 2) / 4 = 0.75 plain. Expected: the mean over all 16 combinations.
        (int, int)[] pairs = [(0, 0), (1, 1), (2, 3), (3, 1)];
        var squares = 0;
        var distances = 0;
        foreach (var a in (int[])[0, 1, 2, 3])
            foreach (var b in (int[])[0, 1, 3, 1])
                (squares, distances) = (squares + ((a - b) * (a - b)), distances + Math.Abs(a - b));
        var quadratic = Agreement.Of(pairs);
        Assert.Equal((4, 2), (quadratic.Pairs, quadratic.Exact));
        Assert.Equal(1 - (1.25 / (squares / 16.0)), quadratic.Kappa!.Value, 12);
        Assert.Equal(1 - (0.75 / (distances / 16.0)), Agreement.Of(pairs, AgreementWeights.Linear).Kappa!.Value, 12);
    }

    // With two levels every weight is the same, and weighted kappa is Cohen's of 1960. The table 20 5 / 10 15: observed agreement 0.7,
    // by chance 0.5, kappa 0.4.
    [Theory]
    [InlineData(AgreementWeights.Quadratic)]
    [InlineData(AgreementWeights.Linear)]
    public void Kappa_OfTwoLevels_IsTheUnweightedOne(AgreementWeights weights)
    {
        (int, int)[] table = [.. Times((1, 1), 20), .. Times((1, 0), 5), .. Times((0, 1), 10), .. Times((0, 0), 15)];
        var agreement = Agreement.Of(table, weights);
        Assert.Equal((50, 35), (agreement.Pairs, agreement.Exact));
        Assert.Equal(0.4, agreement.Kappa!.Value, 12);
    }

    // Linear and quadratic, to four digits: scikit-learn, sklearn/metrics/tests/test_classification.py, "Weighting example", on the scheme of
    // Artstein and Poesio (2008), Table 4: 46, 44 and 10 things by the one rater, 50, 40 and 10 in the same order by the other.
    [Theory]
    [InlineData(AgreementWeights.Linear, 0.9412)]
    [InlineData(AgreementWeights.Quadratic, 0.9541)]
    public void Kappa_OfThreeLevels_IsThePublishedOne(AgreementWeights weights, double published)
    {
        (int, int)[] table = [.. Times((0, 0), 46), .. Times((1, 0), 4), .. Times((1, 1), 40), .. Times((2, 2), 10)];
        Assert.Equal(published, Agreement.Of(table, weights).Kappa!.Value, 4);
    }

    // Two dermatologists, four ordered grades, 88 patients: SAS/STAT User's Guide, The FREQ Procedure, Example "Agreement Study"; its weighted
    // kappa, with Cicchetti and Allison's linear weights, is 0.5082.
    [Fact]
    public void Kappa_OfTwoDermatologists_IsThePublishedOne()
    {
        int[][] counts = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]];
        (int, int)[] table = [.. from one in Enumerable.Range(0, 4) from other in Enumerable.Range(0, 4) from _ in Enumerable.Range(0, counts[one][other]) select (one, other)];
        var agreement = Agreement.Of(table, AgreementWeights.Linear);
        Assert.Equal((88, 45), (agreement.Pairs, agreement.Exact));
        Assert.Equal(0.5082, agreement.Kappa!.Value, 4);
    }

    [Fact]
    public void Unknown_SaysWhyThereIsNoKappa()
    {
        Assert.Equal(KappaUnknown.TooFew, Agreement.Of([(1, 4)]).Unknown);
        Assert.Equal(KappaUnknown.OneLevel, Agreement.Of([(2, 2), (2, 2)]).Unknown);
        Assert.Null(Agreement.Of([(2, 3), (3, 2)]).Unknown);
        Assert.Null(Agreement.Of([]).ExactShare);
        Assert.Equal(0.5, Agreement.Of([(2, 2), (2, 3)]).ExactShare);
    }

    [Fact]
    public void Kappa_WithFewerThanTwoPairs_OrNothingToDisagreeOn_IsUnknown()
    {
        Assert.Equal(new Agreement(0, 0, null), Agreement.Of([]));
        Assert.Equal(new Agreement(1, 0, null), Agreement.Of([(1, 4)]));
        Assert.Equal(new Agreement(3, 3, null), Agreement.Of([(2, 2), (2, 2), (2, 2)]));
        Assert.Equal(0, Agreement.Of([(2, 3), (2, 3)]).Kappa);
    }

    [Fact]
    public void Law_TheSameLevels_AgreeFully() => Law.Holds(Pairs, pairs =>
    {
        var same = Agreement.Of([.. pairs.Select(p => (p.One, p.One))]);
        Assert.Equal(pairs.Select(p => p.One).Distinct().Count() > 1 ? 1 : null, same.Kappa);
    });

    [Fact]
    public void Law_WhoIsFirst_AndWhichEndIsUp_ChangesNothing() => Law.Holds(Pairs, pairs =>
    {
        foreach (var weights in Enum.GetValues<AgreementWeights>())
        {
            var agreement = Agreement.Of(pairs, weights);
            Assert.Equal(agreement, Agreement.Of([.. pairs.Select(p => (p.Other, p.One))], weights));
            Assert.Equal(agreement, Agreement.Of([.. pairs.Select(p => (5 - p.One, 5 - p.Other))], weights));
            Assert.True(agreement.Kappa is null or (>= -1 and <= 1));
        }
    });

    private static IEnumerable<(int, int)> Times((int, int) pair, int times) => Enumerable.Repeat(pair, times);
}
