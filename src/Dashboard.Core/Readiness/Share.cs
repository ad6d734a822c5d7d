namespace Dashboard.Core.Readiness;

/// <summary>A share of weight that must be reached, kept as whole numbers so that a third is a third.</summary>
/// <param name="Numerator">Above the line.</param>
/// <param name="Denominator">Below the line.</param>
public readonly record struct Share(int Numerator, int Denominator)
{
    /// <summary>Coverage from which an area has a score: 1/2.</summary>
    public static Share ForScore { get; } = new(1, 2);

    /// <summary>Coverage from which a member's area counts into a benchmark: 2/3.</summary>
    public static Share ForBenchmark { get; } = new(2, 3);

    /// <summary>Share of applicable area weight from which a country total is shown: 3/4.</summary>
    public static Share ForTotal { get; } = new(3, 4);

    /// <summary>Whether <paramref name="part"/> is at least this share of <paramref name="whole"/>; weights that add up to it but for the last bits do reach it.</summary>
    public bool IsReachedBy(double part, double whole) => Denominator * part >= Numerator * whole - 1e-9 * whole;
}
