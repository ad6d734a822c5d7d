using System.CommandLine;
using System.Net.Sockets;
using Dashboard.Core;
using Dashboard.Data.Accounts;
using Dashboard.Web.Shell;
using Microsoft.AspNetCore.Connections;

namespace Dashboard.Web.CommandLine;

/// <summary>serve, and no command at all</summary>
internal static class ServeCommand
{
    private const string DefaultAddress = "http://localhost:5080";

    public static RootCommand AddTo(RootCommand root)
    {
        var urls = new Option<string?>("--urls") { Description = $"Addresses to listen on (default: configuration 'urls', else {DefaultAddress}).", HelpName = "URLS" };
        var serve = new Command("serve", "Serve the web pages (the default).") { urls };
        serve.SetAction(ServeAsync);
        root.Add(serve);
        root.Add(urls);
        root.SetAction(ServeAsync);
        return root;

        Task<int> ServeAsync(ParseResult options, CancellationToken cancel) => Commands.GuardAsync(options, async settings =>
        {
            string?[] wishes = [options.GetValue(urls), Settings.Configuration()["urls"], Settings.Configuration()["ASPNETCORE_URLS"]];
            var address = wishes.FirstOrDefault(wish => !string.IsNullOrWhiteSpace(wish)) ?? DefaultAddress;
            await using var app = await DashboardApp.BuildAsync(settings with { Demo = settings.Demo || Settings.IsDevelopment }, address, cancel: cancel);
            try
            {
                await app.StartAsync(cancel);
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                throw new InputException($"The address {address} is in use: end the program that uses it, or choose another with --urls.", fault);
            }
            catch (Exception fault) when (fault is IOException or SocketException or FormatException or ArgumentException or InvalidOperationException)
            {
                throw new InputException($"The address '{InputException.Shorten(address)}' cannot be served ({InputException.Shorten(fault.Message)}): choose another with --urls, for example {DefaultAddress}.", fault);
            }

            await options.InvocationConfiguration.Error.WriteLineAsync($"Serving {string.Join(", ", app.Urls)}. Ctrl+C ends it.");
            if (await SetUpLinkAsync(app, cancel) is { } link)
                await options.InvocationConfiguration.Error.WriteLineAsync($"Nobody has an account yet. Make the first administrator's within 24 hours, once: {link}");
            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
    }

    // Printed and not logged: it is a secret of whoever runs the program.
    private static async Task<string?> SetUpLinkAsync(WebApplication app, CancellationToken cancel)
    {
        var settings = app.Services.GetRequiredService<Settings>();
        if (settings.Demo || await app.Services.GetRequiredService<SetUpStore>().OfferAsync(cancel) is not { } issued)
            return null;
        // An address that means every interface is no address to open.
        var own = settings.Accounts.PublicAddress is { Length: > 0 } known
            ? known
            : app.Urls.First().Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal);
        return own.TrimEnd('/') + Urls.Link(issued);
    }
}
