using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Says how a country stands against a requirement profile: the same on page and in workbook.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class RequirementWording(GapReport report, CultureInfo culture)
{
    private readonly GapWording _gaps = new(report, culture);

    /// <summary>The name of the profile.</summary>
    public string Name(ProfileResult result) =>
        report.Framework.NameOf(report.Framework.Profiles.First(p => p.Code == result.Profile), culture);

    /// <summary>How many of its lines are met, missed and unknown.</summary>
    public string Counts(ProfileResult result) => Texts.Get(culture, "Requirements.Counts",
        result.Count(Outcome.Met), result.Count(Outcome.Missed), result.Count(Outcome.Unknown));

    /// <summary>The missed lines in framework order, each with the level given and the level asked for; empty if none is missed.</summary>
    public string Missed(ProfileResult result) => string.Join(" · ", result.Requirements.Where(r => r.Outcome == Outcome.Missed)
        .Select(r => Texts.Get(culture, "Requirements.Missed", r.Indicator, r.Cell.Level, r.Minimum)));

    /// <summary>A missed line without its indicator: the level given and the level asked for.</summary>
    public string MissedAt(Requirement line) => Texts.Get(culture, "Requirements.MissedAt", line.Cell.Level, line.Minimum);

    /// <summary>One sentence that says how much of it the subject meets and what it misses; what is not known is never said to be missed.</summary>
    /// <param name="map">The profile held against everybody; null where the framework has none.</param>
    public string Headline(RequirementMap? map)
    {
        if (map is null)
            return Texts.Get(culture, "Requirements.NoProfile", report.Framework.Edition);
        if (report.SubjectSource is null)
            return _gaps.Headline();
        var tally = map.Subject.Tally;
        return tally switch
        {
            { Applicable: 0 } => Say("NoneApplies", tally.NotApplicable),
            { IsJudged: false } => Say("NoneJudged", tally.Applicable),
            { Missed: 0, Unknown: 0 } => Say("MeetsAll", tally.Applicable),
            { Unknown: 0, Met: 0 } => Say("MeetsNone", tally.Applicable),
            { Unknown: 0 } => Say("Meets", tally.Met),
            { Met: 0 } => Say("NotKnownToMeet", tally.Applicable),
            _ => Say("MeetsAtLeast", tally.Met),
        };

        string Say(string key, int count) => Texts.Get(culture, $"Requirements.{key}{(count == 1 ? "One" : "")}",
            _gaps.SubjectAtStart, _gaps.SubjectInSentence, NameInSentence(map), tally.Met, tally.Applicable > 0 ? tally.Applicable : tally.NotApplicable, Rest(map));
    }

    /// <summary>The sentences under it: what cannot be judged and why, what does not apply, how the members stand, whose word it is.</summary>
    /// <param name="map">The profile held against everybody; null where the framework has none.</param>
    public IEnumerable<string> Lead(RequirementMap? map)
    {
        if (map is not null)
        {
            if (report.SubjectSource is not null)
                foreach (var alike in map.Columns.Where(column => !map.Subject.Standing.Country.Cells[column.Indicator].IsScored).GroupBy(column => map.Subject.Standing.StateOf(column.Indicator)))
                    yield return Texts.Get(culture, "Requirements.Not", Capital(CompareWording.Word(alike.Key, culture)), string.Join(Texts.Get(culture, "List.Separator"), alike.Select(column => Named(column.Code))));

            // The subject held against itself has nobody beside it.
            if (report.Question.Group.IsOneCountry && map.Members is [var other])
                yield return Texts.Get(culture, "Requirements.Other", _gaps.Group, Counts(other.Result));
            else if (report.Members > 0)
                yield return Texts.Get(culture, "Requirements.Members", map.MeetingAll, report.Members, _gaps.Group, map.MissingSome, report.Members - map.MeetingAll - map.MissingSome);
        }

        yield return _gaps.Sources();
    }

    // Which lines are missed, and how many nobody can judge. Of many the one that lacks most, if it is one.
    private string Rest(RequirementMap map)
    {
        var missed = map.Subject.Result.Requirements.Where(line => line.Outcome == Outcome.Missed).OrderByDescending(Lacking).ToList();
        List<string> parts = [missed switch
        {
            [] => Texts.Get(culture, "Requirements.NoneMissed"),
            [var only] => Texts.Get(culture, "Requirements.IsMissed", Named(only.Indicator)),
            [var first, var second] => Texts.Get(culture, "Requirements.AreMissed", Named(first.Indicator), Named(second.Indicator)),
            [var most, var next, ..] when Lacking(most) > Lacking(next) => Texts.Get(culture, "Requirements.ManyMissedMost", missed.Count, Named(most.Indicator)),
            _ => Texts.Get(culture, "Requirements.ManyMissed", missed.Count),
        }];
        if (map.Subject.Tally.Unknown is > 0 and var unknown)
            parts.Add(Texts.Get(culture, unknown == 1 ? "Requirements.NotJudgedOne" : "Requirements.NotJudged", unknown));
        return string.Join(Texts.Get(culture, "List.Separator"), parts);
    }

    private static int Lacking(Requirement line) => line.Minimum - line.Cell.Level;

    private string Named(string indicator) => $"{indicator} {_gaps.IndicatorName(indicator)}";

    // Inside a sentence a name is written small, unless it is an abbreviation.
    private string NameInSentence(RequirementMap map)
    {
        var name = report.Framework.NameOf(map.Profile, culture);
        return name.Length > 1 && char.IsLower(name[1]) ? char.ToLower(name[0], culture) + name[1..] : name;
    }

    private string Capital(string word) => char.ToUpper(word[0], culture) + word[1..];
}
