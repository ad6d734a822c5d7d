using Dashboard.Data.Audit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dashboard.Web.Health;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseHealth(AuditStore audit) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await audit.HeadAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
