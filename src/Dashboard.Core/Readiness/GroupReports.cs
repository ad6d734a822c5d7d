using System.Collections.Immutable;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>Every member of a group held against the others: as many reports as there are members, all of one table.</summary>
/// <param name="Group">The group.</param>
/// <param name="Reports">One for each member at the cycle's as-of date, in alphabetical order of alpha-3; each leaves its subject out of the benchmark. At least one.</param>
/// <param name="Marking">The marking of all of them together.</param>
public sealed record GroupReports(CountryGroup Group, ImmutableArray<GapReport> Reports, Marking Marking)
{
    private const int MostAtOnce = 4;

    /// <summary>Any of them: question, cycle and framework are those of all, but for the subject.</summary>
    public GapReport Any => Reports[0];

    /// <summary>The reports by the total of their subjects, the highest first; those without a total last, in alphabetical order.</summary>
    public IEnumerable<GapReport> Ranked => Reports.OrderBy(report => report.Total.Score.Value is null).ThenByDescending(report => Math.Round(report.Total.Score.Value ?? 0, 9));

    /// <summary>How many of the members the reader sees an assessment of.</summary>
    public int Seen => Reports.Count(report => report.SubjectSource is not null);

    /// <summary>Holds every member against the others, as <see cref="GapAnalysis.Run"/> does for one.</summary>
    /// <param name="group">The group.</param>
    /// <param name="statistic">How the others' scores become the benchmark.</param>
    /// <param name="withObservers">Whether observers and partners belong to it too.</param>
    /// <param name="table">The reader's table of the cycle.</param>
    /// <exception cref="InputException">Nobody belongs to the group at the cycle's as-of date.</exception>
    public static GroupReports Of(CountryGroup group, Statistic statistic, bool withObservers, ScoreTable table)
    {
        List<GapQuestion> questions = [.. group.MembersAt(table.Cycle.AsOf, withObservers).Select(member => new GapQuestion(member, group, statistic, withObservers))];
        if (questions.Count == 0)
            throw InputException.Of("GroupOfNobody", group.Code, table.Cycle.AsOf);
        // Each is worked out for itself, from what no other changes: on several processors at once, in the same order and with the same figures.
        var reports = questions.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(MostAtOnce, Environment.ProcessorCount)).Select(question => GapAnalysis.Run(question, table));
        return new GroupReports(group, [.. reports], GapAnalysis.MarkingOf(questions, [table]));
    }
}
