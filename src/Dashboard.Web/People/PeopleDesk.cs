using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Catalog;
using Dashboard.Web.Shell;

namespace Dashboard.Web.People;

/// <summary>An area that a planner can be responsible for, with its name in the reader's language.</summary>
public sealed record AreaChoice(string Code, string Name);

/// <summary>Reads and changes accounts for the page of people, each time with the rights that whoever asks has at that moment.</summary>
internal sealed partial class PeopleDesk(AccountStore accounts, CatalogStore catalog, ClassificationLadder ladder, ILogger<PeopleDesk> log)
{
    /// <summary>What an administrator works on; null if whoever asks is none.</summary>
    /// <param name="acting">Who acts, asked anew before each thing that they do; null once they are signed out.</param>
    public async Task<PeopleWork?> OpenAsync(Func<Task<Viewer?>> acting)
    {
        if (await acting() is not { ManagesAccounts: true } own)
            return null;
        var areas = (await catalog.FrameworksAsync())
            .SelectMany(framework => framework.Areas.Select(area => new AreaChoice(area.Code, framework.ShortNameOf(area, CultureInfo.CurrentUICulture))))
            .DistinctBy(area => area.Code);
        return new PeopleWork(this, (acting, own), ladder.Lowest, [.. areas], await accounts.ListAsync(own));
    }

    /// <summary>Does something, and reads all accounts anew: also after a refusal, which may say that somebody else was here.</summary>
    /// <returns>Why it was refused, in one sentence, or null; and the accounts, or null if they cannot be read now, or no longer by whoever asks.</returns>
    public async Task<(string? Refused, ImmutableArray<Account>? Accounts)> DoAsync(Func<Task<Viewer?>> acting, Func<AccountStore, Viewer, Task> act)
    {
        var refused = await TryAsync(acting, act);
        ImmutableArray<Account>? read = null;
        await TryAsync(acting, async (store, by) => read = await store.ListAsync(by));
        return (refused, read);
    }

    private async Task<string?> TryAsync(Func<Task<Viewer?>> acting, Func<AccountStore, Viewer, Task> act)
    {
        try
        {
            await act(accounts, await acting() ?? throw InputException.Of("SignedOut"));
            return null;
        }
        catch (InputException refused)
        {
            return refused.Message;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Whatever the fault: what was entered stays on the page, which says that it is not stored.
            LogNotDone(fault);
            return Words.Get("People.Fault");
        }
    }

    [LoggerMessage(LogLevel.Error, "Something with accounts could not be done")]
    private partial void LogNotDone(Exception fault);
}
