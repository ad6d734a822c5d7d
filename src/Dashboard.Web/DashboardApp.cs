using Dashboard.Data;
using Dashboard.Data.Storage;
using Dashboard.Web.Health;

namespace Dashboard.Web;

/// <summary>Builds the web application; the database is ready when it is returned.</summary>
public static partial class DashboardApp
{
    /// <param name="settings">Data, ladder, home nation, demonstration.</param>
    /// <param name="urls">Addresses to listen on; port 0 for any free one.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task<WebApplication> BuildAsync(Settings settings, string urls, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(urls);
        builder.Services.AddDashboardData(settings.Database, settings.Ladder);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [HealthEndpoints.Ready]);

        var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseSetup>().PrepareAsync(create: true, cancel);
        var installation = await app.Services.GetRequiredService<InstallationStore>().EnsureAsync(settings.HomeNation, settings.Demo, cancel);
        LogReady(app.Logger, installation.HomeNation, installation.IsDemonstration, settings.Database.IsSqlServer ? "SQL Server" : settings.Database.File);
        app.MapHealth();
        return app;
    }

    [LoggerMessage(LogLevel.Information, "Installation of {HomeNation} is ready (demonstration data: {IsDemonstration}) on {Database}")]
    private static partial void LogReady(ILogger logger, string homeNation, bool isDemonstration, string database);
}
