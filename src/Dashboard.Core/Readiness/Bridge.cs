using System.Collections.Immutable;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>What moved a gap, in the fixed order in which the causes are let in.</summary>
public enum Cause
{
    /// <summary>Levels of the subject that were given before and are given now.</summary>
    OwnLevels,
    /// <summary>Answers of the subject that were gained or lost.</summary>
    Answers,
    /// <summary>Levels of the members that were seen before and are seen now.</summary>
    MembersLevels,
    /// <summary>Members that joined or left, or came into or went out of sight.</summary>
    Membership,
    /// <summary>The framework: areas, indicators, weights, level texts.</summary>
    Framework,
}

/// <summary>The share of one cause in a change.</summary>
/// <param name="Cause">Which cause.</param>
/// <param name="Change">Levels by which the gap moved.</param>
public sealed record BridgeStep(Cause Cause, double Change);

/// <summary>One indicator of the subject that is not what it was.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="From">What the reader sees of it before.</param>
/// <param name="To">What the reader sees of it now.</param>
public sealed record CellChange(string Indicator, Cell From, Cell To);

/// <summary>The members whose level of one indicator is another than it was, of those that are seen in both cycles.</summary>
/// <param name="Indicator">Its code.</param>
/// <param name="Up">Alpha-3 of those whose level is higher now, in alphabetical order.</param>
/// <param name="Down">Of those whose level is lower.</param>
public sealed record MembersMoved(string Indicator, ImmutableArray<string> Up, ImmutableArray<string> Down);

/// <summary>Why one gap changed. The steps add up to <see cref="To"/> - <see cref="From"/>.</summary>
/// <param name="Code">Code of the area; null for the total.</param>
/// <param name="From">The gap before; null if unknown.</param>
/// <param name="To">The gap now; null if unknown.</param>
/// <param name="Steps">One for each <see cref="Cause"/>, in its order; empty if either gap is unknown.</param>
/// <param name="Own">The subject's changed indicators.</param>
public sealed record BridgeRow(
    string? Code, double? From, double? To, ImmutableArray<BridgeStep> Steps, ImmutableArray<CellChange> Own)
{
    /// <summary>The indicators of which a member's level is another, in framework order.</summary>
    public ImmutableArray<MembersMoved> Members { get; init; } = [];

    /// <summary>Levels by which the gap moved; null if it is unknown at either end.</summary>
    public double? Change => To - From;

    /// <summary>The cause that moved the gap furthest in either direction, of equals the first; null without steps.</summary>
    public Cause? MainCause => Steps.IsEmpty ? null : Steps.MaxBy(step => Math.Round(Math.Abs(step.Change), 9))!.Cause;

    /// <summary>The subject's indicators that had a level before and have another now.</summary>
    public IEnumerable<CellChange> OwnLevels => Own.Where(change => change is { From.IsScored: true, To.IsScored: true });
}

/// <summary>Why the gaps of a subject changed between two cycles.</summary>
/// <param name="Since">Code of the earlier cycle.</param>
/// <param name="FrameworkChanged">Whether the frameworks differ in what scores depend on; a trend is broken there.</param>
/// <param name="Areas">One row for each area of the later framework, in its order.</param>
/// <param name="Total">The row of the total.</param>
public sealed record Bridge(string Since, bool FrameworkChanged, ImmutableArray<BridgeRow> Areas, BridgeRow Total)
{
    private const int MostMoved = 5;

    /// <summary>Whose word the subject's answers are before and now, where these are two assessors or two bases: what they judge differently moved the gap then. Null if it is the same, or one is not seen.</summary>
    public (Source From, Source To)? OtherWord { get; init; }

    /// <summary>Members that are seen now and were not compared with, or not seen, before; alpha-3 in alphabetical order.</summary>
    public ImmutableArray<string> Came { get; init; } = [];

    /// <summary>Members that were seen before and are not compared with, or not seen, now.</summary>
    public ImmutableArray<string> Went { get; init; } = [];

    /// <summary>The areas in framework order, then the total: those whose gap is known in both cycles.</summary>
    public IEnumerable<BridgeRow> Compared => Areas.Append(Total).Where(row => row.Change is not null);

