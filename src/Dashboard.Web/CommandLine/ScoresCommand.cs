using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Language;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Assessments;

namespace Dashboard.Web.CommandLine;

/// <summary>scores --cycle 2026 --format xlsx --output scores.xlsx</summary>
internal static class ScoresCommand
{
    public static Command Create()
    {
        var cycle = SharedOptions.Cycle("One assessment cycle (default: all).");
        var format = new Option<string>("--format") { Description = "csv (default), xlsx or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "csv" };
        var output = new Option<string?>("--output") { Description = "The file to write, with every column and its marking in it; an older one is replaced. Without it, a short list as CSV.", HelpName = "FILE" };
        var command = new Command("scores", "List every answer of every approved assessment that the reader may see.") { cycle, format, output };
        command.Does(create: false, options => (
            Cycle: options.GetValue(cycle),
            Format: CodeName.Parse<ScoreFormat>("format", options.GetRequiredValue(format)),
            File: FileOf(CodeName.Parse<ScoreFormat>("format", options.GetRequiredValue(format)), options.GetValue(output))), async (input, session, cancel) =>
        {
            var reader = session.Get<ScoreReader>();
            var extent = await reader.ExtentAsync(session.Viewer, input.Cycle, cancel);
            var (told, marking) = (input.Cycle is null ? null : extent.Cycles[0].Cycle.Code, extent.Marking);
            var head = await session.RecordAsync(ScoreFile.Exported(told, marking, input.Format, input.File is { } named ? Path.GetFileName(named.Path) : "standard output"), cancel);
            var sheets = reader.ListAsync(session.Viewer, extent, cancel);
            if (input.File is { } file)
            {
                var about = new ScoreFileWords(CultureInfo.InvariantCulture, marking, told, extent.Assessments, extent.Answers, extent.IsDemonstration, head);
                await file.WriteAsync(stream => ScoreFile.WriteAsync(stream, input.Format, sheets, about, cancel), cancel);
                await session.Output.WriteLineAsync($"Written to {file.Path} ({marking.ToLine()}).");
                return 0;
            }

            // The columns of the list are fixed, so its marking and the notice go beside it.
            await session.Errors.WriteLineAsync(marking.ToLine() + (session.Installation.IsDemonstration ? $" · {Texts.Get(CultureInfo.InvariantCulture, "Demonstration")}" : ""));
            await ScoresCsv.WriteAsync(session.Output, sheets);
            return 0;
        });
        return command;
    }

    private static OutputFile? FileOf(ScoreFormat format, string? output) => output is not null ? OutputFile.At(output)
        : format == ScoreFormat.Csv ? null
        : throw new InputException($"As {CodeName.Of(format)} the answers are a file: name it with --output, for example scores.{CodeName.Of(format)}.");
}
