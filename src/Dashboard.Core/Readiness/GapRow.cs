using System.Collections.Immutable;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>A member's score that counts in a benchmark.</summary>
/// <param name="Source">Whose word it is.</param>
/// <param name="Value">The score in levels.</param>
public sealed record MemberScore(Source Source, double Value);

/// <summary>The gap of one area, or of the country total. Facts only; levels of the scale unless said otherwise.</summary>
public sealed record GapRow
{
    /// <summary>What stands for the total where the others have the code of their area.</summary>
    public const string TotalCode = "total";

    /// <summary>Code of the area; null for the total.</summary>
    public required string? Code { get; init; }

    /// <summary>Place of the area in the framework; the number of areas for the total.</summary>
    public required int Order { get; init; }

    /// <summary>Score, range and coverage of the subject. The total's coverage counts area weights. Of what is not seen only that there is none.</summary>
    public required Aggregate Score { get; init; }

    /// <summary>Whether the reader sees anything of the subject: else nothing is known of its answers either.</summary>
    public bool IsSeen => ScoreUnknown is not (Unknown.Withheld or Unknown.NotReported);

    /// <summary>All that the missing answers leave open; null if nothing is applicable or nothing is seen of the subject.</summary>
    public Band? Range => IsSeen ? Score.Range : null;

    /// <summary>Share of the applicable weight that has a value, 0 to 1; null if nothing is applicable or nothing is seen of the subject.</summary>
    public double? Coverage => IsSeen ? Score.Coverage : null;

    /// <summary>Applicable indicators and how many of them are scored.</summary>
    public required (int Scored, int Applicable) Answers { get; init; }

    /// <summary>5th to 95th percentile of the subject's draws; null if nothing is applicable or nothing is seen of the subject.</summary>
    public Band? CouldLie { get; init; }

    /// <summary>
    /// The band to show: where the score could lie; without a score the range that the missing answers leave open, because draws of
    /// answers that nobody gave would look like knowledge. Null if nothing is applicable or nothing is seen of the subject.
    /// </summary>
    public Band? ShownBand => ScoreUnknown switch { null => CouldLie, Unknown.Insufficient => Score.Range, _ => null };

    /// <summary>The lowest scored indicator; null if none is scored.</summary>
    public IndicatorLevel? Weakest { get; init; }

    /// <summary>The members whose scores count, in alphabetical order.</summary>
    public required ImmutableArray<MemberScore> Members
    {
        get;
        init
        {
            (field, Distribution) = (value, MembersAt.Of(value));
            MostAlike = Distribution.Select(members => members.Count).DefaultIfEmpty().Max();
        }
    }

    /// <summary>How many of them have which score, the lowest first.</summary>
    public ImmutableArray<MembersAt> Distribution { get; private init; }

    /// <summary>The most members that have one score; 0 if none counts.</summary>
    public int MostAlike { get; private init; }

    /// <summary>How many members count.</summary>
    public int N => Members.Length;

    /// <summary>The statistic of the members' scores; null if no member counts.</summary>
    public double? Benchmark { get; init; }

    /// <summary>Lowest and highest member score; null if no member counts.</summary>
    public Band? Spread => Distribution.IsEmpty ? null : new Band(Distribution[0].Value, Distribution[^1].Value);

    /// <summary>Subject minus benchmark; negative is behind; null if either is unknown.</summary>
    public double? Gap { get; init; }

    /// <summary>Whether the gap as shown is another than score and benchmark as shown would make: each is rounded by itself.</summary>
    public bool RoundsApart => this is { Score.Value: { } score, Benchmark: { } benchmark, Gap: { } gap } && Shown.Round(score) - Shown.Round(benchmark) != Shown.Round(gap);

    /// <summary>5th to 95th percentile of subject minus benchmark, drawn together; null where the gap is.</summary>
    public Band? GapBand { get; init; }

    /// <summary>The gap if the members are scored only over the indicators that the subject has scored; null if unknown.</summary>
    public double? MatchedGap { get; init; }

    /// <summary>Whether the matched gap differs from the gap by 0.2 levels or more: the blanks may flatter or harm.</summary>
    public bool MatchedDiffers => Gap is { } gap && MatchedGap is { } matched && Math.Abs(gap - matched) >= 0.2 - 1e-9;

    /// <summary>What may be said of the gap.</summary>
    public required Finding Finding { get; init; }

    /// <summary>Why the subject has no score; null if it has one.</summary>
    public Unknown? ScoreUnknown { get; init; }

    /// <summary>The place of the subject; null where the gap is.</summary>
    public Position? Position { get; init; }

    /// <summary>Why the gap is unknown; null if it is known.</summary>
    public Unknown? GapUnknown => Gap is not null ? null : ScoreUnknown ?? Unknown.NoPeers;
}
