using Dashboard.Core;
using Dashboard.Data;
using Dashboard.Data.Demonstration;
using Dashboard.Data.Storage;
using Dashboard.Exports.Incoming;
using Dashboard.Web.Accounts;
using Dashboard.Web.Areas;
using Dashboard.Web.Audit;
using Dashboard.Web.Briefings;
using Dashboard.Web.Charts;
using Dashboard.Web.Compare;
using Dashboard.Web.Export;
using Dashboard.Web.Forms;
using Dashboard.Web.Gaps;
using Dashboard.Web.Health;
using Dashboard.Web.Mail;
using Dashboard.Web.MyAccount;
using Dashboard.Web.Offline;
using Dashboard.Web.People;
using Dashboard.Web.Position;
using Dashboard.Web.Reading;
using Dashboard.Web.Requirements;
using Dashboard.Web.Scoring.Behind;
using Dashboard.Web.Scoring.Saving;
using Dashboard.Web.Scoring.Together;
using Dashboard.Web.Scoring;
using Dashboard.Web.Security;
using Dashboard.Web.Shell;
using Dashboard.Web.Trends;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MudBlazor.Services;

namespace Dashboard.Web;

/// <summary>Builds the web application; the database is ready when it is returned.</summary>
public static partial class DashboardApp
{
    // Forms and single answers; nothing is uploaded.
    private const long LargestRequest = 1 << 20;

    private static readonly string[] Cultures = [.. Preferences.Languages.Select(l => l.Code)];

