using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Imports;
using Dashboard.Data.Assessments;
using Dashboard.Exports.Incoming;

namespace Dashboard.Web.CommandLine;

/// <summary>import levels.csv --cycle 2026 --dry-run</summary>
internal static class ImportCommand
{
    private const int NotSaved = 1;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A workbook (.xlsx) or a table as text (.csv, .tsv): one row for each country with a column for each indicator, or one row for each answer." };
        var sheet = new Option<string?>("--sheet") { Description = "The sheet of the workbook (default: the first that is shown).", HelpName = "NAME" };
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = AssessmentCommand.BasisOption();
        var classification = new Option<string?>("--classification") { Description = "Classification of assessments that are begun (default: the lowest).", HelpName = "LEVEL" };
        var columns = Many("--column", "What a column is: \"HEADING=LAN-1\", \"HEADING=country\", \"HEADING=indicator\", \"HEADING=level\" or \"HEADING=out\". May be given several times.", "HEADING=WHAT");
        var countries = Many("--country", "What an unclear name means: \"Korea=KOR\". May be given several times.", "NAME=CODE");
        var zeros = Many("--zero-is-missing", "A column that says 0 where there is no value. May be given several times.", "HEADING");
        var replace = new Option<bool>("--replace") { Description = "Replace answers that say something else. Without it nothing is saved if there is one." };
        var skip = new Option<bool>("--skip-unclear") { Description = "Save what is clear and leave the rest. Without it nothing is saved if anything is unclear." };
        var dry = new Option<bool>("--dry-run") { Description = "Print what would be done, and change nothing." };
        var command = new Command("import", "Take levels from a table into assessments of the reader's nation; empty cells are not assessed and change nothing.")
        {
            file, sheet, cycle, basis, classification, columns, countries, zeros, replace, skip, dry,
        };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var (name, bytes) = await ReadAsync(options.GetRequiredValue(file), cancel);
            var target = new ImportTarget(options.GetValue(cycle), options.GetValue(basis) is { } b ? CodeName.Parse<Basis>("basis", b) : null, options.GetValue(classification), options.GetValue(replace));
            var store = session.Get<ImportStore>();
            var framework = await store.FrameworkAsync(session.Viewer, target, cancel);
            var read = await new FileReader(session.Get<TimeProvider>()).ReadAsync(name, bytes, cancel);
            var map = ImportOptions.Apply(TableMap.Of(ImportOptions.SheetOf(read, options.GetValue(sheet)), framework), framework, options.GetValue(columns) ?? [], options.GetValue(zeros) ?? []);
            var plan = TablePlan.Of(map, framework, ImportOptions.Countries(options.GetValue(countries) ?? []));
            var outcome = await store.PlanAsync(session.Viewer, target, plan.Levels, cancel);
            await ImportPreview.WriteAsync(session.Output, name, plan, outcome);
            if (options.GetValue(dry))
                return 0;
            if (!plan.Unclear.IsEmpty && !options.GetValue(skip))
            {
                await session.Errors.WriteLineAsync("Nothing was saved: mend what is unclear, or add --skip-unclear to leave it.");
                return NotSaved;
            }

            var saved = await store.SaveAsync(session.Viewer, target, plan.Levels, new TakenFile(InputException.Shorten(name), Convert.ToHexStringLower(SHA256.HashData(bytes))), cancel);
            await session.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Saved {saved.Saved} levels; {saved.Begun.Length} assessments were begun."));
            return 0;
        });
        return command;
    }

    private static Option<string[]> Many(string name, string description, string help) => new(name) { Description = description, HelpName = help, Arity = ArgumentArity.ZeroOrMore };

    private static async Task<(string Name, byte[] Bytes)> ReadAsync(string path, CancellationToken cancel)
    {
        try
        {
            // No more than may be read: what calls itself empty may go on for ever.
            await using var stream = File.OpenRead(path);
            var bytes = new byte[FileLimits.Usual.Bytes + 1];
            var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancel);
            return (Path.GetFileName(path), bytes[..length]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputException($"'{path}' cannot be read: name a file that is there and that this account may read.", fault);
        }
    }
}
