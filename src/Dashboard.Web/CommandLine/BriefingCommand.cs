using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Briefings;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Shell;

namespace Dashboard.Web.CommandLine;

/// <summary>briefing JPN --against NATO --output briefing.xlsx</summary>
internal static class BriefingCommand
{
    public static Command Create()
    {
        var command = new Command("briefing", "Write the same report as an Excel workbook with native charts, the cycles before, every indicator, the evidence, the sources and the method.");
        var report = new ReportOptions(command);
        var (output, language) = (Output(), Language());
        command.Options.Add(output);
        command.Options.Add(language);
        command.Does(create: false, options => (
            File: OutputFile.At(options.GetRequiredValue(output)),
            Language: LanguageOf(options.GetRequiredValue(language)),
            Request: report.Of(options)), async (input, session, cancel) =>
        {
            var read = await session.Get<ReportReader>().ReadBriefingAsync(session.Viewer, input.Request, cancel);
            var head = await session.RecordAsync(ReportFile.Exported("briefing", read.Report, "xlsx", Path.GetFileName(input.File.Path)), cancel);
            await input.File.WriteAsync(BriefingWorkbook.Write(read, input.Language, head), cancel);
            await session.Output.WriteLineAsync($"Written to {input.File.Path} ({read.Marking.ToLine()}).");
            return 0;
        });
        return command;
    }

    internal static Option<string> Output() => new("--output") { Description = "The workbook to write, for example briefing.xlsx; an older one is replaced.", HelpName = "FILE", Required = true };

    internal static Option<string> Language() => new("--language") { Description = "en (default), ja or fr.", HelpName = "LANGUAGE", DefaultValueFactory = _ => "en" };

    /// <summary>The language of a code.</summary>
    /// <exception cref="InputException">The product does not speak it.</exception>
    internal static CultureInfo LanguageOf(string code) => Preferences.Languages.Any(l => l.Code == code)
        ? CultureInfo.GetCultureInfo(code)
        : throw InputException.UnknownChoice("language", code, Preferences.Languages.Select(l => l.Code));
}
