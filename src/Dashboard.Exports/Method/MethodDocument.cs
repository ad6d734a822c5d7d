namespace Dashboard.Exports.Method;

/// <summary>docs/scoring.md, built into the program: how everything is calculated, for the page and the workbook alike.</summary>
public static class MethodDocument
{
    public static string Markdown { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(MethodDocument).Assembly.GetManifestResourceStream("scoring.md")
            ?? throw new InvalidOperationException("docs/scoring.md is missing from the build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