    /// <param name="settings">Data, ladder, home nation, demonstration.</param>
    /// <param name="urls">Addresses to listen on; port 0 for any free one.</param>
    /// <param name="clock">The time; null for the system's.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task<WebApplication> BuildAsync(Settings settings, string urls, TimeProvider? clock = null, CancellationToken cancel = default)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(DashboardApp).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        // Style sheets and scripts are served from where they were built, also when the program was not published.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(urls);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddDashboardData(settings.Database, settings.Ladder, settings.Accounts, settings.SignOff);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [HealthEndpoints.Ready]);
        // An open page must not keep a server that is asked to end from ending.
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = LargestRequest;
            server.ConfigureHttpsDefaults(Encryption.Configure);
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(5));
        if (settings.Mail is { } mail)
            builder.Services.AddSingleton(mail).AddHostedService<ReminderService>();
        AddPages(builder.Services, settings);

        var app = builder.Build();
        await app.Services.GetRequiredService<DatabaseSetup>().PrepareAsync(create: true, cancel);
        var installation = await app.Services.GetRequiredService<InstallationStore>().EnsureAsync(settings.HomeNation, settings.Demo, cancel);
        if (settings.Demo)
        {
            await app.Services.GetRequiredService<DemonstrationPeople>().EnsureAsync([.. Persona.All.Select(persona => persona.Viewer)], cancel);
            await app.Services.GetRequiredService<DemonstrationTasks>().EnsureAsync((Persona.Coordinator.Viewer, Persona.Desk.Viewer), cancel);
            await app.Services.GetRequiredService<DemonstrationOpinions>().EnsureAsync((Persona.Reviewer.Viewer, "2026"), cancel);
            await DemonstrationForm.EnsureAsync(app.Services, cancel);
        }

        LogReady(app.Logger, installation.HomeNation, installation.IsDemonstration, settings.Database.IsSqlServer ? "SQL Server" : settings.Database.File);
        UsePages(app);
        return app;
    }

    private static void AddPages(IServiceCollection services, Settings settings)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSingleton(Marks.Encoder);
        services.AddSingleton(settings.Limits).AddSingleton<Refusals>().AddSingleton<Origins>().AddSingleton<CircuitCount>().AddScoped<CircuitHandler, CountedCircuit>();
        services.AddResponseHeaders();
        services.AddHostCookies();
        services.AddRateLimits(settings.Limits);
        // A proxy on this machine says for whom it asks and whether that was encrypted.
        services.Configure<ForwardedHeadersOptions>(proxy => proxy.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost);
        services.AddMudServices();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie => SessionCookie.Configure(cookie, settings.Accounts));
        if (settings.Issuer is { } issuer)
            authentication.AddIssuer(issuer, settings.Ladder);
        services.AddSingleton<SessionCookie>();
        services.AddScoped<AuthenticationStateProvider, SessionRevalidation>();
        // Whatever does not say that it is for everybody is for who is signed in.
        services.AddAuthorization(authorization => authorization.FallbackPolicy = authorization.DefaultPolicy);
        // In the database: people stay signed in when the server starts again, or when another node answers.
        services.AddScoped(scope => scope.GetRequiredService<IDbContextFactory<DashboardContext>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("dashboard").PersistKeysToDbContext<DashboardContext>();
        services.AddAntiforgery(form => form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddSingleton<ViewerSource>();
        services.Configure<IdentityPasskeyOptions>(passkey => PasskeyCeremony.Configure(passkey, settings.Accounts.PublicAddress));
        services.AddSingleton<Seals>().AddSingleton<PasskeyCeremony>().AddSingleton<SecondStepDesk>().AddSingleton<Confirmation>().AddSingleton<FactorDesk>().AddSingleton<ConfirmDesk>();
        services.AddScoped<ScoringDesk>().AddScoped<SheetSession>();
        services.AddSingleton<Presence>().AddScoped<OwnPlace>().AddScoped<CircuitHandler>(scope => scope.GetRequiredService<OwnPlace>());
        services.AddSingleton<ChangeFeed>().AddHostedService(all => all.GetRequiredService<ChangeFeed>());
        services.AddSingleton<OutboxKeys>();
        services.AddScoped<CarryDesk>();
        services.AddSingleton<FileReader>().AddScoped<ReturnDesk>().AddScoped<FormDesk>();
        services.AddScoped<Scoring.Review.ReviewDesk>();
        services.AddScoped<EvidenceDesk>();
        services.AddScoped<PeopleDesk>();
        services.AddScoped<OwnAddress>();
        services.AddSingleton<RecordedExports>();
        services.AddSingleton<ChartFiles>();
        services.AddSingleton<DemonstrationMode>();
        services.AddSingleton<ChartStyle>();
    }

    private static void UsePages(WebApplication app)
    {
        var origins = app.Services.GetRequiredService<Origins>();
        app.UseForwardedHeaders();
        app.UseHostCookies();
        app.UseResponseHeaders();
        app.UseExceptionHandler(Urls.Error, createScopeForErrors: true);
        app.Use(origins.RequireEncryption);
        app.Use(origins.RefuseForeign);
        app.UseRequestLocalization(options => options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures));
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.Use(AnswerForms);
        app.Use(NameWhatIsUnknown);
        app.LimitIssuer();
        app.UseAuthentication();
        app.Use(SessionCookie.NoteUnreadable);
        app.UseAuthorization();
        app.Use(AccountEndpoints.LeadToSetUp);
        app.UseRateLimiter();
        app.Use(app.Services.GetRequiredService<CircuitCount>().Explain);
        app.UseAntiforgery();
        app.Use(origins.NoteForged);
        app.MapHealth();
        app.MapStaticAssets().AllowAnonymous();
        app.MapPreferences();
        app.MapSignIn();
        app.MapIssuer();
        app.MapMyAccount();
        app.MapReading();
        app.MapGaps();
        app.MapAreas();
        app.MapCompare();
        app.MapTrend();
        app.MapPosition();
        app.MapRequirements();
        app.MapChanges();
        app.MapBriefings();
        app.MapForms();
        app.MapScoringBooks();
        app.MapExport();
        app.MapAudit();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits => circuits.ContentSecurityFrameAncestorsPolicy = "'none'").OnlyWorkingPagesAreInteractive();
    }

    // A refused form is answered in one line: running the page of its status as a form again would be refused again.
    private static async Task AnswerForms(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await next(context);
            return;
        }

        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= StatusCodes.Status400BadRequest } refused)
            await Results.Text(Words.Get(refused.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed ? "NotFound.Text" : "Form.Refused"), statusCode: refused.StatusCode).ExecuteAsync(context);
    }

    // What a page catches itself to show it in its place, an endpoint answers in one line.
    private static async Task NameWhatIsUnknown(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (InputException refused) when (!context.Response.HasStarted)
        {
            await Results.Text(refused.Message, statusCode: context.RequestServices.GetRequiredService<Refusals>().StatusOf(refused)).ExecuteAsync(context);
        }
    }

    [LoggerMessage(LogLevel.Information, "Installation of {HomeNation} is ready (demonstration data: {IsDemonstration}) on {Database}")]
    private static partial void LogReady(ILogger logger, string homeNation, bool isDemonstration, string database);
}
