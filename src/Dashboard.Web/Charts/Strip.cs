using System.Collections.Immutable;
using Dashboard.Core.Readiness;

namespace Dashboard.Web.Charts;

/// <summary>Where levels lie on the strips of a report, in per cent of their width: they can be drawn at any width without distortion.</summary>
public sealed class Strip(GapReport report)
{
    private const double Margin = 2.5;

    // Equal members stand on one another as one column: as high as there are of them, on one scale for all strips of a report.
    private readonly double _each = Math.Min(3, 6.4 / Math.Max(1, report.MostAlike - 1));
    private readonly (int Minimum, int Maximum) _scale = (report.Framework.Minimum, report.Framework.Maximum);

    public IEnumerable<int> Levels => Enumerable.Range(_scale.Minimum, _scale.Maximum - _scale.Minimum + 1);

    public double At(double level) => Margin + (level - _scale.Minimum) / (_scale.Maximum - _scale.Minimum) * (100 - 2 * Margin);

    public string X(double level) => Svg.Percent(At(level));

    /// <summary>Adds the path of the members that report, for strokes with round ends: a dot for one, a column for more.</summary>
    internal void AddReported(Marks marks, ImmutableArray<MembersAt> distribution, int wide)
    {
        foreach (var members in distribution.Where(m => m.Reported > 0))
            marks.Add($"M{At(members.Value) * wide / 100} 0v{(1 - members.Reported) * _each}");
    }

    /// <summary>Adds the path of those that are estimated, above those that report.</summary>
    internal void AddEstimated(Marks marks, ImmutableArray<MembersAt> distribution, int wide)
    {
        foreach (var members in distribution.Where(m => m.Estimated > 0))
            marks.Add($"M{At(members.Value) * wide / 100} {-members.Reported * _each}v{(1 - members.Estimated) * _each}");
    }

    /// <summary>Adds the path of an upright line at every level of the scale, one unit high.</summary>
    internal void AddUprights(Marks marks, int wide)
    {
        foreach (var level in Levels)
            marks.Add($"M{At(level) * wide / 100} 0v1");
    }
}
