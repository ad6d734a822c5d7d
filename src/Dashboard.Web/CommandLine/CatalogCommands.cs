using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Data.Catalog;

namespace Dashboard.Web.CommandLine;

/// <summary>cycle add, cycle publish, framework add</summary>
internal static class CatalogCommands
{
    public static Command Cycle()
    {
        var code = new Argument<string>("CYCLE") { Description = "Name of the cycle, for example 2026." };
        var asOf = new Option<string>("--as-of") { Description = "The day that the answers refer to, yyyy-MM-dd.", HelpName = "DATE", Required = true };
        var framework = new Option<string?>("--framework") { Description = "Code and version, for example 'AICR 1.0' (default: the only one stored).", HelpName = "FRAMEWORK" };
        var add = new Command("add", "Add an open assessment cycle.") { code, asOf, framework };
        add.Does(create: true, options => (options.GetRequiredValue(code), Day(options.GetRequiredValue(asOf)), options.GetValue(framework)), async (input, session, cancel) =>
        {
            var (name, day, chosen) = input;
            var cycle = await session.Get<CatalogStore>().AddCycleAsync(session.Viewer, name, day, chosen, cancel);
            await session.Output.WriteLineAsync($"Cycle {cycle.Code} is open: as of {day:yyyy-MM-dd}, framework {cycle.FrameworkCode} {cycle.FrameworkVersion}.");
            return 0;
        });
        var without = new Option<bool>("--without-unapproved") { Description = "Publish although assessments that are not approved are shut out of reports by it." };
        var publish = new Command("publish", "Publish and freeze a cycle; corrections are then new revisions.") { code, without };
        publish.Does(create: false, async (options, session, cancel) =>
        {
            var (store, name) = (session.Get<CatalogStore>(), options.GetRequiredValue(code));
            if (!options.GetValue(without) && await store.UnapprovedAsync(session.Viewer, name, cancel) is { Count: > 0 } unapproved)
                throw new InputException($"Assessments of the cycle {name} that are not approved would be shut out of its reports: {string.Join(", ", unapproved.Select(Named))}. Publish without them by --without-unapproved.");
            var cycle = await store.PublishAsync(session.Viewer, name, cancel);
            await session.Output.WriteLineAsync($"Cycle {cycle.Code} is published and frozen.");
            return 0;
        });
        return new Command("cycle", "Work with assessment cycles.") { add, publish };
    }

    public static Command Framework()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A framework as JSON; docs/framework.md describes it." };
        var add = new Command("add", "Check a framework file and store it as a new version.") { file };
        add.Does(create: true, options => Text(options.GetRequiredValue(file)), async (text, session, cancel) =>
        {
            var framework = await session.Get<CatalogStore>().AddFrameworkAsync(session.Viewer, text, cancel);
            await session.Output.WriteLineAsync($"Framework {framework.Edition} is stored: {framework.Areas.Length} areas, {framework.Indicators.Length} indicators.");
            return 0;
        });
        return new Command("framework", "Work with assessment frameworks.") { add };
    }

    private static string Named(Assessment assessment) => $"{assessment.Country} ({CodeName.Of(assessment.Basis)}, {CodeName.Of(assessment.Status)})";

    private static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InputException($"'{InputException.Shorten(text)}' is no date: write the as-of date as yyyy-MM-dd, for example 2026-06-30.");

    // Checked here as well, so that a bad file leaves no trace; the store checks again.
    private static string Text(FileInfo file)
    {
        if (!file.Exists)
            throw new InputException($"The framework file '{file}' does not exist.");
        try
        {
            var text = File.ReadAllText(file.FullName);
            FrameworkJson.Parse(text);
            return text;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The framework file '{file}' cannot be read: {fault.Message}", fault);
        }
    }
}
