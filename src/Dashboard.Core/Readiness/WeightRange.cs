namespace Dashboard.Core.Readiness;

/// <summary>The place of a country in one area, or in the total, under other weights. Scores as they were given: no doubt of answers is in it.</summary>
/// <param name="Plain">The place by the framework's own weights: 1 + the members whose score is greater by more than 0.000000001 levels.</param>
/// <param name="Range">5th to 95th percentile of the places under the drawn weights. The plain place may lie outside: a tie that every other weight breaks.</param>
/// <param name="Best">The best place met, the plain one included.</param>
/// <param name="Worst">The worst place met, the plain one included.</param>
/// <param name="Holds">
/// Whether the weights do not matter beyond what is said already: every place of <paramref name="Range"/> lies among the plain place, the
/// places that the doubt of answers leaves open (<see cref="GapRow.Position"/>), and those between. A place that no weight moves holds.
/// </param>
public sealed record WeightRange(int Plain, Position Range, int Best, int Worst, bool Holds)
{
    internal static WeightRange Of(GapRow row, int[] places)
    {
        var plain = 1 + row.Members.Count(member => member.Value > row.Score.Value + Position.Tie);
        var range = Position.OfDraws(places, row.N + 1);
        var said = row.Position ?? new Position(plain, plain, row.N + 1);
        return new WeightRange(
            plain, range, Math.Min(plain, places[0]), Math.Max(plain, places[^1]),
            range.From >= Math.Min(plain, said.From) && range.To <= Math.Max(plain, said.To));
    }
}
