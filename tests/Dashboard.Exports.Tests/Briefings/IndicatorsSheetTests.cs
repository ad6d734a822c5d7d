using ClosedXML.Excel;
using Dashboard.Core.Language;

namespace Dashboard.Exports.Tests.Briefings;

public sealed class IndicatorsSheetTests
{
    [Theory]
    [InlineData("en", "not assessed", "not applicable", "withheld from you")]
    [InlineData("ja", "未評価", "該当なし", "非開示")]
    [InlineData("fr", "non évalué", "sans objet", "non communiqué")]
    public void EveryIndicator_HasItsState_WhatItsLevelSays_AndWhatTheNextAsksFor(string language, string notAssessed, string notApplicable, string withheld)
    {
        var (report, culture) = (Reports.Mixed, Reports.Culture(language));
        using var book = new Book(report, language);
        var heading = Book.HeadingOf(book.Indicators);
        string[] words = [notAssessed, "", notApplicable, withheld];
        for (var i = 0; i < report.Indicators.Length; i++)
        {
            var (told, asked, row) = (report.Indicators[i], report.Framework.Indicators[i], book.Indicators.Row(heading + 1 + i));
            Assert.Equal((told.Code, report.Framework.NameOf(asked, culture)), (row.Cell(3).GetString(), row.Cell(4).GetString()));
            BriefingWorkbookTests.AssertFigure(told.Cell.IsScored ? told.Cell.Level : null, row.Cell(5));
            BriefingWorkbookTests.AssertFigure(told.Before!.Value.IsScored ? told.Before.Value.Level : null, row.Cell(9));
            BriefingWorkbookTests.AssertFigure(told.Benchmark, row.Cell(10));
            BriefingWorkbookTests.AssertFigure(told.N, row.Cell(11));
            BriefingWorkbookTests.AssertFigure(told.Gap, row.Cell(12));
            Assert.Equal(told.Cell.IsScored ? Texts.Of(told.Cell.Confidence, culture) : "", row.Cell(8).GetString());
            Assert.Equal(told.Cell.IsScored ? report.Framework.LevelText(asked, told.Cell.Level, culture) : "", row.Cell(6).GetString());
            if (!told.Cell.IsScored)
                Assert.Equal((words[(int)told.Cell.State], ""), (row.Cell(5).GetString(), row.Cell(7).GetString()));
            else if (told.Cell.Level < report.Framework.Maximum)
                Assert.EndsWith(report.Framework.LevelText(asked, told.Cell.Level + 1, culture), row.Cell(7).GetString());
            else
                Assert.Equal(Texts.Get(culture, "Briefing.Highest"), row.Cell(7).GetString());
        }

        Assert.Equal(4, report.Indicators.Select(i => i.Cell.State).Distinct().Count());
        Assert.Contains(report.Indicators, i => i.Cell.IsScored && i.Cell.Level == report.Framework.Maximum);
        Assert.Equal(XLDataType.Text, book.Indicators.Cell(heading + 1, 6).DataType);
    }
}
