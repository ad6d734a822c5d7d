namespace Dashboard.Core.Readiness;

/// <summary>A place among the members and the subject, as the 5th to 95th percentile of the draws; 1 is best.</summary>
/// <param name="From">Best place of the band.</param>
/// <param name="To">Worst place of the band.</param>
/// <param name="Of">Number of places: the members that count, and the subject.</param>
public readonly record struct Position(int From, int To, int Of)
{
    /// <summary>Levels by which a member must be greater to stand before the subject: equals but for the last bits share a place.</summary>
    internal const double Tie = 1e-9;

    /// <summary>Whether every open place lies in the front half; the middle place of an odd number lies in neither.</summary>
    public bool IsInFront => 2 * To <= Of;

    /// <summary>Whether every open place lies in the back half.</summary>
    public bool IsInBack => 2 * From > Of + 1;

    /// <summary>The 5th to 95th percentile of some places, by nearest rank.</summary>
    /// <param name="places">At least one; sorted in place.</param>
    /// <param name="of">Number of places.</param>
    internal static Position OfDraws(Span<int> places, int of)
    {
        places.Sort();
        return new Position(Statistics.NearestRank<int>(places, 5), Statistics.NearestRank<int>(places, 95), of);
    }
}
