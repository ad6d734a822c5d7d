using System.Globalization;
using System.Xml.Linq;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Data.Readiness;
using Dashboard.Web.Accounts;
using Dashboard.Web.Tests.Briefings;
using Dashboard.Web.Tests.CommandLine;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>One report, told in many ways: JSON holds it at full precision, and everything else is read back and held against that.</summary>
public sealed class GapWalkTests(Server server) : IClassFixture<Server>
{
    /// <summary>Positions are written in hundredths of a per cent of the width.</summary>
    private const double Position = 0.001;

    /// <summary>And heights in hundredths of a pixel.</summary>
    private const double Height = 0.006;

    /// <summary>A workbook keeps fifteen digits.</summary>
    private const double Digits = 1e-12;

    /// <summary>A country of which there is a draft with one answer.</summary>
    private const string Draft = "MNE";

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static IEnumerable<TheoryDataRow<string, string>> Questions =>
        [("JPN", "NATO"), ("JPN", "FVEY"), ("EST", "FVEY"), ("USA", "NATO"), ("ISL", "NATO"), (Draft, "NATO")];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task CsvAndCommands_HoldTheFiguresOfTheJson(string country, string group)
    {
        var walk = await WalkAsync(country, group);
        Assert.Equal(walk.Rows.Select(row => $"{walk.Asked},{row.Csv},{walk.OfAll}"), (await walk.GetAsync(".csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1));
        string[] command = ["gaps", country, "--against", group, "--data", server.DataPath, .. country == Draft ? ["--preview-drafts"] : Array.Empty<string>()];
        Assert.Equal(walk.Json, await Run.OutputOfAsync([.. command, "--format", "json"]));
        var terminal = (await Run.OutputOfAsync(command)).Split('\n').SkipWhile(line => !line.StartsWith("Area ", StringComparison.Ordinal)).Skip(1);
        Assert.Equal(walk.Rows.Select(GapsTold.Terminal), terminal.Take(walk.Rows.Count).Select(line => string.Join('|', line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1))));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Table_ShowsEveryFigureOfTheJson(string country, string group)
    {
        var walk = await WalkAsync(country, group);
        var page = await walk.GetAsync("");
        var table = Drawn.Section(page, "table-title").Descendants("tbody").Single().Elements().Select(row => row.Elements().Select(cell => cell.Value.Trim()).ToList()).ToList();
        Assert.Equal(walk.Rows.Select(GapsTold.Table), table.Select(row => string.Join('|', row.Skip(1))));
        Assert.Equal(new DrawnStrips(page).Rows.Select(row => row.Name), table.Select(row => row[0]));
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Chart_StandsAtTheFiguresOfTheJson(string country, string group)
    {
        var walk = await WalkAsync(country, group);
        var chart = new DrawnStrips(await walk.GetAsync(""));
        var report = await server.Get<ReportReader>().ReadAsync(
            Persona.All.Single(persona => persona.Key == (country == Draft ? "planner-jpn" : "executive-jpn")).Viewer, new ReportRequest(country, group, Cycle: "2026", Preview: country == Draft));
        var members = report.Areas.Append(report.Total).Select(row => row.Members);
        var most = members.Max(row => row.GroupBy(member => Math.Round(member.Value, 6)).Max(alike => alike.Count()));
        var each = Math.Min(3, 6.4 / (most - 1));
        Assert.Equal([0, 1, 2, 3, 4, 5], chart.Levels);
        Assert.Equal(walk.Rows.Count, chart.Rows.Count);
        foreach (var (row, drawn, counting) in walk.Rows.Zip(chart.Rows, members))
        {
            Assert.Equal(chart.Levels.Select(level => (double)level), drawn.Levels, Near);
            AssertNear(row.Score, drawn.Subject);
            AssertNear(row.Benchmark, drawn.Benchmark);
            AssertNear(row.Score is null ? null : row.CouldLie, drawn.CouldLie);
            AssertNear(row.Score is null ? row.CouldLie : null, drawn.Range);
            AssertNear(row.Gap is null ? null : new Band(Math.Min(row.Score!.Value, row.Benchmark!.Value), Math.Max(row.Score.Value, row.Benchmark.Value)), drawn.GapLine);
            Assert.Equal(row.N, counting.Length);
            // Those that are alike stand on one another: each column is as high as there are of them, in all rows by one measure.
            Assert.Equal(counting.Length, drawn.Members.Sum(column => Alike(column.Level, column.IsEstimated)));
            Assert.All(drawn.Members, column => Assert.Equal((Alike(column.Level, column.IsEstimated) - 1) * each, column.High, Height));
            Assert.All(drawn.Members, column => Assert.Equal(column.IsEstimated ? Alike(column.Level, isEstimated: false) * each : 0, column.From, Height));
            Assert.Equal(row.Score is { } score ? GapsTold.Level(score) : GapsTold.Word(row.Reason), drawn.Score);
            Assert.Equal(row.Gap is { } gap ? Shown.Gap(gap, English) : row.Score is null ? "" : GapsTold.Word(row.Reason), drawn.Gap);
            Assert.All(GapsTold.Sentence(row), part => Assert.Contains(part, drawn.Sentence));

            int Alike(double level, bool isEstimated) => counting.Count(member => Near(level, member.Value) && isEstimated == (member.Source.Basis == Basis.Estimated));
        }
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Radar_StandsAtTheFiguresOfTheJson_AndBreaksWhereOneIsUnknown(string country, string group)
    {
        var walk = await WalkAsync(country, group);
        var page = await walk.GetAsync("");
        var radar = new DrawnRadar(page, new DrawnStrips(page).Levels);
        Assert.Equal(walk.InOrder.Count, radar.Spokes);
        radar.AssertLine("subject-line", [.. walk.InOrder.Select(row => row.Score)]);
        radar.AssertLine("benchmark-line", [.. walk.InOrder.Select(row => row.Benchmark)]);
        radar.AssertDots("subject-dots", [.. walk.InOrder.Select(row => row.Score)]);
    }

    [Theory]
    [InlineData("JPN", "NATO", "en")]
    [InlineData("ISL", "NATO", "fr")]
    [InlineData("EST", "FVEY", "ja")]
    public async Task Files_DrawWhatThePageDraws_WithTheSameFigures(string country, string group, string language)
    {
        var client = await server.ClientAsync("executive-jpn", language);
        var question = $"?against={group}&cycle=2026";
        var page = await client.GetStringAsync($"/gaps/{country}{question}");
        var file = Drawn.File(await client.GetStringAsync($"/gaps/{country}.svg{question}"));
        var (onPage, inFile) = (Strips(Drawn.Section(page, "chart-title")), Strips(file));
        Assert.Equal(onPage.Select(strip => strip.Words), inFile.Select(strip => strip.Words));
        Assert.Equal(onPage.SelectMany(strip => strip.Places), inFile.SelectMany(strip => strip.Places), (a, b) => Math.Abs(a - b) < 0.01);
        Assert.Equal(Drawings(Drawn.Section(page, "radar-title"), "radar"), Drawings(Drawn.File(await client.GetStringAsync($"/shape/{country}.svg{question}")), "radar"));
        var rows = file.All("g", "file-row").ToList();
        Assert.Equal(new DrawnStrips(page).Rows.Select(row => (WithoutSpace(row.Score), WithoutSpace(row.Gap))), rows.Select(row => (Told(row, "file-figure"), Told(row, "file-gap") is { Length: > 0 } gap ? gap : Told(row, "file-tone"))));
        Assert.Equal(13, rows.Count);

        // Words may have several lines in a file.
        static string Told(XElement row, string type) => WithoutSpace(string.Concat(row.All("text", type).Select(text => text.Value)));
        static string WithoutSpace(string text) => text.Replace(" ", "", StringComparison.Ordinal);
        // On a page the paths of a strip are in hundredths of its width, in a file in pixels.
        static List<(string Words, List<double> Places)> Strips(XElement within) => [.. within.All("svg", "strip").Where(drawing => drawing.Attribute("role") is not null).Select(drawing =>
        {
            var strip = new XElement(drawing);
            List<double> places = [];
            foreach (var path in strip.Descendants("path"))
            {
                var wide = double.Parse(((string)path.Parent!.Attribute("viewBox")!).Split(' ')[2], CultureInfo.InvariantCulture);
                places.AddRange(((string)path.Attribute("d")!).Split('M', StringSplitOptions.RemoveEmptyEntries).Select(piece => double.Parse(piece.Split(' ')[0], CultureInfo.InvariantCulture) * 100 / wide));
                path.SetAttributeValue("d", null);
                path.SetAttributeValue("class", ((string)path.Attribute("class")!).Replace(" stretched", "", StringComparison.Ordinal));
            }

            foreach (var box in strip.Descendants("svg").Where(box => box.Attribute("viewBox") is not null))
                box.SetAttributeValue("viewBox", null);
            Assert.NotEmpty(places);
            return (Drawn.Lines(strip), places);
        })];

        static List<string> Drawings(XElement within, string type) => [.. within.All("svg", type).Where(drawing => drawing.Attribute("role") is not null).Select(Drawn.Lines)];
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Workbook_HoldsTheFiguresOfTheJson_InTableAndBothCharts(string country, string group)
    {
        var walk = await WalkAsync(country, group);
        using var workbook = new BriefingFile(await walk.Client.GetByteArrayAsync($"/briefings/{country}.xlsx{walk.Question}"));
        var table = workbook.GapTable(walk.Rows.Count).ToList();
        foreach (var (row, cells) in walk.Rows.Zip(table))
        {
            var expected = GapsTold.Workbook(row);
            Assert.Equal(expected.Length, cells.Length - 1);
            foreach (var (figure, cell) in expected.Zip(cells.Skip(1)))
                if (figure is double number)
                    Assert.Equal(number, Assert.IsType<double>(cell), Digits);
                else
                    Assert.Equal(figure, cell);
        }

        Assert.Equal(new DrawnStrips(await walk.GetAsync("")).Rows.Select(row => row.Name), table.Select(cells => cells[0]));
        AssertSeries(walk.Rows.SkipLast(1).Select(row => row.Gap is { } gap ? (double)Shown.Round(gap) : (double?)null), workbook.Bars());
        AssertSeries(walk.InOrder.Select(row => row.Score), workbook.Shape(Country.NameOf(country, English)));
        AssertSeries(walk.InOrder.Select(row => row.Benchmark), workbook.Shape(CountryGroup.Require(CountryGroup.BuiltIn, group).Names.In(English) + " median"));
    }

    [Fact]
    public async Task Questions_HaveEveryKindOfRow() // else the tests above would test less than they seem to
    {
        var rows = new List<GapFigures>();
        foreach (var question in Questions)
            rows.AddRange((await WalkAsync(question.Data.Item1, question.Data.Item2)).Rows);
        Assert.All([Finding.Behind, Finding.Ahead, Finding.TooCloseToCall, Finding.Insufficient, Finding.NotApplicable], finding => Assert.Contains(rows, row => row.Finding == finding));
        Assert.Contains(rows, row => row.MatchedDiffers);
        // Without a score it could lie wherever the missing answers leave it, in every file and on the page.
        var without = rows.Where(row => row is { Score: null, Range: not null }).ToList();
        Assert.NotEmpty(without);
        Assert.All(without, row => Assert.Equal(row.Range, row.CouldLie));
        Assert.Contains(rows, row => row is { Code: "total", Score: null });
    }

    private static void AssertSeries(IEnumerable<double?> expected, IEnumerable<double?> actual) =>
        Assert.Equal(expected, actual, (a, b) => a is null ? b is null : b is not null && Math.Abs(a.Value - b.Value) < Digits);

    private static void AssertNear(Band? expected, Band? actual)
    {
        AssertNear(expected?.Low, actual?.Low);
        AssertNear(expected?.High, actual?.High);
    }

    private static void AssertNear(double? expected, double? actual)
    {
        Assert.Equal(expected is null, actual is null);
        if (expected is { } level)
            Assert.Equal(level, actual!.Value, Position);
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < Position;

    private async Task<Walk> WalkAsync(string country, string group)
    {
        var client = await server.ClientAsync(country == Draft ? "planner-jpn" : "executive-jpn");
        var question = $"?against={group}&cycle=2026{(country == Draft ? "&preview=true" : "")}";
        return new Walk(client, country, question, await client.GetStringAsync($"/gaps/{country}.json{question}"));
    }
}
