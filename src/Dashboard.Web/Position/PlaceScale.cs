using Dashboard.Web.Charts;

namespace Dashboard.Web.Position;

/// <summary>Where a place lies on a strip, in per cent of its width: each place has a field, the first on the left; the same for all rows of a chart.</summary>
/// <param name="Count">The most places that a row has; at least 1.</param>
public sealed record PlaceScale(int Count)
{
    private const double Margin = 2.5;
    private const int MostTicks = 7;

    /// <summary>Places to be written on the axis: the first, the last, and round ones that keep clear of it.</summary>
    public IEnumerable<int> Ticks
    {
        get
        {
            var step = new[] { 1, 2, 5, 10, 20, 50 }.First(step => Count <= step * MostTicks || step == 50);
            return Enumerable.Range(0, Count / step + 1).Select(i => Math.Max(1, i * step)).Where(place => place == 1 || Count - place > step / 2).Append(Count).Distinct();
        }
    }

    /// <summary>The middle of a place's field.</summary>
    public string X(int place) => Svg.Percent(Edge(place - 0.5));

    /// <summary>Where a place's field begins.</summary>
    public string Left(int place) => Svg.Percent(Edge(place - 1));

    /// <summary>Where a place's field ends.</summary>
    public string Right(int place) => Svg.Percent(Edge(place));

    /// <summary>The width of the fields from one place to another.</summary>
    public string Width(int from, int to) => Svg.Percent(Edge(to) - Edge(from - 1));

    private double Edge(double place) => Margin + place / Count * (100 - 2 * Margin);
}
