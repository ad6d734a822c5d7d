using System.CommandLine;

namespace Dashboard.Web.CommandLine;

/// <summary>The options that every command takes.</summary>
internal static class SharedOptions
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "The data folder (default: configuration 'Database:Folder', else data in the folder where the command is run).",
        HelpName = "DIR",
        Recursive = true,
    };

    public static Option<bool> Demo { get; } = new("--demo")
    {
        Description = "Use illustrative demonstration data; an empty or missing data folder is filled with it first.",
        Recursive = true,
    };

    public static Option<string?> As { get; } = new("--as")
    {
        Description = "Read as somebody else than the home nation's operator: a nation, or nation/clearance, for example EST or EST/restricted. Without a clearance, the lowest.",
        HelpName = "VIEWER",
        Recursive = true,
    };

    public static Option<string?> Cycle(string what) => new("--cycle") { Description = what, HelpName = "CYCLE" };

    public static Argument<string> Country(string what) => new("COUNTRY") { Description = what };
}
