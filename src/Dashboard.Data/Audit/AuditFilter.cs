namespace Dashboard.Data.Audit;

/// <summary>Which entries of the audit are asked for; what is null is not asked.</summary>
/// <param name="Actor">Part of the name of who acted, in any case.</param>
/// <param name="Action">What was done, its code.</param>
/// <param name="Subject">Part of the subject, in any case.</param>
/// <param name="From">The first day, UTC.</param>
/// <param name="To">The last day, UTC.</param>
/// <param name="Nation">Nation of who acted, alpha-3.</param>
public sealed record AuditFilter(
    string? Actor = null, string? Action = null, string? Subject = null, DateOnly? From = null, DateOnly? To = null, string? Nation = null);

/// <summary>From where a page of the audit is read; both null for the newest entries.</summary>
/// <param name="Before">Only entries with a lower number, the nearest of them.</param>
/// <param name="After">Only entries with a higher number, the nearest of them.</param>
public sealed record AuditPlace(long? Before = null, long? After = null);
