using System.Collections.Immutable;

namespace Dashboard.Core.Frameworks;

/// <summary>The least that one purpose asks for, for example a first formal participation.</summary>
/// <param name="Code">Unique within the framework.</param>
/// <param name="Name">English name.</param>
/// <param name="Minimum">Indicator code to the lowest level that meets the requirement.</param>
public sealed record RequirementProfile(string Code, string Name, ImmutableSortedDictionary<string, int> Minimum);
