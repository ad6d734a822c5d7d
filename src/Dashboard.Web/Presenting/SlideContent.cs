using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Presenting;

/// <summary>What one slide tells.</summary>
/// <param name="Title">The finding.</param>
/// <param name="Body">What shows it.</param>
public sealed record SlideContent(string Title, RenderFragment Body)
{
    /// <summary>Which part of what the title tells of is shown; null for all of it.</summary>
    public string? Part { get; init; }

    /// <summary>The ways out for what is shown; null where there are none.</summary>
    public RenderFragment? Ways { get; init; }
}
