using System.CommandLine;
using System.Globalization;
using Dashboard.Data.Audit;

namespace Dashboard.Web.CommandLine;

/// <summary>audit verify</summary>
internal static class AuditCommand
{
    private const int Broken = 1;

    public static Command Create()
    {
        var verify = new Command("verify", "Read the whole audit chain and say whether anything was changed, removed or put in. Exit code 1 if so.");
        verify.Does(create: false, async (_, session, cancel) =>
        {
            var verdict = await session.Get<AuditStore>().VerifyAsync(session.Viewer, cancel);
            foreach (var fault in verdict.Faults)
                await session.Errors.WriteLineAsync(fault);
            await session.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{(verdict.IsWhole ? "The audit chain is whole" : "The audit chain is broken")}: {verdict.Entries} entries, head {verdict.Head.Sequence} {verdict.Head.HashText}"));
            return verdict.IsWhole ? 0 : Broken;
        });
        return new Command("audit", "Work with the audit chain.") { verify };
    }
}
