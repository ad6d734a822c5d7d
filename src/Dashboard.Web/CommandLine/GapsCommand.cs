using System.CommandLine;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Gaps;

namespace Dashboard.Web.CommandLine;

/// <summary>gaps JPN --against NATO</summary>
internal static class GapsCommand
{
    public static Command Create()
    {
        var country = SharedOptions.Country("The country to look at: ISO 3166-1 alpha-3 code, for example JPN.");
        var against = new Option<string>("--against") { Description = "The group to compare with, for example NATO.", HelpName = "GROUP", Required = true };
        var statistic = new Option<string>("--statistic") { Description = "How the members' scores become one benchmark: median (default), mean, upper-quartile, best.", HelpName = "STATISTIC", DefaultValueFactory = _ => "median" };
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var observers = new Option<bool>("--with-observers") { Description = "Count observers and partners of the group too." };
        var preview = new Option<bool>("--preview-drafts") { Description = "Let the reader's own nation's unapproved assessment of the country stand in for its approved one." };
        var format = new Option<string>("--format") { Description = "table (default) or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        var command = new Command("gaps", "Say where a country stands against a group, area by area and in total, with how sure that is and whose word it is.")
        {
            country, against, statistic, cycle, observers, preview, format,
        };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var kind = CodeName.Parse<GapFormat>("format", options.GetRequiredValue(format));
            var report = await session.Get<ReportReader>().ReadAsync(session.Viewer, new ReportRequest(
                options.GetRequiredValue(country),
                options.GetRequiredValue(against),
                CodeName.Parse<Statistic>("statistic", options.GetRequiredValue(statistic)),
                options.GetValue(cycle),
                options.GetValue(observers),
                options.GetValue(preview)), cancel);
            await session.Output.WriteAsync(kind == GapFormat.Json ? GapJson.Write(report) : GapTable.Write(report));
            return 0;
        });
        return command;
    }

    private enum GapFormat
    {
        Table,
        Json,
    }
}
