namespace Dashboard.Core.Assessments;

/// <summary>An assessment cycle: what was true on one day, by one framework.</summary>
/// <param name="Code">Name and key, for example "2026".</param>
/// <param name="AsOf">The day that the answers, and the memberships of groups, refer to.</param>
/// <param name="FrameworkCode">Code of the framework.</param>
/// <param name="FrameworkVersion">Version of the framework.</param>
/// <param name="Published">When the cycle was published and frozen (UTC); null while it is open.</param>
public sealed record Cycle(string Code, DateOnly AsOf, string FrameworkCode, string FrameworkVersion, DateTime? Published = null)
{
    /// <summary>Whether an assessment can no longer change: the cycle is published, and only revisions of its assessments are still open.</summary>
    public bool Freezes(Assessment assessment) => Published is not null && assessment.Revision == 1;

    /// <summary>Whether publishing the cycle would keep an assessment out of its reports for good: one that was never approved. False once it is published; a correction can be approved afterwards.</summary>
    public bool WouldShutOut(Assessment assessment) => Published is null && assessment.Revision == 1 && assessment.Status != AssessmentStatus.Approved;

    /// <summary>The cycle with the latest as-of date before this one's; null if there is none.</summary>
    public Cycle? Before(IEnumerable<Cycle> cycles) => cycles.Where(c => c.AsOf < AsOf)
        .OrderByDescending(c => c.AsOf).ThenBy(c => c.Code, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Finds a cycle by code, or the one with the latest as-of date when <paramref name="text"/> is null.</summary>
    /// <exception cref="InputException">No such cycle; the message lists the valid ones.</exception>
    public static Cycle Require(IEnumerable<Cycle> cycles, string? text)
    {
        var newestFirst = cycles.OrderByDescending(c => c.AsOf).ThenBy(c => c.Code, StringComparer.Ordinal).ToList();
        if (newestFirst.Count == 0)
            throw InputException.Of("NoCycle");
        return text is null
            ? newestFirst[0]
            : newestFirst.Find(c => string.Equals(c.Code, text.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw InputException.UnknownChoice("cycle", text, newestFirst.Select(c => c.Code));
    }
}
