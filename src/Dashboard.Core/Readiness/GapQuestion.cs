using System.Collections.Immutable;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>Where does a country stand against a group?</summary>
/// <param name="Subject">The country, alpha-3; left out of its own benchmark.</param>
/// <param name="Group">The group.</param>
/// <param name="Statistic">How the members' scores become the benchmark.</param>
/// <param name="WithObservers">Whether observers and partners of the group count too.</param>
/// <param name="Source">Which of several assessments of the subject to use; null for the preferred one.</param>
public sealed record GapQuestion(
    string Subject, CountryGroup Group, Statistic Statistic = Statistic.Median, bool WithObservers = false, SourceChoice? Source = null)
{
    /// <summary>The members that the subject is compared with on a day, in alphabetical order.</summary>
    public ImmutableArray<string> PeersAt(DateOnly day) =>
        Group.MembersAt(day, WithObservers).Remove(Subject, StringComparer.Ordinal);
}
