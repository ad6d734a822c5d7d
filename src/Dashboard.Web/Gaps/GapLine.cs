using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Charts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Gaps;

/// <summary>
/// Where one area stands: its name, its strip, its score and its gap. The row leads to what the score is made of (the total: to its areas in
/// numbers), the gap to since when it is so.
/// </summary>
internal static class GapLine
{
    /// <summary>A row.</summary>
    /// <param name="report">Of what.</param>
    /// <param name="wording">Its words.</param>
    /// <param name="row">Which of its rows.</param>
    /// <param name="strip">The scale.</param>
    /// <param name="under">What is said under the name.</param>
    public static Marks Of(GapReport report, GapWording wording, GapRow row, Strip strip, string under)
    {
        var line = new Marks().Add($"""
            <div class="row {(row.Code is null ? "total" : "")}"><div class="name"><strong><a href="{Urls.MadeOf(report, row.Code)}">{wording.FullName(row.Code)}</a></strong><span>{under}</span></div>
            <svg class="strip" width="100%" height="100%" role="img" aria-label="{GapText.Sentence(row, wording)}">{GapStrip.Draw(row, strip)}</svg>
            """);
        _ = row.Score.Value is { } score
            ? line.Add($"<span class=\"score\">{Shown.Level(score, Culture)}</span>")
            : line.Add($"<span class=\"score none\">{Texts.Of(row.ScoreUnknown!.Value, Culture)}</span>");
        _ = row.Gap is { } gap
            ? line.Add($"<span class=\"gapval {GapText.Tone(row)}\"><a href=\"{Urls.Trend(report, row.Code)}\">{Shown.Gap(gap, Culture)}</a><small>{Texts.Of(row.Finding, Culture)}</small></span>")
            : line.Add($"<span class=\"gapval none\">{(row.ScoreUnknown is null ? Texts.Of(Unknown.NoPeers, Culture) : "")}</span>");
        return line.Add($"</div>");
    }

    private static CultureInfo Culture => CultureInfo.CurrentUICulture;
}
