using ClosedXML.Excel;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class PositionSheetTests
{
    public static IEnumerable<TheoryDataRow<string, string>> Everything => Reports.Everything;

    [Theory]
    [MemberData(nameof(Everything))]
    public void EveryRow_HoldsThePlacesOfTheReport_OrSaysWhyThereAreNone(string name, string language)
    {
        var report = Reports.Named(name);
        var weights = WeightRanges.Of(report);
        using var book = new Book(report, language);
        var wording = new PositionWording(report, weights, Reports.Culture(language));
        var heading = book.Position.CellsUsed().First(cell => cell.GetString() == "n").Address.RowNumber;
        GapRow[] rows = [report.Total, .. report.Areas.OrderBy(row => row.Order)];
        for (var r = 0; r < rows.Length; r++)
        {
            var cells = Enumerable.Range(2, 12).Select(c => book.Position.Cell(heading + 1 + r, c)).ToArray();
            Assert.Equal(rows[r].Score.Value ?? double.NaN, cells[1].DataType == XLDataType.Number ? cells[1].GetDouble() : double.NaN, 1e-12);
            Assert.Equal((rows[r].N, report.Members), ((int)cells[2].GetDouble(), (int)cells[3].GetDouble()));
            if (weights.For(rows[r]) is { } range)
            {
                var place = PositionWording.PlaceOf(rows[r], range);
                Assert.Equal([range.Plain, place.From, place.To, range.Range.From, range.Range.To, range.Best, range.Worst], cells[4..11].Select(cell => (int)cell.GetDouble()));
            }
            else
            {
                Assert.All(cells[4..11], cell => Assert.True(cell.IsEmpty()));
                Assert.Equal(wording.Place(rows[r]), cells[11].GetString());
            }
        }

        Assert.Contains(book.Position.CellsUsed(), cell => cell.GetString() == wording.Headline());
    }
}
