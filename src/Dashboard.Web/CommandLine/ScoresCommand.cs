using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Language;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Assessments;

namespace Dashboard.Web.CommandLine;

/// <summary>scores --format csv</summary>
internal static class ScoresCommand
{
    public static Command Create()
    {
        var cycle = SharedOptions.Cycle("One assessment cycle (default: all).");
        var format = new Option<string>("--format") { Description = "csv (default).", HelpName = "FORMAT", DefaultValueFactory = _ => "csv" };
        var command = new Command("scores", "List every answer of every approved assessment that the reader may see.") { cycle, format };
        command.Does(create: false, async (options, session, cancel) =>
        {
            if (!string.Equals(options.GetValue(format), "csv", StringComparison.OrdinalIgnoreCase))
                throw InputException.UnknownChoice("format", options.GetRequiredValue(format), ["csv"]);
            var list = await session.Get<ReportReader>().ListAsync(session.Viewer, options.GetValue(cycle), cancel);
            await session.RecordAsync(AuditFact.Exported($"scores/{options.GetValue(cycle) ?? "all"}", "csv", list.Marking, "standard output"), cancel);
            // The columns of the list are fixed, so its marking and the notice go beside it.
            await session.Errors.WriteLineAsync(list.Marking.ToLine() + (session.Installation.IsDemonstration ? $" · {Texts.Get(CultureInfo.InvariantCulture, "Demonstration")}" : ""));
            await ScoresCsv.WriteAsync(session.Output, list.Rows);
            return 0;
        });
        return command;
    }
}
