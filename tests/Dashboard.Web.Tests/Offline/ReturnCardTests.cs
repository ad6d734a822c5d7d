using System.Globalization;
using Bunit;
using ClosedXML.Excel;
using Dashboard.Core.Assessments;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Dashboard.Exports.Incoming;
using Dashboard.Exports.Scoring;
using Dashboard.Web.Offline;
using Dashboard.Web.Scoring;
using Dashboard.Web.Tests.Scoring;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Dashboard.Web.Tests.Offline;

/// <summary>Bringing files back over the real stores, to the demonstration's draft of Montenegro.</summary>
public sealed class ReturnCardTests : Tests.Scoring.Behind.Behind
{
    private const string Said = "=SUM(A1) agreed on 1/2";

    [Fact]
    public async Task Files_AreLookedAt_ChosenFrom_AndSavedAtOnce()
    {
        var (sheet, card) = await ShowAsync();
        var file = Edit(Book(sheet), ("LAN-1", 5, null), ("LAN-3", 3, Said), ("LAN-4", 2.5, null));
        await sheet.AnswerAsync(Services, Row(sheet, "LAN-1"), Answer.Of(2, Confidence.High, "seen"));
        var head = await StoredAsync("LAN-3");

        card.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, "returned.xlsx"));
        card.WaitForElement(".brought");
        Assert.Equal("1 to be saved · 1 changed here meanwhile · 1 cannot be saved", string.Join(" · ", card.FindAll(".counts span:not(.quiet)").Select(c => c.TextContent.Trim())));
        Assert.Equal(["LAN-1", "LAN-3", "LAN-4"], card.FindAll(".brought tbody strong").Select(code => code.TextContent));
        Assert.Contains("2 (confidence high)seen", Cell(card, "LAN-1", 3), StringComparison.Ordinal);
        Assert.Contains("Aoki", Cell(card, "LAN-1", 3), StringComparison.Ordinal);
        Assert.Contains(Said, Cell(card, "LAN-3", 2), StringComparison.Ordinal);
        Assert.Contains("2.5", Cell(card, "LAN-4", 4), StringComparison.Ordinal);
        // Looking changed nothing; who has not chosen cannot save.
        Assert.Equal(head, await StoredAsync("LAN-3"));
        Assert.True(card.Find(".choices .primary").HasAttribute("disabled"));

        await card.FindAll("fieldset input")[1].ChangeAsync(new());
        await card.Find(".choices .primary").ClickAsync(new());
        Assert.Contains("2 answers saved.", card.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal((5, Said), ((await StoredAsync("LAN-1"))!.Answer.Level, (await StoredAsync("LAN-3"))!.Answer.Rationale));
        Assert.Empty(card.FindAll(".brought"));
    }

    [Fact]
    public async Task WhatIsUntickedOrKept_StaysAsItIs()
    {
        var (sheet, card) = await ShowAsync();
        var file = Edit(Book(sheet), ("LAN-1", 5, null), ("LAN-3", 3, null), ("LAN-4", 4, null));
        await sheet.AnswerAsync(Services, Row(sheet, "LAN-1"), Answer.Of(2));
        card.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(file, "returned.xlsx"));
        card.WaitForElement(".brought");
        await card.FindAll("fieldset input")[0].ChangeAsync(new());
        await card.FindAll("input[type=checkbox]")[0].ChangeAsync(new() { Value = false });
        Assert.Equal("Save 1 answer", card.Find(".choices .primary").TextContent);
        await card.Find(".choices .primary").ClickAsync(new());
        Assert.Equal((2, null, 4), ((await StoredAsync("LAN-1"))!.Answer.Level, (await StoredAsync("LAN-3"))?.Answer.Level, (await StoredAsync("LAN-4"))!.Answer.Level));
    }

    [Fact]
    public async Task WhatChangesWhileSomebodyLooks_IsShownAnew_AndNothingIsSaved()
    {
        var (sheet, card) = await ShowAsync();
        card.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(Edit(Book(sheet), ("LAN-3", 3, null), ("LAN-4", 4, null)), "returned.xlsx"));
        card.WaitForElement(".brought");
        await sheet.AnswerAsync(Services, Row(sheet, "LAN-3"), Answer.Of(1));
        await card.Find(".choices .primary").ClickAsync(new());
        Assert.Equal("Nothing was saved: somebody changed LAN-3 meanwhile. Look at it again.", card.Find("[role=alert]").TextContent);
        Assert.Equal((1, null), ((await StoredAsync("LAN-3"))!.Answer.Level, (await StoredAsync("LAN-4"))?.Answer.Level));
        Assert.Single(card.FindAll("fieldset"));
        Assert.True(card.Find(".choices .primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task SeveralFiles_MakeOneAssessment_AndWhereTheyDifferSomebodyChooses()
    {
        var (sheet, card) = await ShowAsync();
        var book = Book(sheet);
        card.FindComponent<InputFile>().UploadFiles(
            InputFileContent.CreateFromBinary(Edit(book, ("LAN-3", 3, null), ("LAN-4", 4, null)), "a.xlsx"), InputFileContent.CreateFromBinary(Edit(book, ("LAN-4", 5, null), ("INF-3", 1, null)), "b.xlsx"));
        card.WaitForElement(".brought");
        Assert.Equal("2 to be saved · 1 files differ", string.Join(" · ", card.FindAll(".counts span:not(.quiet)").Select(c => c.TextContent.Trim())));
        await card.FindAll("fieldset input")[2].ChangeAsync(new());
        await card.Find(".choices .primary").ClickAsync(new());
        Assert.Equal((3, 5, 1), ((await StoredAsync("LAN-3"))!.Answer.Level, (await StoredAsync("LAN-4"))!.Answer.Level, (await StoredAsync("INF-3"))!.Answer.Level));
    }

    [Theory]
    [InlineData("x", "neither a workbook")]
    [InlineData("", "is empty")]
    public async Task AFileThatIsNone_IsRefused(string text, string why)
    {
        var (_, card) = await ShowAsync();
        card.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText(text + (text.Length > 0 ? "\u0001" : ""), "x.xlsx"));
        Assert.Contains(why, card.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    private static byte[] Book(WorkingSheet sheet) => ScoringWorkbook.Write(ScoringBooks.Of(sheet, sheet.Marking, whole: true), CultureInfo.GetCultureInfo("en"));

    private static byte[] Edit(byte[] book, params (string Indicator, double Answer, string? Why)[] edits)
    {
        using var workbook = new XLWorkbook(new MemoryStream(book));
        var sheet = workbook.Worksheet(1);
        foreach (var (indicator, answer, why) in edits)
        {
            var row = sheet.CellsUsed().Single(cell => cell.GetString() == indicator).WorksheetRow();
            row.Cell(4).SetValue(answer);
            if (why is not null)
                row.Cell(6).SetValue(why);
        }

        using var stream = new MemoryStream();
        workbook.SaveAs(stream);
        return stream.ToArray();
    }

    private static string Cell(IRenderedComponent<ReturnCard> card, string indicator, int column) =>
        card.FindAll(".brought tbody tr").Single(row => row.QuerySelector("strong")!.TextContent == indicator).Children[column].TextContent;

    private static ScoringRow Row(WorkingSheet sheet, string indicator) => sheet.Rows.Single(row => row.Indicator.Code == indicator);

    private async Task<Score?> StoredAsync(string indicator) => (await OpenAsync()).Sheet.Opened.Scores.SingleOrDefault(score => score.Indicator == indicator);

    private async Task<(WorkingSheet Sheet, IRenderedComponent<ReturnCard> Card)> ShowAsync()
    {
        var (sheet, _) = await OpenAsync();
        Browser.Services.AddSingleton(new ReturnDesk(new FileReader(TimeProvider.System), Get<ReturnStore>(), Get<DatabaseOptions>(), NullLogger<ReturnDesk>.Instance));
        Browser.SetRendererInfo(new Microsoft.AspNetCore.Components.RendererInfo("Server", isInteractive: true));
        return (sheet, Browser.Render<ReturnCard>(parameters => parameters.Add(c => c.Sheet, sheet)));
    }
}
