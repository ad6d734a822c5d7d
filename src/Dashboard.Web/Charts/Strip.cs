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

    public string Width(double from, double to) => Svg.Percent(At(to) - At(from));
}
