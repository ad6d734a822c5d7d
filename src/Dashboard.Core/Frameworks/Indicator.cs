using System.Collections.Immutable;

namespace Dashboard.Core.Frameworks;

/// <summary>One thing that is assessed, with six observable levels.</summary>
/// <param name="Code">Unique within the framework.</param>
/// <param name="Name">English name.</param>
/// <param name="Weight">Weight in its area: finite, above 0.</param>
/// <param name="Levels">Six English descriptors, level 0 first.</param>
/// <param name="EvidenceAsked">What an assessor should be able to show; may be empty.</param>
/// <param name="Crosswalk">Where other frameworks ask the same; may be empty.</param>
/// <param name="LevelsAreThresholds">Whether the figure or the instrument itself is the evidence of levels 4 and 5.</param>
public sealed record Indicator(
    string Code,
    string Name,
    double Weight,
    ImmutableArray<string> Levels,
    string EvidenceAsked = "",
    string Crosswalk = "",
    bool LevelsAreThresholds = false);
