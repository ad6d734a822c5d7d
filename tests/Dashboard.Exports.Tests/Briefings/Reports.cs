using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>Reports of Japan against NATO, of which Estonia, Latvia and Poland are seen.</summary>
internal static class Reports
{
    private static readonly Marking Open = new("restricted", ["JPN", "NATO"]);

    /// <summary>Every kind of row: far behind, ahead, level, with blanks, insufficient, not applicable, with a level withheld from the reader.</summary>
    public static GapReport Mixed { get; } = Of(Sample.Framework, Japan());

    /// <summary>The same of a framework of other words: names that a spreadsheet would take for formulas, and what XML cannot hold.</summary>
    public static GapReport Hostile { get; } = Of(Renamed(), Japan());

    /// <summary>Nobody has assessed the subject.</summary>
    public static GapReport NotReported { get; } = Of(Sample.Framework);

    /// <summary>There is an assessment that the reader may not see.</summary>
    public static GapReport Withheld { get; } = Of(Sample.Framework, Japan(new Marking("secret", ["JPN"])));

    /// <summary>One answer in each area is too few everywhere.</summary>
    public static GapReport Insufficient { get; } = Of(Sample.Framework, Sheet("JPN", Open, (_, i) => i == 0 ? Answer.Of(2) : Answer.NotAssessed));

    /// <summary>The subject is known and no member is seen.</summary>
    public static GapReport NoPeers { get; } = Run(Sample.Framework, [Japan()]);

    /// <summary>A draft, as its planner previews it.</summary>
    public static GapReport Draft { get; } = Run(Sample.Framework,
        [Japan() with { Assessment = new Assessment { Country = "JPN", Cycle = "2026", Assessor = "JPN", Basis = Basis.SelfAssessed, Status = AssessmentStatus.Draft, Marking = Open } }, .. Members()],
        new Viewer("Aoki", "JPN", "restricted", Roles.Planner, [Scope.Everything]), preview: true) with { IsDemonstration = true };

    public static IEnumerable<TheoryDataRow<string, string>> Everything =>
        from report in (string[])[nameof(Mixed), nameof(Hostile), nameof(NotReported), nameof(Withheld), nameof(Insufficient), nameof(NoPeers), nameof(Draft)]
        from language in (string[])["en", "ja", "fr"]
        select new TheoryDataRow<string, string>(report, language);

    public static GapReport Named(string name) => (GapReport)typeof(Reports).GetProperty(name)!.GetValue(null)!;

    public static CultureInfo Culture(string language) => CultureInfo.GetCultureInfo(language);

    private static GapReport Of(Framework framework, params AssessmentSheet[] subject) => Run(framework, [.. subject, .. Members()]);

    /// <summary>The mixed one by another statistic.</summary>
    public static GapReport By(Statistic statistic) => Run(Sample.Framework, [Japan(), .. Members()], statistic: statistic);

    /// <summary>The mixed one with a member that has answered too little of the first area to count there, and enough for a score.</summary>
    public static GapReport Uncounted { get; } = Run(Sample.Framework, [Japan(), .. Members().Select(member => member.Assessment.Country != "LVA" ? member : member with
    {
        Scores = [.. member.Scores.Where(score => !Sample.Framework.Areas[0].Indicators.Skip(3).Any(indicator => indicator.Code == score.Indicator))],
    })]);

    /// <summary>The mixed one against Estonia alone.</summary>
    public static GapReport AgainstOne { get; } = GapAnalysis.Run(new GapQuestion("JPN", CountryGroup.RequireOrCountry(CountryGroup.BuiltIn, "EST")),
        ReleaseRule.Apply(Viewer.Reader("JPN", "restricted"), Sample.Terms, Sample.Cycle, Sample.Framework, [Japan(), .. Members()]));

    private static GapReport Run(Framework framework, AssessmentSheet[] sheets, Viewer? viewer = null, bool preview = false, Statistic statistic = Statistic.Median)
    {
        var table = ReleaseRule.Apply(viewer ?? Viewer.Reader("JPN", "restricted"), Sample.Terms, Sample.Cycle, framework, sheets, preview ? new Reading("JPN", Preview: true) : null);
        return GapAnalysis.Run(new GapQuestion("JPN", CountryGroup.Require(CountryGroup.BuiltIn, "NATO"), statistic), table, table);
    }

    internal static IEnumerable<AssessmentSheet> Members() =>
        [Member("EST", 3, Basis.SelfAssessed), Member("LVA", 4, Basis.SelfAssessed), Member("POL", 2, Basis.Estimated)];

    private static AssessmentSheet Member(string country, int level, Basis basis) =>
        Sheet(country, Open, (area, i) => Answer.Of((level + area + i) % 6, Confidence.High), basis);

    internal static AssessmentSheet Japan(Marking? marking = null)
    {
        var sheet = Sheet("JPN", marking ?? Open, (area, i) => area switch
        {
            0 => Answer.Of(0, Confidence.High),
            1 => Answer.Of(5, Confidence.High),
            2 => i == 0 ? Answer.NotAssessed : Answer.Of(3, Confidence.Low),
            3 => i == 0 ? Answer.Of(1) : Answer.NotAssessed,
            4 => Answer.NotApplicable("no such task"),
            5 => i == 1 ? Answer.NotApplicable("no such unit") : Answer.Of(2, Confidence.Moderate),
            _ => Answer.Of((area * 2 + i) % 6, Confidence.Moderate),
        });
        var hidden = Sample.Framework.Areas[6].Indicators[1].Code;
        return sheet with { Scores = [.. sheet.Scores.Select(s => s.Indicator == hidden ? s with { Marking = new Marking("secret", ["JPN"]) } : s)] };
    }

    private static AssessmentSheet Sheet(string country, Marking marking, Func<int, int, Answer> answer, Basis basis = Basis.SelfAssessed) => new(
        new Assessment { Country = country, Cycle = "2026", Assessor = basis == Basis.Estimated ? "JPN" : country, Basis = basis, Status = AssessmentStatus.Approved, Marking = marking },
        [.. Sample.Framework.Areas.SelectMany((area, a) => area.Indicators.Select((indicator, i) => (indicator.Code, Answer: answer(a, i))))
            .Where(x => x.Answer.State != ScoreState.NotAssessed)
            .Select(x => new Score { AssessmentId = 0, Indicator = x.Code, Answer = x.Answer, Version = 1, ChangedBy = "Aoki", ChangedAt = DateTime.UnixEpoch })]);

    private static Framework Renamed()
    {
        string[] prefixes = ["=1+", "+", "-", "@", "=cmd|' /C calc'!A0 ", "\t=", "1/2", "007", "'", "<&>\u0001", "\uD800", "1,5"];
        return Sample.Framework with
        {
            Areas = [.. Sample.Framework.Areas.Select((area, a) => area with
            {
                Name = prefixes[a] + area.Name,
                ShortName = prefixes[a] + area.ShortName,
                Indicators = [.. area.Indicators.Select(i => i with { Name = prefixes[a] + "SUM(A1:A9)" })],
            })],
            Translations = null,
        };
    }
}
