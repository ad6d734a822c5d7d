using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring;

/// <summary>The short texts of the scoring page.</summary>
internal static class ScoringText
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    public static string Name(Framework framework, Indicator indicator) => framework.NameOf(indicator, Culture);

    public static string Level(Framework framework, Indicator indicator, int level) =>
        framework.LevelText(indicator, level, Culture);

    public static string EvidenceAsked(Framework framework, Indicator indicator) =>
        framework.EvidenceAskedOf(indicator, Culture);

    /// <summary>An answer in a few words, without its rationale: "3 (confidence high)", "not applicable".</summary>
    public static string Of(Answer answer) => answer.State == ScoreState.Carried
        ? Words.Get("Carry.Of", Short(answer.Confirmed()), Texts.Get(Culture, "CellState.Carried"))
        : Short(answer);

    private static string Short(Answer answer) => answer.State switch
    {
        ScoreState.Scored => Words.Get("Scoring.LevelWith", answer.Level, Confidence(answer.Confidence)),
        ScoreState.NotApplicable => Texts.Of(CellState.NotApplicable, Culture),
        _ => Texts.Of(CellState.NotAssessed, Culture),
    };

    public static string Confidence(Confidence confidence) => Words.Get("Scoring.ConfidenceIs", Texts.Of(confidence, Culture));

    /// <summary>The Admiralty grade in words: "usually reliable, probably true".</summary>
    public static string Grade(Evidence piece) => Words.Get("Evidence.GradeIs", Texts.Of(piece.Reliability, Culture), Credibility(piece.Credibility));

    public static string Credibility(int grade) => Texts.Get(Culture, FormattableString.Invariant($"Credibility.{grade}"));

    /// <summary>What was seen of an indicator in the cycle before: a level or a word.</summary>
    public static string Of(Cell cell) => cell.IsScored ? cell.Level.ToString(Culture) : Texts.Of(cell.State, Culture);

    /// <summary>Self-assessed, draft, revision 2.</summary>
    public static string Standing(Assessment assessment)
    {
        var standing = $"{Texts.Of(assessment.Basis, Culture)} · {Texts.Of(assessment.Status, Culture)}";
        return assessment.Revision > 1 ? standing + Words.Get("Scoring.Revision", assessment.Revision) : standing;
    }

    public static string Country(string code) => Core.Countries.Country.NameOf(code, Culture);

    /// <summary>Draft, in review or approved: stands beside every figure of a sheet.</summary>
    public static string Status(GapReport report) => Texts.Of(report.SubjectSource?.Status ?? AssessmentStatus.Draft, Culture);
}
