using System.Collections.Immutable;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.People;

/// <summary>
/// The accounts on an administrator's screen: everybody, and in the panel beside them one person or an invitation. What is entered there is
/// neither lost nor does it overwrite unseen what somebody else has changed meanwhile.
/// </summary>
public sealed class PeopleWork
{
    private readonly PeopleDesk _desk;
    private readonly Func<Task<Viewer?>> _acting;
    private readonly Viewer _nobody;
    // The account as the draft began with it; null for an invitation.
    private Account? _seen;

    internal PeopleWork(PeopleDesk desk, (Func<Task<Viewer?>> Asked, Viewer Now) acting, string lowestClearance, ImmutableArray<AreaChoice> areas, ImmutableArray<Account> accounts)
    {
        (_desk, _acting, Own, Areas, Accounts) = (desk, acting.Asked, acting.Now, areas, accounts);
        _nobody = new Viewer("", Own.Nation, lowestClearance, Roles.None, []);
    }

    /// <summary>Whoever works here, as they were when the page was opened.</summary>
    public Viewer Own { get; }

    /// <summary>Every area that a planner can be responsible for.</summary>
    public ImmutableArray<AreaChoice> Areas { get; }

    public ImmutableArray<Account> Accounts { get; private set; }

    /// <summary>Who is in the panel, as they are stored; null for an invitation and for nobody.</summary>
    public Account? Chosen => _seen is null ? null : Accounts.FirstOrDefault(account => account.Person.Name == _seen.Person.Name);

    /// <summary>The rights in the panel; null if nothing is in it.</summary>
    public RightsDraft? Draft { get; private set; }

    /// <summary>The name in an invitation.</summary>
    public string Name { get; set; } = "";

    public bool IsInviting => Draft is not null && _seen is null;

    /// <summary>The link that was made last for who is in the panel; null for none.</summary>
    public IssuedLink? Issued { get; private set; }

    /// <summary>Why the rights or the invitation were refused; null if they were not.</summary>
    public string? Refused { get; private set; }

    /// <summary>Why something else that was asked for the account was refused; null if it was not.</summary>
    public string? StepRefused { get; private set; }

    /// <summary>Whether the rights in the panel were just stored.</summary>
    public bool IsSaved { get; private set; }

    /// <summary>Whether something waits for an answer.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>Whether somebody wanted to leave the panel with what is not stored.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Whether the panel holds what is not stored.</summary>
    public bool IsUnsaved => Draft is { } draft && draft.Differs(_seen?.Person ?? _nobody) || (IsInviting && Name.Length > 0);

    /// <summary>Whether somebody else has changed the account meanwhile: both versions are shown until one is chosen.</summary>
    public bool IsOvertaken => _seen is { } seen && Chosen is { } now && IsUnsaved
        && (seen.Person.RightsText != now.Person.RightsText || seen.State == AccountState.Closed != (now.State == AccountState.Closed));

    /// <summary>Puts a person into the panel, unless what is in it is not stored.</summary>
    public void Choose(string name) => Leave(() => Take(Accounts.FirstOrDefault(account => account.Person.Name == name)));

    /// <summary>Puts an invitation into the panel, unless what is in it is not stored.</summary>
    public void Invite() => Leave(() => (Draft, _seen) = (new RightsDraft(_nobody), null));

    /// <summary>Empties the panel, unless what is in it is not stored.</summary>
    public void Close() => Leave(() => Take(null));

    /// <summary>Gives up what is not stored: begins anew from what is stored, or without an invitation.</summary>
    public void Discard()
    {
        var link = Issued;
        Clear();
        Take(Chosen);
        Issued = link;
    }

    /// <summary>Notes that something in the panel was changed.</summary>
    public void Touch() => (IsSaved, IsHeld) = (false, false);

    /// <summary>Stores the rights in the panel, unless somebody else changed them meanwhile.</summary>
    public async Task SaveAsync()
    {
        if (_seen is not { } seen || Draft is not { } draft || !IsUnsaved)
            return;
        Refused = await DoAsync((store, by) => store.ChangeRightsAsync(by, draft.ToViewer(seen.Person.Name), seen));
        IsSaved = Refused is null;
        if (IsSaved)
            Take(Chosen);
    }

    /// <summary>Stores the rights in the panel over those that somebody else stored meanwhile and that were shown.</summary>
    public Task SaveMineAsync()
    {
        _seen = Chosen;
        return SaveAsync();
    }

    /// <summary>Makes the account of the invitation in the panel, and shows its person and the link.</summary>
    public async Task InviteAsync()
    {
        if (!IsInviting || Draft is not { } draft)
            return;
        IssuedLink? made = null;
        Refused = await DoAsync(async (store, by) => made = await store.InviteAsync(by, draft.ToViewer(Name)));
        if (made is null)
            return;
        var name = PersonRule.Name(Name);
        Clear();
        Take(Accounts.FirstOrDefault(account => account.Person.Name == name));
        Issued = made;
    }

    /// <summary>Makes a new link for who is in the panel.</summary>
    public Task MakeLinkAsync() => StepAsync(async (store, by, name) => Issued = await store.NewLinkAsync(by, name));

    /// <summary>Takes away codes and passkeys of who is in the panel, and makes the link by which they begin anew.</summary>
    public Task RemoveFactorsAsync() => StepAsync(async (store, by, name) => Issued = await store.RemoveFactorsAsync(by, name));

    public Task UnlockAsync() => StepAsync((store, by, name) => store.UnlockAsync(by, name));

    public Task EndSessionsAsync() => StepAsync((store, by, name) => store.EndSessionsAsync(by, name));

    public Task CloseAccountAsync() => StepAsync(async (store, by, name) =>
    {
        await store.CloseAsync(by, name);
        Issued = null;
    });

    public Task ReopenAsync() => StepAsync((store, by, name) => store.ReopenAsync(by, name));

    private async Task StepAsync(Func<AccountStore, Viewer, string, Task> step)
    {
        if (_seen is not { } seen)
            return;
        StepRefused = await DoAsync((store, by) => step(store, by, seen.Person.Name));
        // What this administrator did they have seen; rights that are being changed stay as they are.
        if (StepRefused is null && Chosen is { } now && now.Person.RightsText == seen.Person.RightsText)
            _seen = now;
        else if (!IsUnsaved)
            Take(Chosen);
    }

    private async Task<string?> DoAsync(Func<AccountStore, Viewer, Task> act)
    {
        if (IsBusy)
            return Words.Get("People.Busy");
        IsBusy = true;
        try
        {
            var (refused, read) = await _desk.DoAsync(_acting, act);
            Accounts = read ?? Accounts;
            return refused;
        }
        finally
        {
            IsBusy = false;
        }
    }

    private void Leave(Action way)
    {
        IsHeld = IsUnsaved;
        if (IsHeld)
            return;
        Clear();
        way();
    }

    private void Clear() => (Name, Issued, Refused, StepRefused, IsSaved, IsHeld) = ("", null, null, null, false, false);

    private void Take(Account? account) => (_seen, Draft) = (account, account is null ? null : new RightsDraft(account.Person));
}
