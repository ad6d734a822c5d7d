using System.Runtime.CompilerServices;

namespace Dashboard.Browser.Tests;

/// <summary>What commands and programs that the tests start are configured with: a reviewer alone signs assessments, unless a test is about more.</summary>
internal static class CommandLineConfiguration
{
    [ModuleInitializer]
    public static void Apply() => Environment.SetEnvironmentVariable("SignOff", "reviewer");
}