    /// <summary>The (at most five) areas whose gap moved furthest in either direction and by a tenth of a level as shown; ties in framework order.</summary>
    public IEnumerable<BridgeRow> Moved => Areas.Where(row => row.Change is { } change && Shown.Round(change) != 0)
        .OrderByDescending(row => Math.Round(Math.Abs(row.Change!.Value), 9)).Take(MostMoved);

    /// <summary>The areas whose gap is known in one of the cycles only, in framework order.</summary>
    public IEnumerable<BridgeRow> GainedOrLost => Areas.Where(row => row.From is null != row.To is null);

    /// <summary>
    /// Lets the causes in one after the other and notes how far each moves the gap. While a gap is unknown in between,
    /// its movement is noted under the cause that makes it known again.
    /// </summary>
    internal static Bridge Between(GapQuestion question, ScoreTable earlier, ScoreTable later)
    {
        var stages = BridgeStages.Of(question, earlier, later);
        var framework = later.Framework;
        var (before, now) = (Seen(question, earlier), Seen(question, later));
        var twice = before.Intersect(now).Order(StringComparer.Ordinal).Select(code => (Code: code, Before: earlier.CellsByCode(code), Now: later.Of(code).Cells)).ToList();
        return new Bridge(
            earlier.Cycle.Code,
            earlier.Framework.Hash != framework.Hash,
            [.. framework.Areas.Select((area, i) => Row(area.Code, framework.Offsets[i], area.Indicators.Length))],
            Row(null, 0, framework.Indicators.Length))
        {
            OtherWord = OtherWordOf(earlier.Of(question.Subject).Source, later.Of(question.Subject).Source),
            Came = [.. now.Except(before).Order(StringComparer.Ordinal)],
            Went = [.. before.Except(now).Order(StringComparer.Ordinal)],
        };

        BridgeRow Row(string? code, int offset, int count)
        {
            double?[] gaps = [.. stages.Select(stage => stage.GapOf(code))];
            return new BridgeRow(code, gaps[0], gaps[^1], Steps(gaps), OwnChanges(question.Subject, earlier, later, offset, count))
            {
                Members = [.. Enumerable.Range(offset, count).Select(Moved).Where(moved => moved.Up.Length + moved.Down.Length > 0)],
            };
        }

        MembersMoved Moved(int indicator)
        {
            var code = framework.Indicators[indicator].Code;
            // What a level is worth is told apart by its sign alone: up, down, or as it was.
            var moves = twice.Select(member => (member.Code, Sign: member.Before.GetValueOrDefault(code) is { IsScored: true } was && member.Now[indicator] is { IsScored: true } cell
                ? Math.Sign(cell.Level - was.Level) : 0)).ToList();
            return new MembersMoved(code, [.. moves.Where(move => move.Sign > 0).Select(move => move.Code)], [.. moves.Where(move => move.Sign < 0).Select(move => move.Code)]);
        }
    }

    private static List<string> Seen(GapQuestion question, ScoreTable table) => [.. question.PeersAt(table.Cycle.AsOf).Where(code => table.Of(code).Source is not null)];

    private static (Source From, Source To)? OtherWordOf(Source? from, Source? to) =>
        from is not null && to is not null && (from.Assessor, from.Basis) != (to.Assessor, to.Basis) ? (from, to) : null;

    private static ImmutableArray<BridgeStep> Steps(double?[] gaps)
    {
        if (gaps[0] is not { } known || gaps[^1] is null)
            return [];

        var steps = ImmutableArray.CreateBuilder<BridgeStep>();
        foreach (var cause in Enum.GetValues<Cause>())
        {
            var now = gaps[(int)cause + 1] ?? known;
            steps.Add(new BridgeStep(cause, now - known));
            known = now;
        }

        return steps.ToImmutable();
    }

    private static ImmutableArray<CellChange> OwnChanges(string subject, ScoreTable earlier, ScoreTable later, int offset, int count)
    {
        var before = earlier.CellsByCode(subject);
        var now = later.Of(subject).Cells;
        return
        [
            .. Enumerable.Range(offset, count)
                .Where(i => before.ContainsKey(later.Framework.Indicators[i].Code))
                .Select(i => new CellChange(later.Framework.Indicators[i].Code, before[later.Framework.Indicators[i].Code], now[i]))
                .Where(change => (change.From.State, change.From.Level) != (change.To.State, change.To.Level)),
        ];
    }
}
