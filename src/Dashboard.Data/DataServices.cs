using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Readiness;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Data;

/// <summary>Registers the stores. None of them holds state between operations but caches of what does not change.</summary>
public static class DataServices
{
    public static IServiceCollection AddDashboardData(this IServiceCollection services, DatabaseOptions options, ClassificationLadder ladder)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(options)
            .AddSingleton(ladder)
            .AddSingleton<IDbContextFactory<DashboardContext>, ContextFactory>()
            .AddSingleton<DatabaseSetup>()
            .AddSingleton<AuditedWrites>()
            .AddSingleton<AuditStore>()
            .AddSingleton<AuditReader>()
            .AddSingleton<FrameworkCache>()
            .AddSingleton<TermsSource>()
            .AddSingleton<CatalogStore>()
            .AddSingleton<AssessmentStore>()
            .AddSingleton<ScoreStore>()
            .AddSingleton<ReleaseStore>()
            .AddSingleton<MarkingStore>()
            .AddSingleton<ReportReader>()
            .AddSingleton<InstallationStore>();
    }
}
