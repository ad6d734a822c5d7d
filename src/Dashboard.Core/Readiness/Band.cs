namespace Dashboard.Core.Readiness;

/// <summary>A closed interval of levels (or of differences of levels).</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end, not below <paramref name="Low"/>.</param>
public readonly record struct Band(double Low, double High);
