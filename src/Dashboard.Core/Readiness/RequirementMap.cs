using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Readiness;

/// <summary>How many lines, or members, have each outcome.</summary>
/// <param name="Met">At or above the minimum.</param>
/// <param name="Missed">Below it.</param>
/// <param name="Unknown">Not assessed, not reported, or withheld from the reader.</param>
/// <param name="NotApplicable">The question does not apply.</param>
public readonly record struct Tally(int Met, int Missed, int Unknown, int NotApplicable)
{
    /// <summary>Whether anything is met or missed: without that a count of 0 says nothing, and is not shown as one.</summary>
    public bool IsJudged => Met + Missed > 0;

    /// <summary>The lines that apply.</summary>
    public int Applicable => Met + Missed + Unknown;

    /// <summary>Counts outcomes.</summary>
    public static Tally Of(IEnumerable<Outcome> outcomes)
    {
        var counts = outcomes.CountBy(outcome => outcome).ToDictionary();
        return new Tally(Count(Outcome.Met), Count(Outcome.Missed), Count(Outcome.Unknown), Count(Outcome.NotApplicable));

        int Count(Outcome outcome) => counts.GetValueOrDefault(outcome);
    }
}

/// <summary>One country held against a profile.</summary>
/// <param name="Standing">What is seen of the country.</param>
/// <param name="Result">The profile's lines for it, in the order of the columns.</param>
public sealed record RequirementRow(Standing Standing, ProfileResult Result)
{
    /// <summary>Its lines counted.</summary>
    public Tally Tally { get; } = Tally.Of(Result.Requirements.Select(line => line.Outcome));
}

/// <summary>One line of a profile for all countries.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Minimum">The level asked for.</param>
/// <param name="Area">Place of its area in the framework.</param>
/// <param name="Indicator">Its own place in the framework.</param>
/// <param name="Members">The members counted, the subject left out.</param>
public sealed record RequirementColumn(string Code, int Minimum, int Area, int Indicator, Tally Members);

/// <summary>The countries of a report by the lines of a requirement profile.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Columns">Its lines in framework order.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Members">The members, in alphabetical order of alpha-3, also those of which the reader sees nothing.</param>
public sealed record RequirementMap(RequirementProfile Profile, ImmutableArray<RequirementColumn> Columns, RequirementRow Subject, ImmutableArray<RequirementRow> Members)
{
    /// <summary>The name by which counts of met lines are sorted.</summary>
    public const string ByMet = "met";

    /// <summary>The name by which counts of missed lines are sorted.</summary>
    public const string ByMissed = "missed";

    /// <summary>The name by which counts of unknown lines are sorted.</summary>
    public const string ByUnknown = "unknown";

    /// <summary>The profile of a code; null or blank for the framework's first, and null where it has none.</summary>
    /// <exception cref="InputException">The framework has no such profile.</exception>
    public static RequirementProfile? ProfileOf(GapReport report, string? profile) =>
        string.IsNullOrWhiteSpace(profile) ? report.Framework.Profiles.FirstOrDefault() : report.Framework.RequireProfile(profile);

    /// <summary>Holds a profile against everybody in a report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="profile">Code of a profile; null or blank for the framework's first.</param>
    /// <returns>Null if the framework has no profile and none is named.</returns>
    /// <exception cref="InputException">The framework has no such profile.</exception>
    public static RequirementMap? Of(GapReport report, string? profile = null)
    {
        var framework = report.Framework;
        if (ProfileOf(report, profile) is not { } chosen)
            return null;
        ImmutableArray<RequirementRow> members = [.. report.Peers.Select(Row)];
        var subject = Row(report.Subject);
        return new RequirementMap(chosen, [.. subject.Result.Requirements.Select(Column)], subject, members);

        RequirementRow Row(Standing standing) => new(standing, report.ResultOf(standing, chosen));

        RequirementColumn Column(Requirement line, int place)
        {
            var indicator = framework.IndexOf(line.Indicator);
            return new RequirementColumn(line.Indicator, line.Minimum, framework.Areas.IndexOf(framework.AreaOf(indicator)), indicator,
                Tally.Of(members.Select(member => member.Result.Requirements[place].Outcome)));
        }
    }

    /// <summary>The members that are known to meet every line that applies.</summary>
    public int MeetingAll => Members.Count(member => member.Tally is { Met: > 0, Missed: 0, Unknown: 0 });

    /// <summary>The members that are known to miss a line or more.</summary>
    public int MissingSome => Members.Count(member => member.Tally.Missed > 0);

    /// <summary>The order that is asked for.</summary>
    /// <param name="sort">"country", "met", "missed", "unknown" or the code of a column, with a hyphen before it for descending; null or blank for the most met first.</param>
    /// <exception cref="InputException">There is no such column.</exception>
    public CountryOrder OrderOf(string? sort) => CountryOrder.Read(sort, "-" + ByMet, [.. Columns.Select(column => column.Code), ByMet, ByMissed, ByUnknown]);

    /// <summary>The members in an order; nothing met or missed is no value for the counts of these, no level seen none for an indicator's.</summary>
    /// <param name="order">An order of this map.</param>
    /// <param name="culture">The reader's language.</param>
    public ImmutableArray<RequirementRow> Sorted(CountryOrder order, CultureInfo culture) =>
        order.Sort(Members, row => row.Standing.Code, row => ValueOf(row, order.By), culture);

    /// <summary>What a country is sorted by; null where it has no value.</summary>
    /// <param name="row">The country.</param>
    /// <param name="name">The name of a column other than the country's.</param>
    public static int? ValueOf(RequirementRow row, string name) => name switch
    {
        ByUnknown => row.Tally.Unknown,
        ByMet => row.Tally.IsJudged ? row.Tally.Met : null,
        ByMissed => row.Tally.IsJudged ? row.Tally.Missed : null,
        _ => row.Result.Requirements.First(line => line.Indicator == name).Cell is { IsScored: true } cell ? cell.Level : null,
    };
}
