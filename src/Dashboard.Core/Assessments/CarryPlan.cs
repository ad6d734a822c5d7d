using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>The assessment of the same country, assessor and basis in the cycle before: its latest approved revision, as somebody may open it.</summary>
/// <param name="Cycle">The cycle before.</param>
/// <param name="Framework">The framework of that cycle.</param>
/// <param name="Sheet">What they may see of it.</param>
public sealed record EarlierSheet(Cycle Cycle, Framework Framework, OpenedSheet Sheet);

/// <summary>One answer to be carried over.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Answer">The answer, carried.</param>
/// <param name="Marking">The marking of its own that it keeps; null where the assessment's holds.</param>
public sealed record CarriedAnswer(string Indicator, Answer Answer, Marking? Marking);

/// <summary>What can be taken over from the cycle before, to be confirmed. Only <see cref="Of"/> makes one.</summary>
public sealed record CarryPlan
{
    private CarryPlan(string from, Marking least) => (From, Least) = (from, least);

    /// <summary>Code of the cycle that it comes from.</summary>
    public string From { get; }

    /// <summary>How the assessment must be marked first: as high as what it takes over, and as high as a whole as that is as a whole.</summary>
    public Marking Least { get; }

    /// <summary>What fills an indicator, in framework order.</summary>
    public ImmutableArray<CarriedAnswer> Fills { get; private init; } = [];

    /// <summary>Indicators left empty because their levels are worded otherwise than in the cycle before: the same number would say something else.</summary>
    public ImmutableArray<string> Reworded { get; private init; } = [];

    /// <summary>Indicators left empty because their area is not the viewer's to score.</summary>
    public ImmutableArray<string> Elsewhere { get; private init; } = [];

    /// <summary>What a planner can take over.</summary>
    /// <param name="viewer">Who would: only areas that they may score are filled.</param>
    /// <param name="ladder">The classifications in use.</param>
    /// <param name="framework">The framework of the assessment's cycle.</param>
    /// <param name="sheet">The assessment as they may see it.</param>
    /// <param name="earlier">The assessment before.</param>
    /// <remarks>
    /// An indicator is filled if it has no answer (nothing stored, or not assessed without a word of why), the earlier framework has one of
    /// the same code with the same level texts, and that was given a level or said not to apply. An answer is never overwritten, and what
    /// is withheld on either side is neither filled nor counted.
    /// </remarks>
    public static CarryPlan Of(Viewer viewer, ClassificationLadder ladder, Framework framework, OpenedSheet sheet, EarlierSheet earlier)
    {
        var now = sheet.Scores.ToDictionary(s => s.Indicator, s => s.Answer, StringComparer.OrdinalIgnoreCase);
        var before = earlier.Sheet.Scores.Where(s => s.Answer.IsGiven).ToDictionary(s => s.Indicator, StringComparer.OrdinalIgnoreCase);
        var indicators = earlier.Framework.Indicators.ToDictionary(i => i.Code, StringComparer.OrdinalIgnoreCase);
        List<(Indicator Indicator, string Area, Score Score)> open =
        [
            .. from area in framework.Areas
               from indicator in area.Indicators
               where !sheet.Withheld.Contains(indicator.Code) && (now.GetValueOrDefault(indicator.Code) ?? Answer.NotAssessed) == Answer.NotAssessed
               where indicators.ContainsKey(indicator.Code) && before.ContainsKey(indicator.Code)
               select (indicator, area.Code, before[indicator.Code]),
        ];
        var mine = open.ToLookup(o => viewer.MayScore(sheet.Assessment, o.Area));
        var same = mine[true].ToLookup(o => o.Indicator.Levels.SequenceEqual(indicators[o.Indicator.Code].Levels));
        return new CarryPlan(earlier.Cycle.Code, LeastOf(ladder, sheet.Assessment.Marking, earlier.Sheet.Assessment.Marking))
        {
            Fills = [.. same[true].Select(o => new CarriedAnswer(o.Indicator.Code, Answer.CarriedOver(o.Score.Answer), PartOf(ladder, o.Score.Marking, sheet.Assessment.Marking)))],
            Reworded = [.. same[false].Select(o => o.Indicator.Code)],
            Elsewhere = [.. mine[false].Select(o => o.Indicator.Code)],
        };
    }

    private static Marking LeastOf(ClassificationLadder ladder, Marking now, Marking before)
    {
        var parts = ladder.Higher(now.Classification, before.Classification);
        var whole = ladder.Higher(now.Compilation ?? parts, before.Compilation ?? parts);
        return now.Classified(parts, ladder.Rank(whole) > ladder.Rank(parts) ? whole : null);
    }

    // A marking that the assessment has anyway is none of the score's own.
    private static Marking? PartOf(ClassificationLadder ladder, Marking? part, Marking assessment) =>
        part is null || (part.FollowsAssessment && ladder.Rank(part.Classification) <= ladder.Rank(assessment.Classification))
            ? null
            : part.Classified(ladder.Higher(part.Classification, assessment.Classification), null);
}
