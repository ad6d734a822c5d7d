using System.Globalization;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>
/// The ASEM Sustainable Connectivity index (European Commission, Joint Research Centre; example data of the package COINr): its
/// published aggregates must come out of its published normalised indicators.
/// </summary>
public class AsemTests
{
    [Fact]
    public void Aggregation_OfPublishedIndicators_GivesPublishedIndex()
    {
        var parents = ParentsByLevel();
        var weights = Rows("weights").ToDictionary(row => row["Code"], row => Number(row["Weight"]));
        var published = Rows("data_aggregated").ToDictionary(row => row["UnitCode"]);
        var compared = 0;
        foreach (var country in Rows("data_normalised"))
        {
            var values = parents[0].ToDictionary(link => link.Child, link => Number(country[link.Child]));
            foreach (var level in parents)
                foreach (var group in level.GroupBy(link => link.Parent, link => link.Child))
                {
                    values[group.Key] = Mean(group, values, weights);
                    Assert.Equal(Number(published[country["UnitCode"]][group.Key]), values[group.Key], 1e-9);
                    compared++;
                }
        }

        Assert.Equal(51 * (8 + 2 + 1), compared);
    }

    private static double Mean(IEnumerable<string> children, Dictionary<string, double> values, Dictionary<string, double> weights)
    {
        var aggregation = new Aggregation();
        foreach (var child in children)
            aggregation.Add(new Part(weights[child], values[child], values[child], values[child]));
        return aggregation.Result(Share.ForScore).Value!.Value;
    }

    // Indicators to pillars, pillars to dimensions, dimensions to the index.
    private static List<List<(string Child, string Parent)>> ParentsByLevel()
    {
        string[] columns = ["IndCode", "Agg1", "Agg2", "Agg3"];
        return [.. columns.Zip(columns.Skip(1), (child, parent) => Rows("structure").Select(row => (row[child], row[parent])).Distinct().ToList())];
    }

    private static List<Dictionary<string, string>> Rows(string name)
    {
        using var reader = new StreamReader(typeof(AsemTests).Assembly.GetManifestResourceStream($"asem/{name}.csv")!);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(',')).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(x => x.First, x => x.Second))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
