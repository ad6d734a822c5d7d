using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>What each telling of a report must say of a row of it, in English.</summary>
internal static class GapsTold
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>The cells of the page's table behind the name.</summary>
    public static string Table(GapFigures row) => string.Join('|',
        row.Score is { } score ? Level(score) : Word(row.Reason), row.Gap is { } gap ? Shown.Gap(gap, English) : "",
        row.CouldLie is { } band ? $"{Level(band.Low)} – {Level(band.High)}" : "", $"{row.Answers.Scored} / {row.Answers.Applicable}",
        row.Benchmark is { } benchmark ? Level(benchmark) : Word(Unknown.NoPeers), $"{row.N} / {row.Of}",
        row.Spread is { } spread ? $"{Level(spread.Low)} – {Level(spread.High)}" : "",
        row.GapBand is { } gaps ? $"{Shown.GapEnd(gaps.Low, English)} to {Shown.GapEnd(gaps.High, English)}" : "",
        (row.MatchedGap is { } matched ? Shown.Gap(matched, English) : "") + (row.MatchedDiffers ? " *" : ""), Texts.Of(row.Finding, English),
        row.Weakest is { } weakest ? $"{weakest.Code} at {weakest.Level}" : "");

    /// <summary>The cells of the terminal's table behind the name; without the empty ones, which nothing tells from the gutter there.</summary>
    public static string Terminal(GapFigures row) => string.Join('|', ((string[])
    [
        row.Score is { } score ? Level(score) : Word(row.Reason), row.CouldLie is { } band ? $"{Level(band.Low)} to {Level(band.High)}" : "",
        $"{row.Answers.Scored} of {row.Answers.Applicable}", row.Benchmark is { } benchmark ? Level(benchmark) : Word(Unknown.NoPeers), $"{row.N}",
        row.Gap is { } gap ? Shown.Gap(gap, English) : "", row.GapBand is { } gaps ? $"{Shown.GapEnd(gaps.Low, English)} to {Shown.GapEnd(gaps.High, English)}" : "",
        Texts.Of(row.Finding, English), row.Weakest is { } weakest ? $"{weakest.Code} at {weakest.Level}" : "",
    ]).Where(cell => cell.Length > 0));

    /// <summary>The cells of the workbook's table behind the name: figures as numbers, an unknown one as the word for why.</summary>
    public static object[] Workbook(GapFigures row)
    {
        var unknown = Word(row.Reason);
        return
        [
            Or(row.Score), Or(row.CouldLie?.Low), Or(row.CouldLie?.High), (double)row.Answers.Scored, (double)row.Answers.Applicable,
            row.Benchmark ?? (object)Word(Unknown.NoPeers), (double)row.N, (double)row.Of,
            Or(row.Gap), Or(row.GapBand?.Low), Or(row.GapBand?.High), Or(row.MatchedGap),
            Texts.Of(row.Finding, English), row.Weakest is { } weakest ? $"{weakest.Code} at {weakest.Level}" : unknown,
        ];

        object Or(double? figure) => figure ?? (object)unknown;
    }

    /// <summary>What the row's drawing tells whoever does not see it.</summary>
    public static IEnumerable<string> Sentence(GapFigures row)
    {
        if (row.CouldLie is { } band)
            yield return $"between {Level(band.Low)} and {Level(band.High)}";
        if (row.Benchmark is { } benchmark)
            yield return $"median {Level(benchmark)} (n = {row.N})";
        if (row.Spread is { } spread)
            yield return $"from {Level(spread.Low)} to {Level(spread.High)}";
        if (row.Gap is { } gap)
            yield return Shown.Gap(gap, English);
    }

    public static string Level(double level) => Shown.Level(level, English);

    public static string Word(Unknown? why) => why is { } reason ? Texts.Of(reason, English) : "";
}
