using Bunit;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Dashboard.Web.Accounts;
using Dashboard.Web.Scoring;
using Dashboard.Web.Scoring.Behind;
using Dashboard.Web.Scoring.Review;
using Dashboard.Web.Tests.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Dashboard.Web.Tests.Scoring.Behind;

/// <summary>What is behind a score of the demonstration's draft of Montenegro, on planners' pages over the real stores.</summary>
public abstract class Behind : IAsyncLifetime
{
    protected static readonly Viewer Planner = new("Aoki", "JPN", "secret", Roles.Planner | Roles.Reviewer, [Scope.Everything]);
    private static readonly SheetKey Key = new("MNE", "2026", Basis.Estimated, "NATO");
    private readonly DataFolder _folder = new();
    private ServiceProvider _services = null!;

    protected BunitContext Browser { get; } = new();

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    /// <summary>Who signs an assessment: a reviewer alone, unless a test is about more.</summary>
    protected virtual SignOffTerms SignOff => SignOffTerms.ReviewerAlone;

    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    protected IServiceProvider Services => _services;

    protected T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    public async ValueTask InitializeAsync()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddDashboardData(_folder.Options, ClassificationLadder.Default, signOff: SignOff)
            .AddSingleton(new Settings(new DatabaseOptions(), ClassificationLadder.Default, "JPN", Demo: true)).AddSingleton<DemonstrationMode>()
            .AddLogging().AddSingleton<ScoringDesk>().AddSingleton<EvidenceDesk>().AddSingleton<ReviewDesk>()
            .BuildServiceProvider();
        await _folder.FillAsync(_services, demonstration: true);
        Browser.JSInterop.Mode = JSRuntimeMode.Loose;
        Browser.Services.AddSingleton(Get<EvidenceDesk>()).AddSingleton(Get<ClassificationLadder>()).AddSingleton(Get<ReviewDesk>()).AddSingleton(Get<DemonstrationMode>());
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        await _services.DisposeAsync();
        await _folder.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected async Task<(WorkingSheet Sheet, ScoringRow Row)> OpenAsync(Viewer? by = null)
    {
        var sheet = (await Get<ScoringDesk>().OpenAsync(() => Task.FromResult<Viewer?>(by ?? Planner), Key))!;
        return (sheet, sheet.Rows.Single(row => row.Indicator.Code == "REL-1"));
    }

    protected async Task<Evidence> AddAsync(string title, Func<Evidence, Evidence>? with = null)
    {
        var piece = new Evidence { AssessmentId = (await OpenAsync()).Sheet.Assessment.Id, Indicator = "REL-1", Title = title, Source = "Embassy", Date = new DateOnly(2026, 1, 31) };
        return ((EvidenceOutcome.Saved)await Get<EvidenceStore>().SaveAsync(Planner, with?.Invoke(piece) ?? piece)).Piece;
    }

    /// <summary>What is stored now.</summary>
    protected async Task<IReadOnlyList<Evidence>> StoredAsync() => (await OpenAsync()).Sheet.Opened.Evidence;
}
