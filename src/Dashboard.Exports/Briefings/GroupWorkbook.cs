using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>
/// All members of a group beside one another as a workbook: their order, scores and gaps by area, every figure with what it is held against, what
/// they miss of what is asked for, whose word it is, and the method. Lays out what each member's own report says and calculates nothing.
/// </summary>
public static class GroupWorkbook
{
    /// <param name="reports">The facts.</param>
    /// <param name="culture">The reader's language; English for any but Japanese and French.</param>
    /// <param name="head">The head of the audit chain with the entry of this export.</param>
    public static byte[] Write(GroupReports reports, CultureInfo culture, AuditHead head)
    {
        var briefing = new GroupBriefing(reports, culture);
        return Binding.Write(briefing, book =>
        {
            // The figures of all sheets come from the long table.
            var (ranking, scores, gaps) = (book.AddWorksheet(briefing.Say("Briefing.Group.Ranking")), book.AddWorksheet(briefing.Say("Reading.Compare")), book.AddWorksheet(briefing.Say("Briefing.Gaps")));
            var table = GroupTableSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Group.Table")), briefing);
            GroupRankingSheet.Write(ranking, briefing, table);
            GroupMapSheet.Scores(scores, briefing, table);
            GroupMapSheet.Gaps(gaps, briefing, table);
            GroupRequirementsSheet.Write(book.AddWorksheet(briefing.Say("Briefing.Group.Requirements")), briefing);
            GroupSourcesSheet.Write(book.AddWorksheet(briefing.Say("Sources.Title")), briefing);
            MethodSheet.Write(book.AddWorksheet(briefing.Say("Method")), briefing, head);
        });
    }

    /// <summary>A name that says what the file is and how it is marked.</summary>
    public static string FileName(GroupReports reports) =>
        MarkedFile.Name(FormattableString.Invariant($"group-briefing-{reports.Group.Code}-{reports.Any.Cycle.Code}"), reports.Marking, "xlsx");

    /// <summary>That it leaves as a file.</summary>
    /// <param name="reports">What it holds.</param>
    /// <param name="file">The name of the file where somebody chose another.</param>
    public static AuditFact Exported(GroupReports reports, string? file = null)
    {
        var question = reports.Any.Question;
        string?[] subject = ["group-briefing", reports.Group.Code, CodeName.Of(question.Statistic), reports.Any.Cycle.Code, question.WithObservers ? "with-observers" : null];
        return AuditFact.Exported(string.Join('/', subject.OfType<string>()), "xlsx", reports.Marking, file ?? FileName(reports));
    }
}
