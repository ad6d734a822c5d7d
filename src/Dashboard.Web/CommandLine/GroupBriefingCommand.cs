using System.CommandLine;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Briefings;

namespace Dashboard.Web.CommandLine;

/// <summary>group briefing NATO --output nato.xlsx</summary>
internal static class GroupBriefingCommand
{
    public static Command Create()
    {
        var (group, output, language) = (GroupCommand.Code(), BriefingCommand.Output(), BriefingCommand.Language());
        var (statistic, cycle, observers) = (ReportOptions.Statistic(), ReportOptions.Cycle(), ReportOptions.Observers());
        var command = new Command("briefing", "Write all members of a group beside one another as an Excel workbook, each held against the others.") { group, statistic, cycle, observers, output, language };
        command.Does(create: false, options => (
            File: OutputFile.At(options.GetRequiredValue(output)),
            Language: BriefingCommand.LanguageOf(options.GetRequiredValue(language)),
            Request: new ReportRequest(options.GetRequiredValue(group), options.GetRequiredValue(group), CodeName.Parse<Statistic>("statistic", options.GetRequiredValue(statistic)), options.GetValue(cycle), options.GetValue(observers))),
            async (input, session, cancel) =>
        {
            var read = await session.Get<ReportReader>().ReadGroupAsync(session.Viewer, input.Request, cancel);
            var head = await session.RecordAsync(GroupWorkbook.Exported(read, Path.GetFileName(input.File.Path)), cancel);
            await input.File.WriteAsync(GroupWorkbook.Write(read, input.Language, head), cancel);
            await session.Output.WriteLineAsync($"Written to {input.File.Path} ({read.Marking.ToLine()}).");
            return 0;
        });
        return command;
    }
}
