using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace Dashboard.Web.Shell;

/// <summary>Marks a page that planners or administrators work on: it opens a circuit. All others are plain documents.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WorkingPageAttribute : Attribute;

/// <summary>Keeps what belongs to circuits off the other pages.</summary>
internal static class WorkingPages
{
    // Blazor's metadata of the render modes in use. Its type is not public; a test tells if a later version needs another way.
    private const string RenderModes = "ConfiguredRenderModesMetadata";

    /// <summary>Whether an address leads to a page that opens a circuit.</summary>
    public static bool IsWorking(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ComponentTypeMetadata>() is { } page && page.Type.IsDefined(typeof(WorkingPageAttribute), inherit: false);

    /// <summary>
    /// Tells the framework that only working pages know interactive rendering. Else it ends every document with the encrypted state
    /// of a circuit that is never opened.
    /// </summary>
    public static TBuilder OnlyWorkingPagesAreInteractive<TBuilder>(this TBuilder pages) where TBuilder : IEndpointConventionBuilder
    {
        pages.Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<ComponentTypeMetadata>().FirstOrDefault() is not { } page || page.Type.IsDefined(typeof(WorkingPageAttribute), inherit: false))
                return;
            for (var i = 0; i < endpoint.Metadata.Count; i++)
                if (endpoint.Metadata[i].GetType() is { Name: RenderModes } type)
                    endpoint.Metadata[i] = Activator.CreateInstance(type, (object)Array.Empty<IComponentRenderMode>())!;
        });
        return pages;
    }
}
