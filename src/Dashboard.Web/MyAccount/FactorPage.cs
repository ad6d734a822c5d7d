using Dashboard.Core;
using Dashboard.Data.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

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

    protected SignedIn Who { get; private set; } = null!;

    [Inject] protected IHttpContextAccessor Request { get; set; } = null!;

    [Inject] private Confirmation Confirmation { get; set; } = null!;

    [Inject] private FactorStore Factors { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        Who = Request.HttpContext!.Features.GetRequiredFeature<SignedIn>();
        IsConfirmed = Who.HasPassword && Confirmation.AllowsFactors(Request.HttpContext!, Who);
        if (!Who.HasPassword)
            Navigation.NavigateTo(Shell.Urls.MyAccount);
        else if (!IsConfirmed)
            Navigation.NavigateTo(Shell.Urls.ConfirmFor(Request.HttpContext!.Request.Path));
        else
            Own = await Factors.ReadAsync(Who);
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

        Own = await Factors.ReadAsync(Who);
    }
}
