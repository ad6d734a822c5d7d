using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;

namespace Dashboard.Data.Demonstration;

/// <summary>Answers drawn from seeded numbers, the same everywhere: around the nation's level, with every kind of emptiness and confidence.</summary>
internal static class InventedAnswers
{
    private const int LastYear = 2026;

    public static Answer Of(DemonstrationNation nation, DemonstrationReport report, string area, string indicator, int place, int year)
    {
        if (nation.Code == "ISL" && area == "CTR")
            return Answer.NotApplicable("No armed forces.");
        if (indicator == "XDM-2" && nation.Code is "LUX" or "MLT" or "ALB")
            return Answer.NotApplicable("No space service is used for defence.");

        var numbers = SplitMix64.For($"demonstration|{nation.Code}|{report.Assessor}|{CodeName.Of(report.Basis)}|{indicator}");
        var whole = SplitMix64.For($"demonstration|{nation.Code}|{area}");
        // Blanks fill up from year to year; some areas have only just been begun.
        var blank = 0.04 + 0.03 * (LastYear - year) + (report.Basis == Basis.Estimated ? 0.05 : 0);
        if (numbers.Fraction(0) < blank || (place > 0 && whole.Fraction(0) < 0.05) || (report.IsDraft && place > 1))
            return Answer.NotAssessed;

        var level = nation.Level + Common(area) + 1.2 * (whole.Fraction(1) - 0.5) + 2.0 * (numbers.Fraction(1) - 0.5)
            + (report.Basis == Basis.Estimated ? -0.2 : 0) - 0.15 * (LastYear - year);
        return Answer.Of((int)Math.Clamp(Math.Round(level, MidpointRounding.AwayFromZero), 0, 5), ConfidenceOf(report.Basis, numbers.Fraction(2)));
    }

    private static double Common(string area) => area switch
    {
        "REL" => 0.35,
        "LAN" or "EXE" => 0.2,
        "CTR" or "XDM" => -0.45,
        "ORG" => -0.1,
        _ => 0,
    };

    private static Confidence ConfidenceOf(Basis basis, double number) => basis switch
    {
        Basis.Estimated => number < 0.5 ? Confidence.Low : number < 0.95 ? Confidence.Moderate : Confidence.High,
        Basis.SelfAssessed => number < 0.08 ? Confidence.Unstated : number < 0.2 ? Confidence.Low : number < 0.7 ? Confidence.Moderate : Confidence.High,
        _ => number < 0.4 ? Confidence.Moderate : Confidence.High,
    };
}
