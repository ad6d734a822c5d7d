using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>The radar of a page of gaps, read back. Its geometry is what it draws itself: spokes from the least to the highest level.</summary>
internal sealed partial class DrawnRadar
{
    private const double Exact = 0.02;
    private readonly XElement _drawing;
    private readonly List<(double X, double Y)[]> _spokes;
    private readonly (double Least, double Highest) _scale;

    public DrawnRadar(string page, IReadOnlyList<int> levels)
    {
        _drawing = Drawn.Section(page, "radar-title").All("svg", "radar").Single();
        _spokes = [.. Points((string)_drawing.All("path", "spokes").Single().Attribute("d")!).Chunk(2)];
        _scale = (levels[0], levels[^1]);
        // One ring for each level above the least, and the last at the spokes' ends.
        AssertPoints(levels.Skip(1).SelectMany(level => Enumerable.Range(0, _spokes.Count).Select(spoke => At(spoke, level))),
            Points((string)_drawing.All("path", "rings").Single().Attribute("d")!));
    }

    public int Spokes => _spokes.Count;

    /// <summary>Whether a line stands between each two neighbours of which both are known, and nowhere else.</summary>
    public void AssertLine(string type, IReadOnlyList<double?> levels) => AssertPoints(
        levels.Select((level, i) => (From: (Spoke: i, Level: level), To: (Spoke: (i + 1) % levels.Count, Level: levels[(i + 1) % levels.Count])))
            .Where(piece => piece.From.Level is not null && piece.To.Level is not null)
            .SelectMany(piece => new[] { At(piece.From.Spoke, piece.From.Level!.Value), At(piece.To.Spoke, piece.To.Level!.Value) }),
        Points((string)_drawing.All("path", type).Single().Attribute("d")!));

    /// <summary>Whether a dot stands at each known level, and nowhere else.</summary>
    public void AssertDots(string type, IReadOnlyList<double?> levels) => Assert.All(_drawing.All("path", type), dots => AssertPoints(
        levels.Select((level, spoke) => (level, spoke)).Where(x => x.level is not null).Select(x => At(x.spoke, x.level!.Value)),
        Points((string)dots.Attribute("d")!)));

    private static void AssertPoints(IEnumerable<(double X, double Y)> expected, IEnumerable<(double X, double Y)> actual) => Assert.Equal(expected, actual, Near);

    private static bool Near((double X, double Y) a, (double X, double Y) b) => Math.Abs(a.X - b.X) < Exact && Math.Abs(a.Y - b.Y) < Exact;

    private static List<(double X, double Y)> Points(string path) =>
        [.. Point().Matches(path).Select(m => (double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)))];

    private (double X, double Y) At(int spoke, double level)
    {
        var (from, to, far) = (_spokes[spoke][0], _spokes[spoke][1], (level - _scale.Least) / (_scale.Highest - _scale.Least));
        return (from.X + far * (to.X - from.X), from.Y + far * (to.Y - from.Y));
    }

    [GeneratedRegex(@"(-?[\d.]+),(-?[\d.]+)")]
    private static partial Regex Point();
}
