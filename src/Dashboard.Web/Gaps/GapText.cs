using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Gaps;

/// <summary>The short texts of a row of a gap report.</summary>
internal static class GapText
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>The weakest indicator; where there is no score, how few answers there are.</summary>
    public static string Under(GapRow row, GapWording wording)
    {
        if (row.Score.Value is null)
            return row.Answers.Applicable > 0 ? Words.Get("AnswersOf", row.Answers.Scored, row.Answers.Applicable) : "";
        return row.Weakest is { } weakest
            ? Words.Get("WeakestAt", weakest.Code, wording.IndicatorName(weakest.Code), weakest.Level)
            : "";
    }

    /// <summary>The row in one sentence, for whoever does not see the drawing.</summary>
    public static string Sentence(GapRow row, GapWording wording)
    {
        List<string> parts = [row.Score.Value is { } score
            ? $"{wording.Subject} {Shown.Level(score, Culture)}"
            : Texts.Of(row.ScoreUnknown!.Value, Culture)];
        if (row.ShownBand is { } lie)
            parts.Add(Words.Get("CouldLieBetween", Shown.Level(lie.Low, Culture), Shown.Level(lie.High, Culture)));
        if (row.Benchmark is { } benchmark)
            parts.Add($"{wording.Benchmark} {Shown.Level(benchmark, Culture)} (n = {row.N})");
        if (row.Spread is { } spread && row.N > 1)
            parts.Add(Words.Get("MembersBetween", Shown.Level(spread.Low, Culture), Shown.Level(spread.High, Culture)));
        if (row.Gap is { } gap)
            parts.Add($"{Words.Get("Gap")} {Shown.Gap(gap, Culture)}, {Texts.Of(row.Finding, Culture)}");
        return wording.FullName(row.Code) + Words.Get("Colon") + string.Join("; ", parts);
    }

    public static string Tone(GapRow row) => row.Finding switch
    {
        Finding.Behind => "behind",
        Finding.Ahead => "ahead",
        _ => "close",
    };
}
