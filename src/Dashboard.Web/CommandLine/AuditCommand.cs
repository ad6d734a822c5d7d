using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Core.Wording;
using Dashboard.Data.Audit;
using Dashboard.Exports.Audit;

namespace Dashboard.Web.CommandLine;

/// <summary>audit verify, audit list</summary>
internal static class AuditCommand
{
    private const int Broken = 1;

    public static Command Create() => new("audit", "Work with the audit chain.") { Verify(), List() };

    private static Command Verify()
    {
        var noted = new Option<string?>("--head") { Description = "A head noted earlier, as a workbook's method sheet shows it: the chain must still hold it.", HelpName = "NUMBER:HASH" };
        var verify = new Command("verify", "Read the whole audit chain and say whether anything was changed, removed or put in. Exit code 1 if so.") { noted };
        verify.Does(create: false, options => options.GetValue(noted) is { } note ? AuditHead.Parse(note) : null, async (head, session, cancel) =>
        {
            var verdict = await session.Get<AuditStore>().VerifyAsync(session.Viewer, head, cancel);
            foreach (var fault in verdict.Faults)
                await session.Errors.WriteLineAsync(fault);
            await session.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{(verdict.IsWhole ? "The audit chain is whole" : "The audit chain is broken")}: {verdict.Entries} entries, head {verdict.Head.Sequence} {verdict.Head.HashText}"));
            return verdict.IsWhole ? 0 : Broken;
        });
        return verify;
    }

    private static Command List()
    {
        var since = new Option<long>("--since") { Description = "Only entries after this number (default: all).", HelpName = "NUMBER" };
        var format = new Option<string>("--format") { Description = "table (default) or json.", HelpName = "FORMAT", DefaultValueFactory = _ => "table" };
        var list = new Command("list", "List the entries of the audit, oldest first. What a table leaves out, before and after, is in the JSON.") { since, format };
        list.Does(create: false, options => (After: options.GetValue(since), Format: CodeName.Parse<ListFormat>("format", options.GetRequiredValue(format))), async (input, session, cancel) =>
        {
            var reader = session.Get<AuditReader>();
            if (input.Format == ListFormat.Json)
            {
                var extent = await reader.ExtentAsync(session.Viewer, new AuditFilter(), input.After, cancel);
                await AuditJson.WriteAsync(session.Output, reader.ListAsync(session.Viewer, new AuditFilter(), input.After, extent.Through, cancel), extent.Marking);
                return 0;
            }

            // Who, when and what: nothing that is classified.
            await session.Output.WriteLineAsync(AuditRule.MarkingOf(session.Viewer, session.Get<ClassificationLadder>().Lowest).ToLine());
            await foreach (var e in reader.ListAsync(session.Viewer, new AuditFilter(), input.After, null, cancel))
                await session.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"{e.Sequence,7}  {e.At:yyyy-MM-dd HH:mm:ss} UTC  {e.Actor} ({e.Nation})  {AuditWording.Action(e.Action, CultureInfo.InvariantCulture)}  {e.Subject}"));
            return 0;
        });
        return list;
    }

    private enum ListFormat
    {
        Table,
        Json,
    }
}
