using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Says one area of a gap report, or its total, in sentences.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class AreaWording(GapReport report, CultureInfo culture)
{
    private readonly GapWording _wording = new(report, culture);

    /// <summary>One sentence that says how far behind or ahead the subject is in the area, or why that cannot be said.</summary>
    /// <param name="row">The area's row.</param>
    public string Headline(GapRow row)
    {
        var area = _wording.FullName(row.Code);
        return row.Finding switch
        {
            Finding.Behind => Texts.Get(culture, "Area.Behind", area, _wording.SubjectIs, _wording.Against, _wording.By(row)),
            Finding.Ahead => Texts.Get(culture, "Area.Ahead", area, _wording.SubjectIs, _wording.Against, _wording.By(row)),
            Finding.TooCloseToCall => Texts.Get(culture, "Area.Close", area, _wording.SubjectInSentence, _wording.Against, _wording.GapOf(row)),
            Finding.Insufficient => Texts.Get(culture, "Area.Insufficient", area, _wording.SubjectInSentence, row.Answers.Scored, row.Answers.Applicable),
            Finding.NoPeers when report.Question.Group.IsOneCountry => Texts.Get(culture, "Area.NoPeersOne", area, _wording.SubjectInSentence, _wording.GroupInSentence),
            var other => Texts.Get(culture, $"Area.{other}", area, _wording.SubjectInSentence),
        };
    }

    /// <summary>The sentences under the headline: the figures with their bands, since when, how sure the answers are.</summary>
    /// <param name="row">The area's row.</param>
    /// <param name="points">Its line over the cycles.</param>
    public IEnumerable<string> Lead(GapRow row, ImmutableArray<TrendPoint> points)
    {
        if (row is { Score.Value: { } score, CouldLie: { } lie })
            yield return Texts.Get(culture, "Area.Score", _wording.Subject, Shown.Level(score, culture), Shown.Level(lie.Low, culture), Shown.Level(lie.High, culture));
        if (row.Benchmark is { } benchmark)
            yield return Texts.Get(culture, "Area.Benchmark", _wording.Benchmark, Shown.Level(benchmark, culture), row.N, report.Members);
        if (row.GapBand is { } band)
            yield return Texts.Get(culture, "Area.Band", Shown.GapEnd(band.Low, culture), Shown.GapEnd(band.High, culture));
        if (Since(row, points) is { } since)
            yield return since;
        if (_wording.OtherWord() is { } otherWord)
            yield return otherWord;
        if (Confidences(row) is { } sure)
            yield return sure;
        if (row.RoundsApart)
            yield return Texts.Get(culture, "Note.Rounded");
    }

    /// <summary>Since when the subject is clearly behind or clearly ahead; null where it is neither, or where no earlier cycle is seen.</summary>
    /// <param name="row">The area's row.</param>
    /// <param name="points">Its line over the cycles.</param>
    public string? Since(GapRow row, ImmutableArray<TrendPoint> points)
    {
        if (row.Finding is not (Finding.Behind or Finding.Ahead) || Trend.Since(points) is not { } since)
            return null;
        // A cycle of which nothing is known says neither that it was so before nor that it was not; and a broken line begins anew.
        var begins = Math.Max(0, points.ToList().FindLastIndex(point => point.Breaks));
        var before = points[begins..^1].Where(point => point.Row?.Gap is not null).Select(point => point.Row!.Finding).ToList();
        if (before.Count == 0)
            return null;
        var key = since.IsFirst ? "Area.SinceFirst" : since.Point != points[^1] ? "Area.Since" : before.Contains(row.Finding) ? "Area.Again" : "Area.New";
        var sentence = Texts.Get(culture, key, Texts.Of(row.Finding, culture), since.Point.Cycle);
        return char.ToUpper(sentence[0], culture) + sentence[1..];
    }

    /// <summary>How sure those who assessed were of the answers that are given; null where none is.</summary>
    /// <param name="row">The area's row.</param>
    public string? Confidences(GapRow row)
    {
        // Unstated counts as low, and is said.
        var counts = report.CellsOf(row).Where(c => c.IsScored).GroupBy(c => c.Confidence).OrderByDescending(g => g.Key)
            .Select(g => Texts.Get(culture, "Area.ConfidenceCount", g.Count(), Texts.Of(g.Key, culture))).ToList();
        return counts.Count == 0 ? null : Texts.Get(culture, "Area.Confidence", string.Join(Texts.Get(culture, "List.Separator"), counts));
    }
}
