using System.Collections.Immutable;
using System.Security.Cryptography;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Data.Assessments;
using Dashboard.Data.Storage;
using Dashboard.Exports.Incoming;
using Dashboard.Exports.Scoring;
using Dashboard.Web.Scoring;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Offline;

/// <summary>Files that were brought back to a sheet, as they were read.</summary>
/// <param name="Sheets">What they say.</param>
/// <param name="Files">What they are, for the audit.</param>
public sealed record BroughtBack(ImmutableArray<ReturnedSheet> Sheets, ImmutableArray<TakenFile> Files);

/// <summary>Reads returned files, shows what they would change, and saves what was decided on.</summary>
internal sealed partial class ReturnDesk(FileReader reader, ReturnStore store, DatabaseOptions options, ILogger<ReturnDesk> log)
{
    /// <summary>Reads files; nothing is changed.</summary>
    /// <exception cref="InputException">One of them is refused.</exception>
    public async Task<BroughtBack> ReadAsync(WorkingSheet sheet, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var (sheets, taken) = (ImmutableArray.CreateBuilder<ReturnedSheet>(), ImmutableArray.CreateBuilder<TakenFile>());
        foreach (var (name, bytes) in files)
        {
            sheets.Add(ReturnedWorkbook.Read(await reader.ReadAsync(name, bytes), sheet.Report.Framework));
            taken.Add(new TakenFile(InputException.Shorten(name), Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }

        return new BroughtBack(sheets.ToImmutable(), taken.ToImmutable());
    }

    /// <summary>What they would change now.</summary>
    /// <exception cref="InputException">They are of another assessment, or it is closed.</exception>
    public Task<ReturnPlan> PlanAsync(WorkingSheet sheet, BroughtBack brought) => sheet.ReadAsync(viewer => store.PlanAsync(viewer, sheet.Assessment.Id, brought.Sheets));

    /// <summary>Saves what was decided on, all of it or nothing.</summary>
    /// <returns>Indicators that somebody changed meanwhile; if there is one, nothing was saved.</returns>
    /// <exception cref="InputException">It is refused, or cannot be stored just now.</exception>
    public async Task<ImmutableArray<string>> SaveAsync(WorkingSheet sheet, ReturnWork work, BroughtBack brought)
    {
        try
        {
            return await sheet.ReadAsync(viewer => store.SaveAsync(viewer, sheet.Assessment.Id, work.Decided, brought.Files));
        }
        catch (Exception fault) when (StorageFaults.Explain(fault, options) is { } why)
        {
            LogFault(fault, sheet.Assessment.Id);
            throw new InputException(Words.Get("Offline.NotSaved", why), fault);
        }
    }

    [LoggerMessage(LogLevel.Error, "Answers that were brought back to assessment {Id} could not be saved")]
    private partial void LogFault(Exception fault, int id);
}
