using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Dashboard.Web.Tests.Security.Walk;

/// <summary>The endpoints of the running application.</summary>
internal static class Routes
{
    /// <summary>Those of our own, as method and route.</summary>
    public static IEnumerable<(string Method, string Route, RouteEndpoint Endpoint)> Own(Server server) =>
        from endpoint in All(server)
        where !IsAsset(endpoint) && !IsFramework(endpoint)
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        select (method, Pattern(endpoint), endpoint);

    /// <summary>Files that are the same for everybody.</summary>
    public static IEnumerable<RouteEndpoint> Assets(Server server) => All(server).Where(IsAsset);

    /// <summary>What the framework adds: the way by which interactive pages speak, and its script.</summary>
    public static IEnumerable<RouteEndpoint> Framework(Server server) => All(server).Where(endpoint => !IsAsset(endpoint) && IsFramework(endpoint));

    public static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    /// <summary>The parts of an address's question that an endpoint reads.</summary>
    public static IEnumerable<string> Questions(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page
            ? page.Type.GetProperties().Select(p => (p.Name, Query: p.GetCustomAttributes(false).OfType<Microsoft.AspNetCore.Components.SupplyParameterFromQueryAttribute>().FirstOrDefault()))
                .Where(p => p.Query is not null).Select(p => p.Query!.Name ?? p.Name)
            : endpoint.Metadata.OfType<System.Reflection.MethodInfo>().SelectMany(method => method.GetParameters())
                .SelectMany(p => p.ParameterType.Namespace?.StartsWith("Dashboard.Web", StringComparison.Ordinal) == true && p.ParameterType.Name.EndsWith("Query", StringComparison.Ordinal) ? p.ParameterType.GetProperties().Where(q => q.CanWrite).Select(q => q.Name) : p.ParameterType == typeof(string) ? [p.Name!] : []);

    private static IEnumerable<RouteEndpoint> All(Server server) => server.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsAsset(Endpoint endpoint) => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    // A page names its component, one of ours its method in our own assembly; whatever does neither is the framework's.
    private static bool IsFramework(Endpoint endpoint) => endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is null
        && endpoint.Metadata.OfType<System.Reflection.MethodInfo>().All(method => method.Module.Assembly != typeof(DashboardApp).Assembly)
        && endpoint.DisplayName?.StartsWith("Health", StringComparison.Ordinal) != true;
}
