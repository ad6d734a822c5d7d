namespace Dashboard.Data.Storage;

/// <summary>A framework version as it is stored: its own JSON text.</summary>
/// <param name="Code">Code of the framework.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">Hash of what scores depend on.</param>
/// <param name="Json">The text as it came in.</param>
public sealed record StoredFramework(string Code, string Version, string Hash, string Json);
