using System.Globalization;
using System.Xml.Linq;
using Dashboard.Core.Readiness;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>The chart of a page of gaps, read back: positions as levels, by the axis that the chart draws.</summary>
internal sealed class DrawnStrips
{
    private readonly List<(double X, int Level)> _axis;

    public DrawnStrips(string page)
    {
        var rows = Drawn.Section(page, "chart-title").All("div", "row").ToList();
        _axis = [.. rows[0].Descendants("text").Select(text => (text.Number("x"), int.Parse(text.Value, CultureInfo.InvariantCulture)))];
        Rows = [.. rows.Skip(1).Select(row => new DrawnStrip(row, this))];
    }

    public IReadOnlyList<int> Levels => [.. _axis.Select(tick => tick.Level)];

    public IReadOnlyList<DrawnStrip> Rows { get; }

    public double LevelAt(double x) => _axis[0].Level + (x - _axis[0].X) / (_axis[^1].X - _axis[0].X) * (_axis[^1].Level - _axis[0].Level);
}

/// <summary>One row of the chart.</summary>
internal sealed class DrawnStrip(XElement row, DrawnStrips chart)
{
    public string Name => row.Descendants("strong").Single().Value;

    public string Score => row.All("span", "score").Single().Words();

    public string Gap => row.All("span", "gapval").Single().Words(without: "small");

    public string Sentence => (string)row.All("svg", "strip").First().Attribute("aria-label")!;

    public IEnumerable<double> Levels => Paths("grid").SelectMany(Pieces).Select(piece => chart.LevelAt(piece.X));

    public double? Subject => Circles("subject").Select(circle => chart.LevelAt(circle.Number("cx"))).Cast<double?>().SingleOrDefault();

    public double? Benchmark => Upright("bench");

    /// <summary>Where members are drawn, whether as estimates, from which height on and how high.</summary>
    public IEnumerable<(double Level, bool IsEstimated, double From, double High)> Members => Paths("allies")
        .Where(path => !Type(path).Contains("hole", StringComparison.Ordinal))
        .SelectMany(path => Pieces(path).Select(piece => (chart.LevelAt(piece.X), Type(path).Contains("ring", StringComparison.Ordinal), -piece.Y, -piece.Up)));

    /// <summary>The line between benchmark and subject, from left to right.</summary>
    public Band? GapLine => Lines("gap").Select(line => new Band(chart.LevelAt(line.Number("x1")), chart.LevelAt(line.Number("x2")))).Cast<Band?>().SingleOrDefault();

    /// <summary>Where the score could lie.</summary>
    public Band? CouldLie => Bar("band");

    /// <summary>What is left open where there is no score.</summary>
    public Band? Range => Bar("unknown");

    private double? Upright(string type) => Lines(type).Select(line =>
    {
        Assert.Equal(line.Number("x1"), line.Number("x2"));
        return chart.LevelAt(line.Number("x1"));
    }).Cast<double?>().SingleOrDefault();

    private Band? Bar(string type) => row.All("rect", type)
        .Select(bar => new Band(chart.LevelAt(bar.Number("x")), chart.LevelAt(bar.Number("x") + bar.Number("width")))).Cast<Band?>().SingleOrDefault();

    // A path is in hundredths of the strip's width, as the axis is in per cent.
    private static IEnumerable<(double X, double Y, double Up)> Pieces(XElement path) => ((string)path.Attribute("d")!).Split('M', StringSplitOptions.RemoveEmptyEntries)
        .Select(piece => piece.Split([' ', 'v']).Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()).Select(piece => (piece[0], piece[1], piece[2]));

    private static string Type(XElement mark) => (string)mark.Attribute("class")!;

    private IEnumerable<XElement> Paths(string type) => row.All("path", type);

    private IEnumerable<XElement> Lines(string type) => row.All("line", type);

    private IEnumerable<XElement> Circles(string type) => row.All("circle", type);
}
