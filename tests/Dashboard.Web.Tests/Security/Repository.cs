using System.Text.RegularExpressions;

namespace Dashboard.Web.Tests.Security;

/// <summary>The files of this repository as they lie on the disk.</summary>
internal static class Repository
{
    private static readonly string[] Made = ["/bin/", "/obj/", "/Migrations/", "/TestResults/"];

    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Whether a path from the root is a file.</summary>
    public static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Paths from the root of all files in a folder that people wrote, with one of these endings.</summary>
    public static List<string> Files(string folder, params string[] endings) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Contains(Path.GetExtension(file)) && !Made.Any(file.Contains))
            .Order(StringComparer.Ordinal)];

    /// <summary>The tests as "Class.Method": methods with [Fact] or [Theory] in the sources of the tests.</summary>
    public static HashSet<string> Tests()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Files("tests", ".cs"))
        {
            var type = "";
            var isTest = false;
            foreach (var line in File.ReadLines(Path.Combine(Root, file)))
            {
                if (Regex.Match(line, @"^\s*(?:public|internal)?\s*(?:sealed |abstract |static |partial )*class (\w+)") is { Success: true } declared)
                    type = declared.Groups[1].Value;
                isTest |= Regex.IsMatch(line, @"^\s*\[(Fact|Theory)\b");
                if (Regex.Match(line, @"^\s*public (?:async |static )*(?:Task|ValueTask|void) (\w+)\(") is not { Success: true } method)
                    continue;
                if (isTest)
                    found.Add($"{type}.{method.Groups[1].Value}");
                isTest = false;
            }
        }

        return found;
    }

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "Dashboard.sln")) ? folder : Find(Directory.GetParent(folder)!.FullName);
}
