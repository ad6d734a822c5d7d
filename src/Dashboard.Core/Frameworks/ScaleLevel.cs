namespace Dashboard.Core.Frameworks;

/// <summary>One step of the scale.</summary>
/// <param name="Level">0 to 5.</param>
/// <param name="Name">One word, for example Established.</param>
/// <param name="Meaning">What the level means in general.</param>
public sealed record ScaleLevel(int Level, string Name, string Meaning);
