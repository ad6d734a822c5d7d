using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Web.Scoring;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Opinions;

/// <summary>The short texts of second opinions.</summary>
internal static class OpinionText
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>A level, or a word for none.</summary>
    public static string Of(Answer answer) => answer.State switch
    {
        ScoreState.Scored => answer.Level!.Value.ToString(Culture),
        ScoreState.NotApplicable => Texts.Of(CellState.NotApplicable, Culture),
        _ => Texts.Of(CellState.NotAssessed, Culture),
    };

    /// <summary>Japan · 2026.</summary>
    public static string Name(Assessment assessment) => $"{ScoringText.Country(assessment.Country)} · {assessment.Cycle}";

    /// <summary>A difference with its sign.</summary>
    public static string Difference(int difference) => difference > 0 ? $"+{difference.ToString(Culture)}" : $"−{Math.Abs(difference).ToString(Culture)}";

    /// <summary>Kappa with two decimals, or why there is none.</summary>
    public static string Kappa(Agreement agreement) => agreement.Kappa is { } kappa ? Shown.Kappa(kappa, Culture) : Words.Get($"Agreement.{agreement.Unknown}");

    /// <summary>The share of equal levels in whole per cent.</summary>
    public static string Exact(Agreement agreement) => agreement.ExactShare is { } share ? Words.Get("Agreement.Percent", Shown.Percent(share)) : "–";
}
