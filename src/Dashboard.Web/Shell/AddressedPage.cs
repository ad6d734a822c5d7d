using Dashboard.Core;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Shell;

/// <summary>A page whose address says what to show: what the address names and nobody knows is told in the page's place.</summary>
public abstract class AddressedPage : ComponentBase
{
    /// <summary>Why the address cannot be answered, in one sentence; null if it can.</summary>
    protected string? Unanswered { get; private set; }

    [CascadingParameter] protected Task<AuthenticationState> User { get; set; } = null!;

    [Inject] private IHttpContextAccessor Request { get; set; } = null!;

    /// <summary>Loads what the address asks for.</summary>
    /// <exception cref="InputException">The address names something unknown.</exception>
    protected abstract Task LoadAsync();

    protected override async Task OnInitializedAsync()
    {
        try
        {
            await LoadAsync();
        }
        catch (InputException unknown)
        {
            Unanswered = unknown.Message;
            // Not 404: a page that answers so is not rendered.
            Request.HttpContext!.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
