using System.Globalization;
using Dashboard.Core.Release;
using Dashboard.Exports.Tables;

namespace Dashboard.Exports.Audit;

/// <summary>Entries of the audit as comma-separated values, written as they come. Each line also carries the marking of the whole.</summary>
public static class AuditCsv
{
    public const string Heading = "sequence,at,actor,nation,action,subject,before,after,holds,withheld,hash,classification,releasable_to";

    public static async Task WriteAsync(TextWriter output, IAsyncEnumerable<AuditReading> entries, Marking marking)
    {
        await output.WriteAsync(Heading + "\n");
        await foreach (var entry in entries)
        {
            string[] fields =
            [
                entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.At.ToString("O", CultureInfo.InvariantCulture), entry.Actor, entry.Nation, entry.Action, entry.Subject,
                entry.Details?.Before?.GetRawText() ?? "", entry.Details?.After?.GetRawText() ?? "", entry.Details?.Classification ?? "", AuditJson.WhyNot(entry) ?? "", entry.Hash,
                marking.Classification, string.Join(' ', marking.Releases),
            ];
            await output.WriteAsync(string.Join(',', fields.Select(CsvField.Of)) + "\n");
        }
    }
}
