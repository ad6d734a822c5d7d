using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Demonstration;
using Dashboard.Data.Forms;
using Dashboard.Data.Opinions;
using Dashboard.Data.Readiness;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Dashboard.Data.Tasking;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dashboard.Data;

/// <summary>Registers the stores. None of them holds state between operations but caches of what does not change.</summary>
public static class DataServices
{
    // What OWASP asks for with PBKDF2 and SHA-512; Identity's own default is half of it.
    private const int PasswordIterations = 210_000;

    public static IServiceCollection AddDashboardData(
        this IServiceCollection services, DatabaseOptions options, ClassificationLadder ladder, AccountOptions? accounts = null, SignOffTerms? signOff = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging();
        AddAccounts(services, accounts ?? new AccountOptions());
        return services
            .AddSingleton(options)
            .AddSingleton(ladder)
            .AddSingleton(signOff ?? SignOffTerms.Default)
            .AddSingleton<IDbContextFactory<DashboardContext>, ContextFactory>()
            .AddSingleton<DatabaseSetup>()
            .AddSingleton<AuditedWrites>()
            .AddSingleton<AuditStore>()
            .AddSingleton<AuditReader>()
            .AddSingleton<HistoryReader>()
            .AddSingleton<ChangeTail>()
            .AddSingleton<FrameworkCache>()
            .AddSingleton<TermsSource>()
            .AddSingleton<CatalogStore>()
            .AddSingleton<SheetSource>()
            .AddSingleton<GroupStore>()
            .AddSingleton<FormStore>()
            .AddSingleton<AssessmentStore>()
            .AddSingleton<SignOffStore>()
            .AddSingleton<CommentStore>()
            .AddSingleton<ScoreStore>()
            .AddSingleton<CarryStore>()
            .AddSingleton<ReturnStore>()
            .AddSingleton<ImportStore>()
            .AddSingleton<EvidenceStore>()
            .AddSingleton<OpinionStore>()
            .AddSingleton<OpinionReader>()
            .AddSingleton<TaskDesk>()
            .AddSingleton<TaskStore>()
            .AddSingleton<TaskReader>()
            .AddSingleton<WorkReader>()
            .AddSingleton<ReminderStore>()
            .AddSingleton<ReleaseStore>()
            .AddSingleton<MarkingStore>()
            .AddSingleton<KnownReadings>()
            .AddSingleton<ReportReader>()
            .AddSingleton<ScoreReader>()
            .AddSingleton<InstallationStore>();
    }

    private static void AddAccounts(IServiceCollection services, AccountOptions options) => services
        .AddOptions()
        .Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = PasswordIterations)
        .AddSingleton(options)
        .AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>()
        .AddSingleton<ILookupNormalizer, NameNormalizer>()
        .AddSingleton<People>()
        .AddSingleton<Passwords>()
        .AddSingleton<SessionStore>()
        .AddSingleton<SignInStore>()
        .AddSingleton<IssuerSignInStore>()
        .AddSingleton<SecondStepStore>()
        .AddSingleton<FactorStore>()
        .AddSingleton<PasskeyStore>()
        .AddSingleton<OwnAccountStore>()
        .AddSingleton<LinkStore>()
        .AddSingleton<SetUpStore>()
        .AddSingleton<AccountStore>()
        .AddSingleton<DemonstrationPeople>()
        .AddSingleton<DemonstrationTasks>()
        .AddSingleton<DemonstrationOpinions>();
}
