using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Wording;

/// <summary>Reports of a subject against NATO, whose seen members (Estonia, Latvia) stand at level 3 everywhere.</summary>
internal static class Reports
{
    public static readonly AssessmentSheet[] Members = [Sheets.Of("EST"), Sheets.Of("LVA")];

    /// <summary>The report for a subject that gives these answers, and level 3 in every other area.</summary>
    public static GapReport Of(string subject, params (string Area, Answer Answer)[] answers) => From(subject, [SheetOf(subject, answers), .. Members]);

    /// <summary>The report of what a reader of Japan with a clearance sees of these sheets.</summary>
    public static GapReport From(string subject, AssessmentSheet[] sheets, string clearance = "secret", bool preview = false, Func<GapQuestion, GapQuestion>? ask = null) => GapAnalysis.Run(
        (ask ?? (question => question))(new GapQuestion(subject, CountryGroup.Require(CountryGroup.BuiltIn, "NATO"))), sheets.SeenBy(new Viewer("Aoki", "JPN", clearance, Roles.Planner, [Scope.Everything]), preview ? subject : null));

    /// <summary>An assessment with these answers, and level 3 in every other area.</summary>
    public static AssessmentSheet SheetOf(string subject, params (string Area, Answer Answer)[] answers) => Sheets.Scored(subject, null, null, null,
        area => answers.FirstOrDefault(a => a.Area == area).Answer ?? Answer.Of(3, Confidence.High));

    public static Answer Level(int level) => Answer.Of(level, Confidence.High);

    public static GapWording In(this GapReport report, string language) => new(report, CultureInfo.GetCultureInfo(language));
}
