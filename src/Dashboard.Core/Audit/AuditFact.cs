using Dashboard.Core.Release;

namespace Dashboard.Core.Audit;

/// <summary>What an audit entry is made of, besides who and when.</summary>
/// <param name="Action">What was done, for example "score-saved".</param>
/// <param name="Subject">To what.</param>
/// <param name="Before">What was there, as JSON will have it; null if nothing.</param>
/// <param name="After">What is there now; null if nothing.</param>
/// <param name="ChangeId">The client's number of the change; null if it gave none.</param>
/// <param name="Classification">The classification of what <paramref name="Before"/> and <paramref name="After"/> hold; null if they hold nothing classified.</param>
public sealed record AuditFact(string Action, string Subject, object? Before, object? After, Guid? ChangeId = null, string? Classification = null)
{
    /// <summary>Something leaves as a file.</summary>
    /// <param name="subject">What, for example "briefing/JPN/NATO/median/2026".</param>
    /// <param name="format">As what, for example "xlsx".</param>
    /// <param name="marking">The marking of what the file holds.</param>
    /// <param name="file">Its name.</param>
    public static AuditFact Exported(string subject, string format, Marking marking, string file) =>
        new(AuditActions.Exported, subject, null, new { Format = format, Marking = marking.ToLine(), File = file });
}
