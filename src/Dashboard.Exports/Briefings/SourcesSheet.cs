using ClosedXML.Excel;

namespace Dashboard.Exports.Briefings;

/// <summary>Whose word the figures are: the subject's, the members' by basis, and which members are not seen.</summary>
internal static class SourcesSheet
{
    public static void Write(IXLWorksheet sheet, Briefing briefing)
    {
        var page = new Page(sheet, 34, 40, 40);
        page.Begin(briefing, briefing.Say("Sources.Title"));
        page.Line(briefing.Sources.AsOf());
        var subject = briefing.Sources.Subject().ToList();
        foreach (var sentence in subject.Count > 0 ? subject : [$"{briefing.Wording.Subject}: {briefing.Word(briefing.Report.Total.ScoreUnknown)}"])
            page.Line(sentence);
        page.Space();
        page.Head(inSight: 0, (briefing.Say("Briefing.Basis"), false), (briefing.Say("Briefing.Member"), false), (briefing.Say("Briefing.Assessor"), false));
        foreach (var (basis, members) in briefing.Sources.Members())
            Group(page, $"{basis} ({members.Count})", members.Select(m => (briefing.Sources.Name(m.Country), briefing.Sources.Name(m.Assessor))));
        var unseen = briefing.Sources.NotSeen();
        Group(page, $"{briefing.Say("Sources.NotSeen")} ({unseen.Count})", unseen.Select(name => (name, "")));
        page.Print(briefing);
    }

    private static void Group(Page page, string heading, IEnumerable<(string Country, string Assessor)> members)
    {
        var isFirst = true;
        foreach (var (country, assessor) in members)
        {
            if (isFirst)
            {
                page.Text(Page.First, heading).Style.Font.Bold = true;
                page.Rule();
            }

            page.Text(Page.First + 1, country);
            page.Text(Page.First + 2, assessor);
            page.End();
            isFirst = false;
        }
    }
}
