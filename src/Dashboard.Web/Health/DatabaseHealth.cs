using Dashboard.Data.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Web.Health;

/// <summary>Ready means that the database answers and is set up.</summary>
internal sealed class DatabaseHealth(InstallationStore installations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await installations.FindAsync(cancellationToken) is null ? HealthCheckResult.Unhealthy("not set up") : HealthCheckResult.Healthy();
}
