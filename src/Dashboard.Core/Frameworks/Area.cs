using System.Collections.Immutable;

namespace Dashboard.Core.Frameworks;

/// <summary>A field of readiness, for example language, made of indicators.</summary>
/// <param name="Code">Unique within the framework.</param>
/// <param name="Name">Full English name.</param>
/// <param name="ShortName">English name for headlines and charts.</param>
/// <param name="Weight">Weight in the country total: finite, above 0.</param>
/// <param name="Indicators">At least one.</param>
/// <param name="Why">Why the area is in the framework; may be empty.</param>
public sealed record Area(
    string Code, string Name, string ShortName, double Weight, ImmutableArray<Indicator> Indicators, string Why = "");
