using System.Collections.Immutable;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Assessments;

/// <summary>What two people who did not know of each other said of one indicator.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Opinion">What the second opinion says.</param>
/// <param name="Beside">What the assessment said when the opinion was handed in.</param>
/// <param name="Now">What the assessment says now.</param>
public sealed record OpinionRow(string Indicator, Answer Opinion, Answer Beside, Answer Now)
{
    /// <summary>Levels of the opinion above the assessment; negative for below. Null unless both gave a level.</summary>
    public int? Difference => Between(Opinion, Beside);

    /// <summary>Whether they differ by <see cref="OpinionRule.Apart"/> levels or more.</summary>
    public bool IsApart => IsFar(Difference);

    /// <summary>Whether one gave a level and the other said that it does not apply.</summary>
    public bool DiffersInKind => Opinion.IsGiven && Beside.IsGiven && Opinion.State != Beside.State;

    /// <summary>Whether they differed by <see cref="OpinionRule.Apart"/> levels or more, and the assessment was changed since so that they no longer do.</summary>
    public bool IsSettled => IsApart && !IsFar(Between(Opinion, Now)) && Now.IsGiven;

    private static int? Between(Answer one, Answer other) =>
        one.State == ScoreState.Scored && other.State == ScoreState.Scored ? one.Level - other.Level : null;

    private static bool IsFar(int? difference) => difference is <= -OpinionRule.Apart or >= OpinionRule.Apart;
}

/// <summary>A second opinion beside the assessment that it is about, as far as one reader may see both. Only <see cref="Release.ReleaseRule"/> makes one.</summary>
public sealed record OpinionComparison
{
    internal OpinionComparison(Assessment assessment, Opinion opinion, ImmutableArray<OpinionRow> rows, int withheld) =>
        (Assessment, Opinion, Rows, Withheld) = (assessment, opinion, rows, withheld);

    /// <summary>The assessment, in the revision that the opinion is about.</summary>
    public Assessment Assessment { get; }

    /// <summary>The opinion, handed in.</summary>
    public Opinion Opinion { get; }

    /// <summary>What the opinion says something of and the reader may see, in framework order.</summary>
    public ImmutableArray<OpinionRow> Rows { get; }

    /// <summary>How many more indicators the opinion says something of that the reader may not see; nothing of them is in any figure.</summary>
    public int Withheld { get; }

    /// <summary>How far the two agreed before either knew of the other: later changes do not count.</summary>
    public Agreement Agreement => Agreement.Of([.. Rows.Where(r => r.Difference is not null).Select(r => (r.Opinion.Level!.Value, r.Beside.Level!.Value))]);

    /// <summary>The differences of <see cref="OpinionRule.Apart"/> levels or more, the largest first, then in framework order.</summary>
    public IEnumerable<OpinionRow> Apart => Rows.Where(r => r.IsApart).OrderByDescending(r => Math.Abs(r.Difference!.Value));

    /// <summary>How many differences of <see cref="OpinionRule.Apart"/> levels or more there still are.</summary>
    public int Open => Rows.Count(r => r.IsApart && !r.IsSettled);
}
