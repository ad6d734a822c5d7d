using System.Globalization;
using CsCheck;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public sealed class HeatMapTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // Area A full or with holes, area B answered, not applicable or withheld.
    private static readonly World Countries = World.Of("A 1 1", "B 1")
        .With(World.Home, "3 2 4").With("EST", "4 1 -").With("DEU", "3 ? 5").With("FIN", "? ? 0").With("USA", "3 5 2!").With("AUT", "2 2 1", World.Secret) with
    {
        Memberships = [.. ((string[])["EST", "DEU", "FIN", "USA", "AUT", "LVA"]).Select(code => new Membership(code, MembershipRole.Member))],
    };

    [Fact]
    public void Columns_AreTheAreasInTheirOrder_AndTheTotal()
    {
        var report = Countries.Report();
        var map = HeatMap.Of(report);
        Assert.Equal([("A", 0, null), ("B", 1, null), ("total", (int?)null, (int?)null)], map.Columns.Select(column => (column.Code, column.Area, column.Indicator)));
        Assert.Equal(report.Areas.OrderBy(row => row.Order).Append(report.Total).Select(row => (row.Benchmark, row.N)), map.Columns.Select(column => (column.Benchmark, column.N)));
        Assert.Equal(map.Columns, HeatMap.Of(report, " ").Columns);
    }

    [Fact]
    public void Columns_OfAnArea_AreItsIndicators_AndItsScore()
    {
        var report = Countries.Report();
        Assert.Equal([("A-1", 0, 0), ("A-2", 0, 1), ("A", 0, (int?)null)], HeatMap.Of(report, "A").Columns.Select(column => (column.Code, column.Area, column.Indicator)));
        var second = HeatMap.Of(report, "b");
        Assert.Equal([("B-1", 1, 2), ("B", 1, (int?)null)], second.Columns.Select(column => (column.Code, column.Area, column.Indicator)));
        // Germany 5 and Finland 0: not the subject, not who is withheld, not whom it does not apply to.
        Assert.Equal([(2.5, 2), (2.5, 2)], second.Columns.Select(column => (column.Benchmark!.Value, column.N)));
        Assert.Contains("choose one of A, B", Assert.Throws<InputException>(() => HeatMap.Of(report, "XX")).Message);
    }

    /// <summary>Every kind of emptiness is its own; a level of 0 is none of them.</summary>
    [Fact]
    public void EveryKindOfEmptiness_IsItsOwn()
    {
        var report = Countries.Report();
        Assert.Equal(
            [
                ("AUT", FigureState.Withheld, FigureState.Withheld, FigureState.Withheld), ("DEU", FigureState.Scored, FigureState.Scored, FigureState.Scored), ("EST", FigureState.Scored, FigureState.NotApplicable, FigureState.Scored),
                ("FIN", FigureState.Insufficient, FigureState.Scored, FigureState.Insufficient), ("LVA", FigureState.NotReported, FigureState.NotReported, FigureState.NotReported), ("USA", FigureState.Scored, FigureState.Insufficient, FigureState.Insufficient),
            ],
            HeatMap.Of(report).Members.Select(row => (row.Standing.Code, row.Cells[0].State, row.Cells[1].State, row.Cells[2].State)));
        Assert.Equal(
            [
                ("AUT", FigureState.Withheld, FigureState.Withheld), ("DEU", FigureState.Scored, FigureState.NotAssessed), ("EST", FigureState.Scored, FigureState.Scored),
                ("FIN", FigureState.NotAssessed, FigureState.NotAssessed), ("LVA", FigureState.NotReported, FigureState.NotReported), ("USA", FigureState.Scored, FigureState.Scored),
            ],
            HeatMap.Of(report, "A").Members.Select(row => (row.Standing.Code, row.Cells[0].State, row.Cells[1].State)));
        var single = HeatMap.Of(report, "B");
        Assert.Equal([FigureState.Withheld, FigureState.Scored, FigureState.NotApplicable, FigureState.Scored, FigureState.NotReported, FigureState.Withheld], single.Members.Select(row => row.Cells[0].State));
        Assert.Equal(0, single.Members[3].Cells[0].Value);
    }

    /// <summary>Half of an area's weight makes a score; a benchmark asks for two thirds.</summary>
    [Fact]
    public void Score_OfHalfTheAnswers_IsShown_AndDoesNotCount()
    {
        var germany = HeatMap.Of(Countries.Report(), "A").Members[1];
        Assert.Equal([new HeatCell(FigureState.Scored, 3, true), new HeatCell(FigureState.NotAssessed, null, false), new HeatCell(FigureState.Scored, 3, false)], germany.Cells);
    }

    /// <summary>What is shown of a country is what the report says of it: a value where scored and nowhere else, and as many that count as the benchmark has.</summary>
    [Fact]
    public void EveryCell_IsTheReportsOwn() => Law.Holds(Case.Any, c =>
    {
        var report = c.World.Report();
        foreach (var map in report.Framework.Areas.Select(area => HeatMap.Of(report, area.Code)).Prepend(HeatMap.Of(report)))
        {
            Assert.Equal(report.Peers.Select(peer => peer.Code), map.Members.Select(row => row.Standing.Code));
            foreach (var (column, at) in map.Columns.Select((column, at) => (column, at)))
            {
                Assert.Equal(column.N, map.Members.Count(row => row.Cells[at].Counts));
                foreach (var row in map.Members.Append(map.Subject))
                {
                    var cell = row.Cells[at];
                    Assert.Equal(cell.State == FigureState.Scored, cell.Value is not null);
                    Assert.False(cell.Counts && cell.Value is null);
                    Assert.Equal(column.Indicator is { } i ? row.Standing.Country.Cells[i] is { IsScored: true } level ? level.Level : null : row.Standing.Score(column.Area).Value, cell.Value);
                }
            }
        }
    });

    /// <summary>In either direction and by every column: nobody is lost, values in order, those without one last, ties by name.</summary>
    [Fact]
    public void Sorting_IsByValueThenName_WithTheEmptyLast() => Law.Holds(Gen.Select(Case.Any, Gen.OneOf("en", "fr", "ja")), x =>
    {
        var (report, culture) = (x.Item1.World.Report(), CultureInfo.GetCultureInfo(x.Item2));
        foreach (var map in report.Framework.Areas.Select(area => HeatMap.Of(report, area.Code)).Prepend(HeatMap.Of(report)))
            foreach (var (column, at) in map.Columns.Select((column, at) => (column, at)))
                foreach (var sign in (string[])["", "-"])
                {
                    var rows = map.Sorted(map.OrderOf(sign + column.Code), culture);
                    Assert.Equal(map.Members.Select(Code), rows.Select(Code).Order(StringComparer.Ordinal));
                    foreach (var (before, after) in rows.Zip(rows.Skip(1)))
                    {
                        var (first, second) = (before.Cells[at].Value, after.Cells[at].Value);
                        if (first == second)
                            Assert.True(string.Compare(NameOf(before, culture), NameOf(after, culture), culture, CompareOptions.None) < 0);
                        else if (second is not null)
                            Assert.True(first is not null && (sign == "-" ? first > second : first < second));
                    }
                }
    }, count: 100);

    [Fact]
    public void Sorting_IsByNameInTheReadersLanguage_UnlessSaidOtherwise()
    {
        var map = HeatMap.Of(Countries.Report());
        Assert.Equal(new CountryOrder("country", false), map.OrderOf(" "));
        Assert.Equal(new CountryOrder("total", true), map.OrderOf(" -TOTAL "));
        Assert.Equal(["Austria", "Estonia", "Finland", "Germany", "Latvia", "United States"], map.Sorted(map.OrderOf(null), English).Select(row => NameOf(row, English)));
        Assert.Equal(["DEU", "AUT", "EST", "USA", "FIN", "LVA"], map.Sorted(map.OrderOf("Country"), CultureInfo.GetCultureInfo("fr")).Select(Code));
        Assert.Equal(map.Sorted(map.OrderOf("country"), English).Reverse(), map.Sorted(map.OrderOf("-country"), English));
    }

    [Fact]
    public void OrderThatIsNoColumn_IsRefusedWithThoseThatAre()
    {
        var report = Countries.Report();
        Assert.Contains("country, A, B, total", Assert.Throws<InputException>(() => HeatMap.Of(report).OrderOf("A-1")).Message);
        Assert.Contains("country, A-1, A-2, A", Assert.Throws<InputException>(() => HeatMap.Of(report, "A").OrderOf("-B")).Message);
    }

    private static string Code(HeatRow row) => row.Standing.Code;

    private static string NameOf(HeatRow row, CultureInfo culture) => Country.NameOf(row.Standing.Code, culture);
}
