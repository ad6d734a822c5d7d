using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Demonstration;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Storage;

/// <summary>Sets an installation up once: its home nation, the built-in groups and framework, and the demonstration data if asked for.</summary>
public sealed class InstallationStore(IDbContextFactory<DashboardContext> contexts, AssessmentStore assessments, ClassificationLadder ladder)
{
    /// <summary>The installation; null before it is set up.</summary>
    public async Task<Installation?> FindAsync(CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Installations.AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    /// <summary>The installation, set up now if it was not. All of it is one transaction: a killed set-up leaves nothing.</summary>
    /// <param name="homeNation">Alpha-3 of the home nation of a new installation.</param>
    /// <param name="demonstration">Whether demonstration data is asked for.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">Demonstration data is asked for in an installation that holds real data.</exception>
    public async Task<Installation> EnsureAsync(string homeNation, bool demonstration, CancellationToken cancel = default)
    {
        if (await FindAsync(cancel) is not { } installation)
        {
            installation = new Installation(demonstration ? DemonstrationData.HomeNation : Country.Require(homeNation).Alpha3, demonstration);
            var sheets = demonstration ? DemonstrationData.Sheets(FrameworkJson.BuiltIn) : [];
            try
            {
                await assessments.AddAsync(Viewer.Operator(installation.HomeNation, ladder), sheets, (context, trail) => AddContent(context, trail, installation), cancel);
            }
            catch (DbUpdateException fault) when (StorageFaults.IsDuplicate(fault))
            {
                // Another process was faster; what it set up is the installation.
                installation = await FindAsync(cancel) ?? throw new InvalidOperationException("The installation is there and cannot be read.", fault);
            }
        }

        return demonstration && !installation.IsDemonstration
            ? throw new InputException("This database was set up for real data: demonstration mode needs an empty folder or a demonstration database; choose another one with --data.")
            : installation;
    }

    private static Task AddContent(DashboardContext context, AuditTrail trail, Installation installation)
    {
        var framework = FrameworkJson.BuiltIn;
        context.Add(installation);
        context.Groups.AddRange(CountryGroup.BuiltIn);
        context.Frameworks.Add(new StoredFramework(framework.Code, framework.Version, framework.Hash, FrameworkJson.BuiltInText));
        if (installation.IsDemonstration)
            context.Cycles.AddRange(DemonstrationData.Cycles(framework));
        trail.Record(new AuditFact("installation-set-up", installation.HomeNation, null, installation));
        return Task.CompletedTask;
    }
}
