using CsCheck;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class ScoreLaws
{
    [Fact]
    public void Range_ContainsTheScore() => Law.Holds(Case.Any, c =>
    {
        foreach (var sheet in c.Sheets)
            foreach (var score in ScoresOf(c, sheet.Country).Where(s => s.Value is not null))
                Assert.InRange(score.Value!.Value, score.Range!.Value.Low, score.Range.Value.High);
    });

    [Fact]
    public void RaisingOneLevel_NeverLowersAScore_NorWidensAGapBehind() => Law.Holds(Gen.Select(Case.Any, Gen.Int[0, 15]), x =>
    {
        var (c, place) = x;
        var raisable = Enumerable.Range(0, c.Own.Answers.Length).Where(i => c.Own.Answers[i][0] is >= '0' and < '5').ToList();
        if (raisable.Count == 0)
            return;
        var i = raisable[place % raisable.Count];
        var raised = c.Replace(s => s == c.Own ? s with { Answers = [.. s.Answers.Select((token, n) => n == i ? (char)(token[0] + 1) + token[1..] : token)] } : s);

        foreach (var (before, after) in Case.Rows(c.World.Report()).Zip(Case.Rows(raised.World.Report())))
        {
            Assert.Equal(before.Score.Value is null, after.Score.Value is null);
            Assert.False(after.Score.Value < before.Score.Value);
            Assert.False(after.Score.Range?.Low < before.Score.Range?.Low || after.Score.Range?.High < before.Score.Range?.High);
            Assert.False(after.Gap < before.Gap);
        }
    });

    [Fact]
    public void FurtherNotAssessedIndicator_NeverNarrowsTheRange_AndLeavesTheScoreOrMakesItInsufficient() =>
        Law.Holds(Gen.Select(Case.Any, Gen.Int[0, 3], Gen.OneOf("0.1", "1", "7")), x =>
        {
            var (c, area) = (x.Item1, x.Item2 % x.Item1.Areas.Length);
            var wider = c.Widen(area, x.Item3, "?");
            foreach (var sheet in c.Sheets)
            {
                var (before, after) = (ScoresOf(c, sheet.Country), ScoresOf(wider, sheet.Country));
                foreach (var (one, other) in before.Zip(after))
                    if (one.Range is { } range)
                        Assert.True(other.Range!.Value.Low <= range.Low + 1e-12 && other.Range!.Value.High >= range.High - 1e-12);
                foreach (var (one, other) in before.SkipLast(1).Zip(after))
                    Assert.True(other.Value is null || other.Value == one.Value);

                // The total follows its areas: it changes only where one of them lost its score.
                if (before[area].Value is null == after[area].Value is null)
                    Assert.True(after[^1].Value is null || after[^1].Value == before[^1].Value);
            }
        });

    [Fact]
    public void NotApplicableIndicator_ChangesNothing() =>
        Law.Holds(Gen.Select(Case.Any, Gen.Int[0, 3], Gen.OneOf("0.1", "1", "7")), x =>
        {
            // Of a withheld assessment nobody sees that something does not apply.
            var c = x.Item1.Replace(sheet => sheet with { Secret = false });
            var wider = c.Widen(x.Item2 % c.Areas.Length, x.Item3, "-");

            // Without draws: each indicator has a place in the sequence, so another one moves the numbers behind it.
            Assert.Equal(Case.Text(Case.Rows(c.World.Report())), Case.Text(Case.Rows(wider.World.Report())));
        });

    private static Aggregate[] ScoresOf(Case c, string country)
    {
        var readiness = c.World.Readiness(country);
        return [.. readiness.Areas, readiness.Total];
    }
}
