using Dashboard.Core;
using Dashboard.Web.Security;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace Dashboard.Web.Shell;

/// <summary>A page whose address says what to show: what the address names and nobody knows is told in the page's place.</summary>
public abstract class AddressedPage : ComponentBase
{
    /// <summary>Why the address cannot be answered, in one sentence; null if it can.</summary>
    protected string? Unanswered { get; private set; }

    [CascadingParameter] protected Task<AuthenticationState> User { get; set; } = null!;

    [Inject] private Refusals Refusals { get; set; } = null!;

    /// <summary>Loads what the address asks for.</summary>
    /// <exception cref="InputException">The address names something unknown, or what the reader has no right to.</exception>
    protected abstract Task LoadAsync();

    /// <summary>Answers that the page is not for whoever asks, and notes that they did.</summary>
    /// <param name="status">403, or another where even that would say that there is something.</param>
    protected void Refuse(int status = StatusCodes.Status403Forbidden) => Refusals.Tell(status);

    protected override async Task OnInitializedAsync()
    {
        try
        {
            await LoadAsync();
        }
        catch (InputException unknown)
        {
            Unanswered = unknown.Message;
            // Never 404: a page that answers so is not rendered.
            Refusals.Tell(unknown);
        }
    }
}
