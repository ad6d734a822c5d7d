using ClosedXML.Excel;
using Dashboard.Core.Language;

namespace Dashboard.Exports.Briefings;

/// <summary>Whose word the figures of each member are, and which members are not seen.</summary>
internal static class GroupSourcesSheet
{
    public static void Write(IXLWorksheet sheet, GroupBriefing briefing)
    {
        var page = new Page(sheet, 34, 34, 34, 24);
        page.Begin(briefing, briefing.Say("Sources.Title"));
        var headings = page.Head(inSight: 0,
            (briefing.Say("Country"), false), (briefing.Say("Briefing.Basis"), false), (briefing.Say("Briefing.Assessor"), false), (briefing.Say("Briefing.Group.Status"), false));
        foreach (var member in briefing.Members.OrderBy(member => member.Name, StringComparer.Create(briefing.Culture, ignoreCase: false)))
        {
            page.Text(Page.First, member.Name).Style.Font.Bold = true;
            if (member.Report.SubjectSource is { } source)
            {
                page.Text(Page.First + 1, Texts.Of(source.Basis, briefing.Culture));
                page.Text(Page.First + 2, briefing.NameOf(source.Assessor));
                page.Text(Page.First + 3, Texts.Of(source.Status, briefing.Culture));
            }
            else
            {
                page.Text(Page.First + 1, briefing.Word(member.Report.Total.ScoreUnknown)).Style.Font.FontColor = Palette.Color(Palette.Quiet);
            }

            page.Rule();
            page.End();
        }

        page.Filter(headings);
        page.Print(briefing);
    }
}
