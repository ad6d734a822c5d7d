using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Readiness;
using Dashboard.Data.Storage;
using Dashboard.Data.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Data.Tests.Storage;

/// <summary>A database with an installation of Japan and one open cycle; the tests of a store run on both providers.</summary>
public abstract class StoreTests<THost> : IAsyncLifetime where THost : IDatabaseHost, new()
{
    protected const string CycleCode = "2026";
    private readonly THost _host = new();
    private readonly List<ServiceProvider> _services = [];

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    protected Viewer Operator { get; } = Viewer.Operator("JPN", ClassificationLadder.Default);

    /// <summary>Who signs an assessment: a reviewer alone, unless a test is about more.</summary>
    protected virtual SignOffTerms SignOff => SignOffTerms.ReviewerAlone;

    /// <summary>Whether passwords are hashed as slowly as the product does it.</summary>
    protected virtual bool IsAboutHashing => false;

    /// <summary>What the stores warned of.</summary>
    protected Warnings Log { get; } = new();

    protected DatabaseOptions Options { get; private set; } = new();

    public async ValueTask InitializeAsync()
    {
        Options = await _host.OpenAsync();
        _services.Add(Services());
        World = await _host.FillAsync($"{Kind} at {Clock.GetUtcNow():O}", Options, async () =>
        {
            await Get<DatabaseSetup>().PrepareAsync(create: true);
            await Get<InstallationStore>().EnsureAsync("JPN", demonstration: false);
            await Get<CatalogStore>().AddCycleAsync(Operator, CycleCode, new DateOnly(2026, 6, 30), null);
            return await MakeAsync();
        });
        await Get<DatabaseSetup>().PrepareAsync(create: false);
    }

    /// <summary>What the tests of a class find: another name where <see cref="MakeAsync"/> makes something else.</summary>
    protected virtual string Kind => "installation";

    /// <summary>Makes what the tests of a class find beside the installation.</summary>
    protected virtual Task<object?> MakeAsync() => Task.FromResult<object?>(null);

    /// <summary>What <see cref="MakeAsync"/> told.</summary>
    protected object? World { get; private set; }

    public async ValueTask DisposeAsync()
    {
        foreach (var services in _services)
            await services.DisposeAsync();
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected IServiceProvider Stores => _services[0];

    protected T Get<T>() where T : notnull => _services[0].GetRequiredService<T>();

    /// <summary>The same database through stores of their own, as a second process would have them.</summary>
    protected T Another<T>() where T : notnull
    {
        _services.Add(Services());
        return _services[^1].GetRequiredService<T>();
    }

    protected Task<Assessment> BeginAsync(string country = "JPN", Basis basis = Basis.SelfAssessed, string classification = "unclassified") =>
        Get<AssessmentStore>().BeginAsync(Operator, country, CycleCode, basis, classification);

    /// <summary>Every assessment that a reader may take along, by cycle and country.</summary>
    protected async Task<List<ListedSheet>> ListedAsync(Viewer reader, string? cycle = null) =>
        await Get<ScoreReader>().ListAsync(reader, await Get<ScoreReader>().ExtentAsync(reader, cycle)).Where(sheet => sheet.Scores.Source is not null).ToListAsync();

    protected DashboardContext Context() => Get<IDbContextFactory<DashboardContext>>().CreateDbContext();

    protected static Viewer Planner(string name, string nation = "JPN", params string[] areas) =>
        new(name, nation, "secret", Roles.Planner, [new Scope("*", [.. areas])]);

    private ServiceProvider Services()
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.AddProvider(Log))
            .AddDashboardData(Options, ClassificationLadder.Default, signOff: SignOff)
            .BuildServiceProvider();
        if (!IsAboutHashing)
            services.HashQuickly();
        return services;
    }
}
