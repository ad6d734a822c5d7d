using System.Globalization;
using System.Reflection;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>
/// A published composite indicator through the product's own aggregation: 51 countries, 49 indicators, 8 pillars, 2 sub-indices, 1
/// index. Source: ASEM Sustainable Connectivity, European Commission JRC, as distributed with COINr (MIT).
/// </summary>
public sealed class AsemTests
{
    [Fact]
    public void Aggregation_OfThePublishedExample_GivesThePublishedFigures()
    {
        var normalised = Read("data_normalised.csv");
        var published = Read("data_aggregated.csv");
        var weights = Read("weights.csv").ToDictionary(row => (Level: int.Parse(row["AgLevel"], CultureInfo.InvariantCulture), Code: row["Code"]), row => Number(row["Weight"]));
        var structure = Read("structure.csv");
        var compared = 0;
        foreach (var (given, expected) in normalised.Zip(published))
        {
            Assert.Equal(expected["UnitCode"], given["UnitCode"]);
            var values = structure.ToDictionary(row => row["IndCode"], row => Number(given[row["IndCode"]]));
            foreach (var level in (int[])[1, 2, 3])
            {
                var children = level == 1
                    ? structure.Select(row => (Child: row["IndCode"], Parent: row["Agg1"]))
                    : structure.Select(row => (Child: row[$"Agg{level - 1}"], Parent: row[$"Agg{level}"])).Distinct();
                foreach (var parent in children.GroupBy(c => c.Parent))
                {
                    var aggregation = new Aggregation();
                    foreach (var (child, _) in parent)
                        aggregation.Add(new Part(weights[(level, child)], values[child], values[child], values[child]));
                    values[parent.Key] = aggregation.Result(Share.ForScore).Value!.Value;
                    Assert.Equal(Number(expected[parent.Key]), values[parent.Key], 1e-9);
                    compared++;
                }
            }
        }

        Assert.Equal(51 * (8 + 2 + 1), compared);
    }

    private static List<Dictionary<string, string>> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"asem/{name}")!;
        var lines = new StreamReader(stream).ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var heading = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => line.Split(',').Select((field, i) => (heading[i], field)).ToDictionary(x => x.Item1, x => x.field))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
