using Dashboard.Core;
using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.MyAccount;

/// <summary>A page on which people change how they prove who they are: first it leads to the page that asks for it.</summary>
public abstract class FactorPage : ComponentBase
{
    /// <summary>Whether the page may be shown and its forms be carried out.</summary>
    protected bool IsConfirmed { get; private set; }

    /// <summary>Why what was asked for is refused; null if it is not.</summary>
    protected string? Refused { get; private set; }

    /// <summary>What there is now.</summary>
    protected Factors Own { get; private set; } = new(false, 0, []);

    [Inject] internal FactorDesk Desk { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        // Decided once, before any form of the page is carried out.
        IsConfirmed = Desk.IsConfirmed;
        if (IsConfirmed)
            Own = await Desk.ReadAsync();
        else
            Navigation.NavigateTo(Desk.Who.HasPassword ? Urls.ConfirmFor(Desk.Request.Request.Path) : Urls.MyAccount);
    }

    /// <summary>Carries out what a form asks for, if it was confirmed, and reads what there is then.</summary>
    protected async Task ChangeAsync(Func<Task> change)
    {
        if (!IsConfirmed)
            return;
        try
        {
            await change();
        }
        catch (InputException refused)
        {
            Refused = refused.Message;
        }

        Own = await Desk.ReadAsync();
    }
}
