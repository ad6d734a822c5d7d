using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Dashboard.Web.Health;

/// <summary>/health: the process answers. /health/ready: the database answers too.</summary>
internal static class HealthEndpoints
{
    public const string Ready = "ready";

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous().WithMetadata(new Mark());
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous().WithMetadata(new Mark());
    }

    /// <summary>Tells these endpoints from all others.</summary>
    internal sealed class Mark;
}
