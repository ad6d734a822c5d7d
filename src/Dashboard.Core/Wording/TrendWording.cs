using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Says how the gaps moved over the cycles, the same on page and in files.</summary>
/// <param name="reports">The same question in every cycle, the earliest first; the last is the one that is told.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class TrendWording(ImmutableArray<GapReport> reports, CultureInfo culture)
{
    private readonly GapReport _report = reports[^1];
    private readonly GapWording _wording = new(reports[^1], culture);

    /// <summary>One sentence that names the area whose gap moved furthest, as shown, and its ends; or why that cannot be said.</summary>
    public string Headline()
    {
        if (_report.SubjectSource is null || _report.Areas.All(row => row.Score.Value is null))
            return _wording.Headline();
        if (reports.Length == 1)
            return Texts.Get(culture, "Trend.OneCycle", _wording.Subject, _report.Cycle.Code);
        var moves = Moves().ToList();
        if (moves.Count == 0)
            return Texts.Get(culture, "Trend.NotComparable", _wording.Subject, _wording.Against);
        var (area, from, to) = moves.MaxBy(move => Math.Abs(By(move)));
        return By((area, from, to)) == 0
            ? Texts.Get(culture, "Trend.Steady", _wording.Subject, _wording.Against, moves.MinBy(move => move.From.AsOf).From.Cycle)
            : Texts.Get(culture, KeyOf(Shown.Round(from.Row!.Gap!.Value), Shown.Round(to.Row!.Gap!.Value)), _wording.Subject, _wording.Against,
                _wording.AreaName(area, inSentence: true), from.Cycle, Shown.Gap(from.Row.Gap.Value, culture), Shown.Gap(to.Row.Gap.Value, culture));
    }

    /// <summary>The sentences under the headline: in how many areas it went which way, and where lines are broken.</summary>
    public IEnumerable<string> Lead()
    {
        if (_report.SubjectSource is null)
            yield break;
        var moves = Moves().ToList();
        if (moves.Count > 0 && moves.MaxBy(move => Math.Abs(By(move))) is var widest && By(widest) != 0 && widest.To.Row!.Finding == Finding.TooCloseToCall)
            yield return Texts.Get(culture, "Trend.Close");
        if (moves.Count > 0)
            yield return Texts.Get(culture, "Trend.Counts", moves.Count(m => By(m) > 0), moves.Count(m => By(m) < 0), moves.Count(m => By(m) == 0), _report.Areas.Length - moves.Count);
        foreach (var point in Trend.Of(reports, null).Where(point => point.Breaks))
            yield return Texts.Get(culture, "Trend.Broken", point.Cycle);
        foreach (var otherWord in reports.Select(report => new GapWording(report, culture).OtherWord()).OfType<string>())
            yield return otherWord;
        if (!_report.Question.Group.IsOneCountry)
            yield return Texts.Get(culture, "Trend.MembersOfDate", _wording.Benchmark);
    }

    // Gaps are compared as they are shown: what is said can be checked with what stands beside it.
    private static decimal By((string? Area, TrendPoint From, TrendPoint To) move) =>
        Shown.Round(move.To.Row!.Gap!.Value) - Shown.Round(move.From.Row!.Gap!.Value);

    private IEnumerable<(string? Area, TrendPoint From, TrendPoint To)> Moves() => _report.Areas
        .Select(row => (row.Code, Moved: Trend.Moved(Trend.Of(reports, row.Code)))).Where(x => x.Moved is not null).Select(x => (x.Code, x.Moved!.Value.From, x.Moved.Value.To));

    private static string KeyOf(decimal from, decimal to) => (Math.Sign(from), Math.Sign(to)) switch
    {
        ( <= 0, < 0) => to < from ? "Trend.Widened" : "Trend.Narrowed",
        ( < 0, 0) => "Trend.Narrowed",
        ( >= 0, > 0) => to > from ? "Trend.Grew" : "Trend.Shrank",
        ( > 0, 0) => "Trend.Shrank",
        _ => "Trend.Turned",
    };
}
