using System.CommandLine;
using Dashboard.Core;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Readiness;

namespace Dashboard.Web.CommandLine;

/// <summary>gaps JPN --against NATO</summary>
internal static class GapsCommand
{
    public static Command Create()
    {
        var command = new Command("gaps", "Say where a country stands against a group, area by area and in total, with how sure that is and whose word it is.");
        var report = new ReportOptions(command);
        var format = new Option<string>("--format") { Description = "table (default) or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        command.Options.Add(format);
        command.Does(create: false, async (options, session, cancel) =>
        {
            var kind = CodeName.Parse<GapFormat>("format", options.GetRequiredValue(format));
            var read = await session.Get<ReportReader>().ReadAsync(session.Viewer, report.Of(options), cancel);
            await session.Output.WriteAsync(kind == GapFormat.Json ? GapJson.Write(read) : GapTable.Write(read));
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
