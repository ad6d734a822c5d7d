using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Data.Opinions;
using Dashboard.Web.Scoring;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Opinions;

/// <summary>A second opinion while its reviewer fills it in: each change is saved at once, one at a time for each indicator.</summary>
public sealed partial class OpinionWork
{
    private readonly OpinionStore _store;
    private readonly Acting _acting;
    private readonly ILogger _log;

    internal OpinionWork(OpinionStore store, Acting acting, OpinionView view, ILogger<OpinionWork> log)
    {
        (_store, _acting, _log, View) = (store, acting, log, view);
        var stored = view.Own!.Answers.ToDictionary(a => a.Indicator);
        Entries = [.. view.Framework.Areas.SelectMany(area => area.Indicators.Select(i => new OpinionEntry(i, area.Code, stored.GetValueOrDefault(i.Code))))];
    }

    public OpinionView View { get; }

    public Framework Framework => View.Framework;

    /// <summary>The indicators in framework order.</summary>
    public ImmutableArray<OpinionEntry> Entries { get; }

    /// <summary>How many are stored with an answer.</summary>
    public int Answered => Entries.Count(e => e.Kept.IsGiven);

    public bool IsUnsaved => Entries.Any(e => e.IsUnsaved);

    /// <summary>Says something of an indicator; what was said while an earlier word was on its way is sent after it.</summary>
    public async Task SayAsync(OpinionEntry entry, Answer wanted)
    {
        (entry.Wanted, entry.Why) = (wanted, null);
        if (entry.IsBusy || entry.IsOvertaken)
            return;
        entry.IsBusy = true;
        try
        {
            while (entry.Wanted != entry.Kept && !entry.IsOvertaken)
                await SendAsync(entry);
        }
        catch (InputException refused)
        {
            entry.Why = refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever the fault: what was chosen stays on the page, which says that it is not saved.
            LogNotSaved(fault, entry.Indicator.Code, View.Own!.Opinion.Id);
            entry.Why = Words.Get("Opinion.Fault");
        }
        finally
        {
            entry.IsBusy = false;
        }
    }

    /// <summary>Decides between what was saved in another window and what is on this page.</summary>
    public Task DecideAsync(OpinionEntry entry, bool mine)
    {
        entry.IsOvertaken = false;
        return SayAsync(entry, mine ? entry.Wanted : entry.Kept);
    }

    /// <summary>Hands the opinion in, or withdraws it.</summary>
    /// <returns>Why it did not; null if it did.</returns>
    public async Task<string?> EndAsync(bool handIn)
    {
        try
        {
            var viewer = await ScoringDesk.RequireAsync(_acting);
            await (handIn ? _store.HandInAsync(viewer, View.Own!.Opinion.Id) : _store.WithdrawAsync(viewer, View.Own!.Opinion.Id));
            return null;
        }
        catch (InputException refused)
        {
            return refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotEnded(fault, View.Own!.Opinion.Id);
            return Words.Get("Opinion.Fault");
        }
    }

    private async Task SendAsync(OpinionEntry entry)
    {
        var sent = entry.Wanted;
        switch (await _store.SaveAsync(await ScoringDesk.RequireAsync(_acting), View.Own!.Opinion.Id, entry.Indicator.Code, sent, entry.Stored?.Version ?? 0))
        {
            case OpinionOutcome.Saved saved:
                (entry.Stored, entry.IsSaved) = (saved.Answer, true);
                // What the store made of it (a note is trimmed) is what stands here, unless something else was said meanwhile.
                if (entry.Wanted == sent)
                    entry.Wanted = saved.Answer.Answer;
                break;
            case OpinionOutcome.Conflict conflict:
                (entry.Stored, entry.IsOvertaken) = (conflict.Current, conflict.Current?.Answer != sent);
                break;
        }
    }

    [LoggerMessage(LogLevel.Error, "The second opinion {Opinion} on {Indicator} could not be saved")]
    private partial void LogNotSaved(Exception fault, string indicator, int opinion);

    [LoggerMessage(LogLevel.Error, "The second opinion {Opinion} could not be ended")]
    private partial void LogNotEnded(Exception fault, int opinion);
}
