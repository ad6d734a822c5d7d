namespace Dashboard.Exports.Tests.Briefings;

public sealed class WhySheetTests
{
    [Fact]
    public void Causes_AddUpToTheChange_AndTheChangeToTheGap_AsFormulas()
    {
        var history = Histories.Told;
        using var book = new Book(history);
        var row = Book.HeadingOf(book.Why, "gap before");
        foreach (var report in history.Reports.Where(report => report.Changes is not null).Reverse())
            foreach (var told in report.Changes!.Compared)
            {
                row++;
                double[] figures = [told.From!.Value, .. told.Steps.Select(step => step.Change), told.Change!.Value, told.To!.Value];
                for (var i = 0; i < figures.Length; i++)
                    BriefingWorkbookTests.AssertFigure(figures[i], book.Why.Cell(row, 4 + i));
                Assert.Equal($"{report.Changes.Since} → {report.Cycle.Code}", book.Why.Cell(row, 2).GetString());
                Assert.Equal(($"SUM(E{row}:I{row})", $"D{row}+J{row}"), (book.Why.Cell(row, 10).FormulaA1, book.Why.Cell(row, 11).FormulaA1));
            }

        Assert.True(book.Why.Cell(row + 1, 2).IsEmpty());
        Assert.Contains(book.Why.CellsUsed(), cell => cell.GetString() == "The framework changed in 2024: lines are broken there.");
        Assert.Contains(history.Reports, report => report.Changes is { } changes && changes.Areas.Any(area => area.Change is null));
    }
}
