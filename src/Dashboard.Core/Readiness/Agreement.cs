namespace Dashboard.Core.Readiness;

/// <summary>How a disagreement of two raters weighs, by its distance on the scale.</summary>
public enum AgreementWeights
{
    /// <summary>By the square of the distance: two levels apart weigh four times as much as one.</summary>
    Quadratic,
    /// <summary>By the distance.</summary>
    Linear,
}

/// <summary>Why there is no kappa.</summary>
public enum KappaUnknown
{
    /// <summary>Fewer than two things were scored by both.</summary>
    TooFew,
    /// <summary>Both gave one and the same level throughout: chance leaves nothing to disagree on.</summary>
    OneLevel,
}

/// <summary>How far two people who scored the same things agree.</summary>
/// <param name="Pairs">Number of things that both gave a level.</param>
/// <param name="Exact">How many of them both gave the same level.</param>
/// <param name="Kappa">Weighted kappa: 1 for full agreement, 0 for what chance would give, below 0 for less; null with fewer than two pairs, or where chance leaves nothing to disagree on because both gave one and the same level throughout.</param>
/// <remarks>
/// Quadratic weights unless asked for otherwise: two levels apart weigh four times as much as one, as suits levels of which a neighbour is
/// often defensible; and with them kappa is an intraclass correlation: Fleiss, J. L. and Cohen, J. (1973). The equivalence of weighted
/// kappa and the intraclass correlation coefficient as measures of reliability. Educational and Psychological Measurement, 33(3), 613-619.
/// Source: Cohen, J. (1968). Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit.
/// Psychological Bulletin, 70(4), 213-220. Kappa = 1 - observed weighted disagreement / disagreement expected by chance, where chance keeps
/// how often each rater gave each level. It says where to talk, and not who is right.
/// </remarks>
public sealed record Agreement(int Pairs, int Exact, double? Kappa)
{
    /// <summary>Share of the pairs with the same level, 0 to 1; null without pairs.</summary>
    public double? ExactShare => Pairs == 0 ? null : (double)Exact / Pairs;

    /// <summary>Why there is no kappa; null if there is one.</summary>
    public KappaUnknown? Unknown => Kappa is not null ? null : Pairs < 2 ? KappaUnknown.TooFew : KappaUnknown.OneLevel;

    /// <summary>Measures the agreement of two raters.</summary>
    /// <param name="pairs">The level of the one and of the other for each thing that both scored; what only one scored is not in it.</param>
    /// <param name="weights">How a disagreement weighs.</param>
    public static Agreement Of(IReadOnlyCollection<(int One, int Other)> pairs, AgreementWeights weights = AgreementWeights.Quadratic)
    {
        var exact = pairs.Count(p => p.One == p.Other);
        // Whole numbers throughout: the order of the pairs changes nothing.
        var observed = pairs.Sum(p => Weight(p.One, p.Other));
        var expected = pairs.Sum(p => pairs.Sum(q => Weight(p.One, q.Other)));
        return new Agreement(pairs.Count, exact, pairs.Count < 2 || expected == 0 ? null : 1 - (double)(observed * pairs.Count) / expected);

        long Weight(int one, int other) => weights == AgreementWeights.Linear ? Math.Abs((long)one - other) : ((long)one - other) * ((long)one - other);
    }
}
