using System.Runtime.CompilerServices;
using Dashboard.Core.Readiness;
using Dashboard.Web.Charts;

namespace Dashboard.Web.Gaps;

/// <summary>
/// The marks of one row of the chart: the members above, below them the subject's band, gap and score against the benchmark. What there is
/// many of is one path each: on a page stretched to its width, its strokes not; in a file of a width that is known. All of them lie within 18
/// pixels of the middle of the row, the least that is half a row.
/// </summary>
/// <param name="row">The row.</param>
/// <param name="strip">The scale.</param>
/// <param name="width">How wide it is drawn, in pixels; null for as wide as there is room.</param>
internal sealed class GapStrip(GapRow row, Strip strip, int? width)
{
    private readonly Marks _marks = new();
    private readonly int _wide = width ?? 100;

    // The marks on pages follow from the row and the report that it is of, whoever reads in whatever language, and are forgotten with it.
    private static readonly ConditionalWeakTable<GapRow, Marks> OnPages = [];

    /// <summary>The marks as wide as there is room.</summary>
    public static Marks Draw(GapRow row, Strip strip) => OnPages.GetOrAdd(row, static (row, strip) => new GapStrip(row, strip, null).Draw().Done(), strip);

    /// <summary>The marks on a width that is known.</summary>
    public static Marks Draw(GapRow row, Strip strip, int width) => new GapStrip(row, strip, width).Draw();

    private Marks Draw()
    {
        _marks.Add($"<svg viewBox=\"0 0 {_wide} 1\" preserveAspectRatio=\"none\"><path class=\"grid");
        AddStretched();
        strip.AddUprights(_marks, _wide);
        _marks.Add($"\"/></svg><svg y=\"50%\" height=\"1\"><svg y=\"-8\" height=\"1\" viewBox=\"0 0 {_wide} 1\" preserveAspectRatio=\"none\">");
        AddMembers();
        _marks.Add($"</svg>");
        AddSubject();
        _marks.Add($"</svg>");
        return _marks;
    }

    private void AddMembers()
    {
        if (row.Distribution.Any(members => members.Estimated > 0))
        {
            AddEstimated(_marks.Add($"<path class=\"allies ring"));
            AddEstimated(_marks.Add($"<path class=\"allies hole"));
        }

        _marks.Add($"<path class=\"allies");
        AddStretched();
        strip.AddReported(_marks, row.Distribution, _wide);
        _marks.Add($"\"/>");
    }

    private void AddEstimated(Marks begun)
    {
        AddStretched();
        strip.AddEstimated(begun, row.Distribution, _wide);
        begun.Add($"\"/>");
    }

    private void AddStretched() => _ = width is null ? _marks.Add($" stretched\" d=\"") : _marks.Add($"\" d=\"");

    private void AddSubject()
    {
        if (row.ShownBand is { } lie)
        {
            _ = row.Score.Value is null ? _marks.Add($"<rect class=\"unknown\"") : _marks.Add($"<rect class=\"band\"");
            _marks.Add($" x=\"{strip.At(lie.Low)}%\" width=\"{strip.At(lie.High) - strip.At(lie.Low)}%\" y=\"-2\" height=\"18\" rx=\"9\"/>");
        }

        if (row is { Gap: not null, Score.Value: { } score, Benchmark: { } against })
        {
            _ = row.Finding switch
            {
                Finding.Behind => _marks.Add($"<line class=\"gap behind\""),
                Finding.Ahead => _marks.Add($"<line class=\"gap ahead\""),
                _ => _marks.Add($"<line class=\"gap close\""),
            };
            _marks.Add($" x1=\"{strip.At(Math.Min(score, against))}%\" x2=\"{strip.At(Math.Max(score, against))}%\" y1=\"7\" y2=\"7\"/>");
        }

        if (row.Benchmark is { } benchmark)
            _marks.Add($"<line class=\"bench\" x1=\"{strip.At(benchmark)}%\" x2=\"{strip.At(benchmark)}%\" y1=\"-3\" y2=\"17\"/>");
        if (row.Score.Value is { } own)
            _marks.Add($"<circle class=\"subject\" cx=\"{strip.At(own)}%\" cy=\"7\" r=\"7\"/>");
    }
}
