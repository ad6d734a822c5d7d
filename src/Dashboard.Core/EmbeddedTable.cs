using System.Reflection;

namespace Dashboard.Core;

/// <summary>Reads the tab-separated tables that are built into this assembly.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows after the heading, split at tabs.</summary>
    public static IEnumerable<string[]> Read(string name) =>
        Text(name).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'));

    /// <summary>The whole text of an embedded file, with line feeds only.</summary>
    public static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The embedded file {name} is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
