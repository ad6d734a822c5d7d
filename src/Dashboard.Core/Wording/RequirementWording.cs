using System.Globalization;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Says how a country stands against a requirement profile: the same on page and in workbook.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class RequirementWording(GapReport report, CultureInfo culture)
{
    /// <summary>The name of the profile.</summary>
    public string Name(ProfileResult result) =>
        report.Framework.NameOf(report.Framework.Profiles.First(p => p.Code == result.Profile), culture);

    /// <summary>How many of its lines are met, missed and unknown.</summary>
    public string Counts(ProfileResult result) => Texts.Get(culture, "Requirements.Counts",
        result.Count(Outcome.Met), result.Count(Outcome.Missed), result.Count(Outcome.Unknown));

    /// <summary>The missed lines in framework order, each with the level given and the level asked for; empty if none is missed.</summary>
    public string Missed(ProfileResult result) => string.Join(" · ", result.Requirements.Where(r => r.Outcome == Outcome.Missed)
        .Select(r => Texts.Get(culture, "Requirements.Missed", r.Indicator, r.Cell.Level, r.Minimum)));
}
