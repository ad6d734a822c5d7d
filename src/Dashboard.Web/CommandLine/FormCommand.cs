using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Forms;
using Dashboard.Core.Wording;
using Dashboard.Data.Catalog;
using Dashboard.Data.Forms;
using Dashboard.Data.Readiness;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Incoming;
using Dashboard.Exports.Readiness;
using Dashboard.Web.Forms;

namespace Dashboard.Web.CommandLine;

/// <summary>form list, add, fill, remove</summary>
internal static class FormCommand
{
    public static Command Create() => new("form", "Work with an alliance's own forms: workbooks that are filled from a report and keep their look.") { List(), Add(), Fill(), Remove() };

    private static Argument<string> Code() => new("FORM") { Description = "Code of the form, for example RSF." };

    private static Command List()
    {
        var list = new Command("list", "List the forms that can be filled.");
        list.Does(create: false, async (_, session, cancel) =>
        {
            await session.Output.WriteAsync(TextColumns.Lay(["code", "name"], [.. (await session.Get<FormStore>().OfferedAsync(session.Viewer, cancel)).Select(form => (string[])[form.Code, form.Name])]));
            return 0;
        });
        return list;
    }

    private static Command Add()
    {
        var file = new Argument<string>("FILE") { Description = "A workbook (.xlsx) whose cells ask, for example with {{total.gap}}." };
        var code = new Option<string>("--code") { Description = "Its code, for example RSF.", HelpName = "CODE", Required = true };
        var name = new Option<string>("--name") { Description = "What people call it.", HelpName = "NAME", Required = true };
        var add = new Command("add", "Keep a form, and print what each of its places will say.") { file, code, name };
        add.Does(create: false, options => Read(options.GetRequiredValue(file)), async (input, session, cancel) =>
        {
            var framework = await FormDesk.FrameworkAsync(session.Get<CatalogStore>());
            var check = await FormTemplate.CheckAsync(new FileReader(session.Get<TimeProvider>()), input.Name, input.Bytes, new FormVocabulary(framework), cancel);
            var form = await session.Get<FormStore>().AddAsync(session.Viewer, session.Options.GetRequiredValue(code), session.Options.GetRequiredValue(name), input.Bytes, cancel);
            await session.Output.WriteAsync(TextColumns.Lay(["sheet", "cell", "asks", "will say"], [.. check.Spots.Select(spot => (string[])
            [
                spot.Sheet, spot.Cell, InputException.Shorten(spot.Asked),
                spot.Field is { } field ? FormWording.Describe(field, framework, CultureInfo.InvariantCulture) : $"nothing: unknown, near are {string.Join(", ", spot.Near)}",
            ])]));
            await session.Output.WriteLineAsync($"Form {form.Code} is added: {form.Name}.");
            return 0;
        });
        return add;
    }

    private static Command Fill()
    {
        var code = Code();
        var output = new Option<string>("--output") { Description = "The workbook to write, for example form.xlsx; an older one is replaced.", HelpName = "FILE", Required = true };
        var language = new Option<string>("--language") { Description = "en (default), ja or fr.", HelpName = "LANGUAGE", DefaultValueFactory = _ => "en" };
        var fill = new Command("fill", "Fill a form from a report.") { code };
        var report = new ReportOptions(fill);
        fill.Options.Add(output);
        fill.Options.Add(language);
        fill.Does(create: false, options => (
            File: OutputFile.At(options.GetRequiredValue(output)),
            Language: BriefingCommand.LanguageOf(options.GetRequiredValue(language)),
            Request: report.Of(options)), async (input, session, cancel) =>
        {
            var form = await session.Get<FormStore>().OpenAsync(session.Viewer, session.Options.GetRequiredValue(code), cancel);
            var read = await session.Get<ReportReader>().ReadAsync(session.Viewer, input.Request, cancel);
            await session.RecordAsync(ReportFile.Exported(FormTemplate.Kind(form.Code), read, "xlsx", Path.GetFileName(input.File.Path)), cancel);
            await input.File.WriteAsync(FormTemplate.Fill(form.File, read, input.Language), cancel);
            await session.Output.WriteLineAsync($"Written to {input.File.Path} ({read.Marking.ToLine()}).");
            return 0;
        });
        return fill;
    }

    private static Command Remove()
    {
        var code = Code();
        var remove = new Command("remove", "Remove a form.") { code };
        remove.Does(create: false, async (options, session, cancel) =>
        {
            var forms = await session.Get<FormStore>().ListAsync(session.Viewer, cancel);
            var kept = FormRule.Require([.. forms.Select(form => form.Code)], options.GetRequiredValue(code));
            var form = await session.Get<FormStore>().RemoveAsync(session.Viewer, kept, forms.Single(f => f.Code == kept).Hash, cancel);
            await session.Output.WriteLineAsync($"Form {form.Code} is removed.");
            return 0;
        });
        return remove;
    }

    // Read before the database is opened; no more than may be.
    private static (string Name, byte[] Bytes) Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (stream.Length > FileLimits.Usual.Bytes)
                throw InputException.Of("FileLarge", InputException.Shorten(Path.GetFileName(path)), FileLimits.Usual.Bytes >> 20);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return (Path.GetFileName(path), bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"'{InputException.Shorten(path)}' cannot be read: give the path of a workbook (.xlsx) that this account may read.", fault);
        }
    }
}
