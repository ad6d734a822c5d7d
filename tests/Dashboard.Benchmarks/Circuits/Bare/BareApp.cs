using MudBlazor.Services;

namespace Dashboard.Benchmarks.Circuits.Bare;

/// <summary>The least program that serves a page with MudBlazor: no data, no account, no shell.</summary>
internal static class BareApp
{
    public static WebApplication Build(string urls)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(urls);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddMudServices();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorComponents<BareDocument>().AddInteractiveServerRenderMode();
        return app;
    }
}
