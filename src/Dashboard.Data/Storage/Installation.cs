namespace Dashboard.Data.Storage;

/// <summary>What an installation is: one row, written when the database is set up.</summary>
/// <param name="HomeNation">Alpha-3 of the nation that runs it.</param>
/// <param name="IsDemonstration">Whether everything in it is illustrative demonstration data.</param>
public sealed record Installation(string HomeNation, bool IsDemonstration);
