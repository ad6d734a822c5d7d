using Dashboard.Core.Frameworks;

namespace Dashboard.Web.Charts;

/// <summary>Where a level lies on a strip, in per cent of its width: the strip can be drawn at any width without distortion.</summary>
public sealed record Strip(int Minimum, int Maximum)
{
    private const double Margin = 2.5;

    public static Strip Of(Framework framework) => new(framework.Minimum, framework.Maximum);

    public IEnumerable<int> Levels => Enumerable.Range(Minimum, Maximum - Minimum + 1);

    public double At(double level) => Margin + (level - Minimum) / (Maximum - Minimum) * (100 - 2 * Margin);

    public string X(double level) => Svg.Percent(At(level));

    /// <summary>Adds the path of a dot at each of the levels, for strokes with round ends: equal ones once.</summary>
    /// <param name="marks">To what.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="wide">How wide the strip is.</param>
    internal void AddDots(Marks marks, IEnumerable<double> levels, int wide)
    {
        foreach (var x in levels.Select(level => Math.Round(At(level) * wide / 100, 2)).Distinct())
            marks.Add($"M{x} 0h0");
    }

    /// <summary>Adds the path of an upright line at every level of the scale, one unit high.</summary>
    internal void AddUprights(Marks marks, int wide)
    {
        foreach (var level in Levels)
            marks.Add($"M{At(level) * wide / 100} 0v1");
    }
}
