using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;

namespace Dashboard.Exports.Briefings;

/// <summary>One member's report and its words.</summary>
internal sealed record GroupMember(GapReport Report, GapWording Wording, RequirementWording Requirements)
{
    public string Code => Report.Question.Subject;

    public string Name => Wording.Subject;
}

/// <summary>Every member of a group, and the language they are told in: what every sheet of a group's briefing is written from.</summary>
internal sealed class GroupBriefing(GroupReports reports, CultureInfo culture) : Paper(culture)
{
    public GroupReports Reports => reports;

    /// <summary>The members by their total, the highest first.</summary>
    public IReadOnlyList<GroupMember> Members { get; } = [.. reports.Ranked.Select(report => new GroupMember(report, new GapWording(report, culture), new RequirementWording(report, culture)))];

    public string Group => Members[0].Wording.Group;

    public string Statistic => Texts.Of(reports.Any.Question.Statistic, Culture);

    public override string Marking => string.Join(" · ", SourceWording.Beside(reports.Any.IsDemonstration, null, Culture).Prepend(Classification));

    public override string Classification => reports.Marking.ToLine();

    public override string Title => Say("Briefing.Group.Title", Group, reports.Any.Cycle.Code);

    public override DateOnly Day => reports.Any.Cycle.AsOf;

    public override IEnumerable<string> Keywords => [Group, reports.Group.Code, reports.Any.Cycle.Code, reports.Any.Framework.Edition];

    /// <summary>The name of an area for headings, or the word for the total.</summary>
    public string AreaName(string? code) => Members[0].Wording.AreaName(code);

    public string NameOf(string country) => Country.NameOf(country, Culture);
}
