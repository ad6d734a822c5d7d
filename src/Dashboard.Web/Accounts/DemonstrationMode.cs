using Dashboard.Data.Storage;

namespace Dashboard.Web.Accounts;

/// <summary>Whether personas may be used: asked for at the start, and everything in the database is demonstration data.</summary>
internal sealed class DemonstrationMode(Settings settings, InstallationStore installations)
{
    public async Task<bool> IsOnAsync() => settings.Demo && await installations.FindAsync() is { IsDemonstration: true };

    /// <summary>A person's name as pages show it: a persona's in the reader's language.</summary>
    public string NameOf(string person) => settings.Demo && Persona.All.FirstOrDefault(p => p.Viewer.Name == person) is { } persona ? persona.Name : person;
}
