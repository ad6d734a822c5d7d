using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring;

/// <summary>Takes answers over from the cycle before and confirms them, as a planner asks; what is refused or left out is told.</summary>
internal sealed partial class CarryDesk(CarryStore store, ClassificationLadder ladder, ILogger<CarryDesk> log)
{
    /// <summary>The assessment of the cycle before; null if there is none, or it cannot be read.</summary>
    public async Task<EarlierSheet?> EarlierAsync(WorkingSheet sheet)
    {
        try
        {
            return await sheet.ReadAsync(viewer => store.EarlierAsync(viewer, sheet.Assessment.Id));
        }
        catch (InputException)
        {
            // Whoever may not open it any more is told by the page; there is nothing to offer them.
            return null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, sheet.Assessment.Id);
            return null;
        }
    }

    /// <summary>What can be taken over from it now.</summary>
    public CarryPlan PlanOf(WorkingSheet sheet, EarlierSheet earlier) => CarryPlan.Of(sheet.Viewer, ladder, sheet.Report.Framework, sheet.Opened, earlier);

    /// <summary>Fills what is open.</summary>
    /// <returns>What to tell, and whether it was refused.</returns>
    public Task<(string Text, bool IsRefused)> FillAsync(WorkingSheet sheet) => TellAsync(sheet, async () =>
    {
        var plan = await sheet.DoAsync(viewer => store.CarryAsync(viewer, sheet.Assessment.Id));
        return Words.Get(plan.Fills.Length == 1 ? "Carry.FilledOne" : "Carry.Filled", plan.Fills.Length, plan.From);
    });

    /// <summary>Confirms what the sheet shows as carried.</summary>
    /// <returns>What to tell, and whether it was refused.</returns>
    public Task<(string Text, bool IsRefused)> ConfirmAsync(WorkingSheet sheet, IReadOnlyCollection<Score> seen) => TellAsync(sheet, async () =>
    {
        var done = await sheet.DoAsync(viewer => store.ConfirmAsync(viewer, sheet.Assessment.Id, seen));
        var said = Words.Get(done.Confirmed.Length == 1 ? "Carry.ConfirmedOne" : "Carry.Confirmed", done.Confirmed.Length);
        return done.Overtaken.IsEmpty ? said : Words.Get("Carry.Overtaken", said, string.Join(Words.Get("List.Separator"), done.Overtaken));
    });

    private async Task<(string, bool)> TellAsync(WorkingSheet sheet, Func<Task<string>> work)
    {
        try
        {
            return (await work(), false);
        }
        catch (InputException refused)
        {
            return (refused.Message, true);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogFault(fault, sheet.Assessment.Id);
            return (Words.Get("Carry.Fault"), true);
        }
    }

    [LoggerMessage(LogLevel.Error, "Answers of assessment {Assessment} could not be carried over or confirmed")]
    private partial void LogFault(Exception fault, int assessment);
}
