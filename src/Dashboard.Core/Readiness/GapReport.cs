using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>
/// The answer to a <see cref="GapQuestion"/> for one reader: what every page, workbook, endpoint and command draws. Facts, no sentences.
/// </summary>
public sealed record GapReport
{
    /// <summary>What was asked.</summary>
    public required GapQuestion Question { get; init; }

    /// <summary>The cycle; its as-of date is the date of the memberships.</summary>
    public required Cycle Cycle { get; init; }

    /// <summary>The framework of the cycle.</summary>
    public required Framework Framework { get; init; }

    /// <summary>Areas by gap, widest behind first, ties in framework order, unknown last in framework order.</summary>
    public required ImmutableArray<GapRow> Areas { get; init; }

    /// <summary>The country total. Area gaps need not add up to its gap: each area has a benchmark of its own.</summary>
    public required GapRow Total { get; init; }

    /// <summary>The areas, then the total.</summary>
    public IEnumerable<GapRow> Rows => Areas.Append(Total);

    /// <summary>The areas of one finding, the widest gap first.</summary>
    public IEnumerable<GapRow> Of(Finding finding)
    {
        var rows = Areas.Where(row => row.Finding == finding);
        return finding == Finding.Ahead ? rows.Reverse() : rows;
    }

    /// <summary>Whether a gap is shown that is another than what is shown beside it would make.</summary>
    public bool RoundsApart => Rows.Any(row => row.RoundsApart);

    /// <summary>Every indicator in framework order.</summary>
    public required ImmutableArray<IndicatorRow> Indicators { get; init; }

    /// <summary>What the reader sees of the subject, and its scores.</summary>
    public required Standing Subject { get; init; }

    /// <summary>The same of every member at the as-of date, in alphabetical order of alpha-3, the subject left out; also of those of which the reader sees nothing.</summary>
    public required ImmutableArray<Standing> Peers { get; init; }

    /// <summary>Whose word the subject's figures are; null if the reader sees none.</summary>
    public Source? SubjectSource => Subject.Country.Source;

    /// <summary>Other assessments of the subject that the reader may see.</summary>
    public ImmutableArray<Source> SubjectAlternatives => Subject.Country.Alternatives;

    /// <summary>Whose word the members' figures are, in alphabetical order of country: the members of which the reader sees anything.</summary>
    public ImmutableArray<Source> Sources => [.. Peers.Select(p => p.Country.Source).OfType<Source>()];

    /// <summary>Whether the subject's figures are ones that nobody has approved; only where the reader asked for a preview.</summary>
    public bool IsDraft => Unapproved is not null;

    /// <summary>The status of the subject's assessment where it is not approved; null where it is, or where there is none.</summary>
    public AssessmentStatus? Unapproved => SubjectSource is { Status: not AssessmentStatus.Approved and var status } ? status : null;

    /// <summary>Members of the group at the as-of date, the subject left out.</summary>
    public int Members => Peers.Length;

    /// <summary>The most members that have one score in any row: the height of the tallest column where all are drawn on one scale; 0 where no member counts.</summary>
    public int MostAlike => Rows.Max(row => row.MostAlike);

    /// <summary>All countries of which the reader sees an assessment in this cycle, in alphabetical order of alpha-3: the subjects to choose from.</summary>
    public required ImmutableArray<string> Assessed { get; init; }

    /// <summary>The requirement profiles held against the subject.</summary>
    public required ImmutableArray<ProfileResult> Profiles { get; init; }

    /// <summary>A requirement profile held against what the reader sees of the subject or of a member.</summary>
    /// <param name="standing">The subject or a member of this report.</param>
    /// <param name="profile">A profile of this report's framework.</param>
    public ProfileResult ResultOf(Standing standing, RequirementProfile profile) => ProfileResult.Of(Framework, profile, standing.Country.Cells);

    /// <summary>What the reader sees of the subject's indicators in an area, or of all for the total.</summary>
    /// <param name="row">The area's row, or the total's.</param>
    public ImmutableArray<Cell> CellsOf(GapRow row) => row.Code is null
        ? Subject.Country.Cells
        : Subject.Country.Cells.Slice(Framework.Offsets[row.Order], Framework.Areas[row.Order].Indicators.Length);

    /// <summary>Why the gaps changed since the cycle before; null if there is none.</summary>
    public Bridge? Changes { get; init; }

    /// <summary>The marking of the report: the highest of what it holds, released to whom all of it is.</summary>
    public required Marking Marking { get; init; }

    /// <summary>Whether everything in it is illustrative demonstration data; then every rendering says so.</summary>
    public bool IsDemonstration { get; init; }
}
