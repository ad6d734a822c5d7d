using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>Japan against NATO in four cycles: the framework was another in the first, one area has no score in the third, and evidence is behind the last.</summary>
internal static class Histories
{
    /// <summary>What a spreadsheet would run, or take for a number or a date.</summary>
    public static readonly string[] Corpus = ["=1+1", "+1", "-1", "@SUM(A1:A9)", "=cmd|' /C calc'!A0", "\t=1+1", "\r=1+1", "＝1+1", "'=1+1", "1/2", "1,5", "007", "#REF!", "https://example.org/a?b=1&c=2"];

    private static Framework Earlier { get; } = new(Sample.Framework.Code, Sample.Framework.Name, "0.9", Sample.Framework.Scale,
        [.. Sample.Framework.Areas.Select(area => area with { Indicators = [.. area.Indicators.Select((indicator, i) => i == 0 ? indicator with { Weight = indicator.Weight * 2 } : indicator)] })],
        Sample.Framework.Profiles, Sample.Framework.Rules, Sample.Framework.Translations);

    public static ReportHistory Told { get; } = Of(new Viewer("Aoki", "JPN", "secret", Roles.Executive, []));

    private static ReportHistory Of(Viewer viewer)
    {
        var question = new GapQuestion("JPN", CountryGroup.Require(CountryGroup.BuiltIn, "NATO"));
        var tables = Enumerable.Range(0, 4).Select(year => Table(viewer, year)).ToList();
        var reports = tables.Select((table, i) => GapAnalysis.Run(question, table, i == 0 ? null : tables[i - 1])).ToImmutableArray();
        var grounds = ReleaseRule.Behind(viewer, Sample.Terms, Sample.Framework, [Japan(3)], new Reading("JPN"), null);
        return new ReportHistory(reports, GapAnalysis.MarkingOf([question], [.. Enumerable.Reverse(tables)], grounds), grounds);
    }

    private static ScoreTable Table(Viewer viewer, int year)
    {
        var code = FormattableString.Invariant($"{2023 + year}");
        var framework = year == 0 ? Earlier : Sample.Framework;
        return ReleaseRule.Apply(viewer, Sample.Terms, new Cycle(code, new DateOnly(2023 + year, 6, 30), framework.Code, framework.Version), framework,
            [Japan(year), .. Reports.Members()]);
    }

    // Two levels more of the last area with every cycle; in the third nobody answered there.
    private static AssessmentSheet Japan(int year)
    {
        var sheet = Reports.Japan();
        var last = Sample.Framework.Areas[^1].Indicators.Select(indicator => indicator.Code).ToHashSet();
        return sheet with
        {
            Scores = [.. sheet.Scores.Where(score => year != 2 || !last.Contains(score.Indicator))
                .Select(score => score with { Answer = last.Contains(score.Indicator) ? Answer.Of(1 + year, Confidence.High) with { Rationale = Corpus[year] } : score.Answer })],
            Evidence = [.. Corpus.Select((text, i) => Piece(text) with { Bearing = (Bearing)(i % 2) }), Piece("dated") with { Expiry = new DateOnly(2026, 1, 31) }, Piece("above") with { Marking = Marking.OfPart("secret") }],
        };
    }

    private static Evidence Piece(string text) => new()
    {
        AssessmentId = 0, Indicator = "LAN-1", Title = text, Source = text, Reference = text, Date = new DateOnly(2025, 12, 31), Reliability = SourceReliability.B, Credibility = 2,
    };
}
