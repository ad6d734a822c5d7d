using Dashboard.Core.Assessments;
using Dashboard.Data.Assessments;
using Dashboard.Web.Scoring;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Scoring;

/// <summary>Saves answers as the page's script has them saved, and lets a sheet learn of it.</summary>
internal static class Saves
{
    /// <summary>Saves an answer over the one that the sheet shows, and reads the sheet anew.</summary>
    public static async Task AnswerAsync(this WorkingSheet sheet, IServiceProvider services, ScoringRow row, Answer answer)
    {
        Assert.IsType<SaveOutcome.Saved>(await services.GetRequiredService<ScoreStore>().SaveAsync(
            sheet.Viewer, new CellKey(sheet.Assessment.Id, row.Indicator.Code), answer, row.Stored?.Version ?? 0, Guid.CreateVersion7()));
        await sheet.RefreshAsync();
    }
}
