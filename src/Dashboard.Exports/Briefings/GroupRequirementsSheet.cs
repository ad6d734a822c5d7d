using ClosedXML.Excel;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>Each member held against each requirement profile: how much is met, missed and unknown, and what is missed.</summary>
internal static class GroupRequirementsSheet
{
    private const int Counts = Page.First + 2;
    private static readonly Outcome[] Outcomes = [Outcome.Met, Outcome.Missed, Outcome.Unknown, Outcome.NotApplicable];
    private static readonly double[] Widths = [28, 44, 9, 9, 9, 11, 90];

    public static void Write(IXLWorksheet sheet, GroupBriefing briefing)
    {
        var page = new Page(sheet, Widths);
        page.Begin(briefing, briefing.Say("Briefing.Group.Requirements"));
        var headings = page.Head(inSight: 1,
            (briefing.Say("Country"), false), (briefing.Say("Briefing.Group.Profile"), false), (briefing.Say("Briefing.Group.Met"), true), (briefing.Say("Briefing.Group.Missed"), true),
            (briefing.Say("Briefing.Group.Unknown"), true), (briefing.Say("Briefing.Applicable.Not"), true), (briefing.Say("Briefing.Group.What"), false));
        foreach (var member in briefing.Members)
            foreach (var result in member.Report.Profiles)
                Row(page, briefing, member, result);
        if (page.Row > headings + 1)
            page.Filter(headings);
        page.Print(briefing);
    }

    private static void Row(Page page, GroupBriefing briefing, GroupMember member, ProfileResult result)
    {
        page.Text(Page.First, member.Name).Style.Font.Bold = true;
        var name = page.Text(Page.First + 1, member.Requirements.Name(result)).Style;
        name.Alignment.WrapText = true;
        // What nobody has answered is missed by nobody.
        if (member.Report.SubjectSource is null)
            page.Unknown(Counts, briefing.Word(member.Report.Total.ScoreUnknown));
        else
            for (var i = 0; i < Outcomes.Length; i++)
                page.Number(Counts + i, result.Count(Outcomes[i]), Formats.Whole);
        var missed = page.Text(page.Last, member.Report.SubjectSource is null ? "" : member.Requirements.Missed(result)).Style;
        (missed.Font.FontSize, missed.Font.FontColor, missed.Alignment.WrapText, missed.Alignment.Indent) = (9, Palette.Color(Palette.Behind), true, 1);
        page.Rule();
        page.End();
    }
}
