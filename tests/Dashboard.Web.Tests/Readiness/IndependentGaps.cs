using System.Globalization;
using System.Text.Json;
using Dashboard.Core.Frameworks;

namespace Dashboard.Web.Tests.Readiness;

/// <summary>
/// A second way to the figures, from the printed answers alone and by the words of docs/scoring.md: it shares no code with the product
/// but the weights of the framework.
/// </summary>
internal sealed class IndependentGaps(string csv, JsonElement report)
{
    private readonly Dictionary<string, Dictionary<string, (string State, int Level)>> _answers = ReadAnswers(csv, report);

    public double? Score(string country, string area) => Mean(country, area, 0.5, only: null);

    public double? Benchmark(IEnumerable<string> members, string area, string statistic, string? matchedWith = null) => Statistic(
        statistic, members.Select(m => Mean(m, area, 2.0 / 3, matchedWith is null ? null : code => StateOf(matchedWith, code).State == "scored")));

    public double? Total(string country)
    {
        double weight = 0, sufficient = 0, sum = 0;
        foreach (var area in FrameworkJson.BuiltIn.Areas)
        {
            if (area.Indicators.All(i => StateOf(country, i.Code).State == "not-applicable"))
                continue;
            weight += area.Weight;
            if (Score(country, area.Code) is not { } score)
                continue;
            sufficient += area.Weight;
            sum += area.Weight * score;
        }

        return weight > 0 && 4 * sufficient >= 3 * weight ? sum / sufficient : null;
    }

    public double? TotalBenchmark(IEnumerable<string> members, string statistic) => Statistic(statistic, members.Select(Total));

    private double? Mean(string country, string area, double least, Func<string, bool>? only)
    {
        double applicable = 0, scored = 0, sum = 0;
        foreach (var indicator in FrameworkJson.BuiltIn.Areas.Single(a => a.Code == area).Indicators.Where(i => only is null || only(i.Code)))
        {
            var (state, level) = StateOf(country, indicator.Code);
            applicable += state == "not-applicable" ? 0 : indicator.Weight;
            scored += state == "scored" ? indicator.Weight : 0;
            sum += state == "scored" ? indicator.Weight * level : 0;
        }

        return scored > 0 && scored / applicable >= least - 1e-9 ? sum / scored : null;
    }

    private static double? Statistic(string statistic, IEnumerable<double?> all)
    {
        var values = all.OfType<double>().Order().ToList();
        if (values.Count == 0)
            return null;
        var quartile = (values.Count - 1) * 0.75;
        return statistic switch
        {
            "mean" => values.Average(),
            "best" => values.Max(),
            "median" => (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2,
            _ => values[(int)Math.Floor(quartile)] + (quartile - Math.Floor(quartile)) * (values[(int)Math.Ceiling(quartile)] - values[(int)Math.Floor(quartile)]),
        };
    }

    private (string State, int Level) StateOf(string country, string indicator) =>
        _answers.TryGetValue(country, out var answers) ? answers[indicator] : ("not-assessed", 0);

    // Of a country with several assessments, the one that the report says it used.
    private static Dictionary<string, Dictionary<string, (string, int)>> ReadAnswers(string csv, JsonElement report)
    {
        var cycle = report.GetProperty("cycle").GetString();
        var used = report.GetProperty("sources").EnumerateArray()
            .Select(s => (s.GetProperty("country").GetString(), s.GetProperty("assessor").GetString(), s.GetProperty("basis").GetString())).ToHashSet();
        return csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Where(f => f[1] == cycle && used.Contains((f[0], f[2], f[3])))
            .GroupBy(f => f[0])
            .ToDictionary(g => g.Key, g => g.ToDictionary(f => f[4], f => (f[5], f[6].Length > 0 ? int.Parse(f[6], CultureInfo.InvariantCulture) : 0)));
    }
}
