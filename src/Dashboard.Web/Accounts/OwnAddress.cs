using Dashboard.Data.Accounts;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Accounts;

/// <summary>The address that links begin with which are handed out: the configured one, else the one under which the page was opened.</summary>
internal sealed class OwnAddress(AccountOptions options, Settings settings, NavigationManager navigation)
{
    /// <summary>The address, without a slash at its end.</summary>
    public string Text => (options.PublicAddress is { Length: > 0 } known ? known : navigation.BaseUri).TrimEnd('/');

    /// <summary>Whether nobody on another machine can follow such a link. A demonstration hands out none.</summary>
    public bool IsOnlyThisMachines => !settings.Demo && new Uri(Text).IsLoopback;
}
