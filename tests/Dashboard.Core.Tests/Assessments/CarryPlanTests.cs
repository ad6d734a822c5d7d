using CsCheck;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Readiness;

namespace Dashboard.Core.Tests.Assessments;

/// <summary>The examples of docs/scoring.md: two areas, A with three indicators and B with one.</summary>
public class CarryPlanTests
{
    private static readonly World Small = World.Of("A 1 1 1", "B 1");

    private static readonly ClassificationLadder Ladder = ClassificationLadder.Default;

    private static readonly Viewer Planner = new("Aoki", World.Home, "restricted", Roles.Planner, [Scope.Everything]);

    [Fact]
    public void Answers_OfTheCycleBefore_FillWhatIsOpen_AndNothingElse()
    {
        var plan = Of(now: "4 ? - | ?", before: "1 2h 3 | -");
        Assert.Equal("2025", plan.From);
        Assert.Equal(["A-2", "B-1"], plan.Fills.Select(f => f.Indicator));
        Assert.Equal(new Answer(ScoreState.Carried, 2, Confidence.High), plan.Fills[0].Answer);
        Assert.Equal(new Answer(ScoreState.Carried, Rationale: "does not apply"), plan.Fills[1].Answer);
        Assert.Empty(plan.Reworded.Concat(plan.Elsewhere));
    }

    [Fact]
    public void WhatWasNoAnswer_OrIsOneOnlyToBeConfirmed_IsNotCarriedOn() => Assert.Empty(Of(now: "? ? ? | ?", before: "? c3 c- | ?").Fills);

    [Fact]
    public void NotAssessed_WithAWordOfWhy_IsNotOverwritten()
    {
        var now = Sheet(Small, "? ? ? | ?");
        now = now with { Scores = [Stored("A-1", Answer.NotAssessed with { Rationale = "asked the agency" }), Stored("A-2", Answer.NotAssessed)] };
        Assert.Equal(["A-2", "A-3", "B-1"], Of(Planner, Small.Framework, now, Small, "1 2 3 | 4").Fills.Select(f => f.Indicator));
    }

    [Fact]
    public void Indicator_WhoseLevelsSaySomethingElse_IsLeftOutAndTold()
    {
        var reworded = Small.Framework with
        {
            Areas = [.. Small.Framework.Areas.Select(a => a with { Indicators = [.. a.Indicators.Select(i => i.Code == "A-2" ? i with { Levels = i.Levels.SetItem(5, "more") } : i with { Name = "Renamed", Weight = 7 })] })],
        };
        var plan = Of(Planner, reworded, Sheet(Small, "? ? ? | ?"), Small, "1 2 3 | 4");
        Assert.Equal(["A-1", "A-3", "B-1"], plan.Fills.Select(f => f.Indicator));
        Assert.Equal(["A-2"], plan.Reworded);
        // What the earlier framework did not ask is neither filled nor told.
        Assert.Equal(["A-1"], Of(Planner, Small.Framework, Sheet(Small, "? ? ? | ?"), World.Of("A 1"), "1").Fills.Select(f => f.Indicator));
    }

    [Fact]
    public void Areas_ThatAreNotTheirs_AreLeftOutAndCounted()
    {
        var plan = Of(Planner with { Scopes = [Scope.Parse("*:B")] }, Small.Framework, Sheet(Small, "? 3 ? | ?"), Small, "1 2 3 | 4");
        Assert.Equal(["B-1"], plan.Fills.Select(f => f.Indicator));
        Assert.Equal(["A-1", "A-3"], plan.Elsewhere);
    }

    [Fact]
    public void Withheld_OnEitherSide_IsNeitherFilledNorCounted()
    {
        var plan = Of(now: "5! ? ? | ?", before: "1 2! 3 | 4");
        Assert.Equal(["A-3", "B-1"], plan.Fills.Select(f => f.Indicator));
        Assert.Empty(plan.Reworded.Concat(plan.Elsewhere));
    }

    [Fact]
    public void Marking_OfItsOwn_GoesWithTheLevel_UnlessTheAssessmentHasItAnyway()
    {
        var secret = Planner with { Clearance = "secret" };
        Assert.Equal("secret", Of(secret, Small.Framework, Sheet(Small, "? ? ? | ?", by: secret), Small, "1! 2 3 | 4").Fills[0].Marking?.Classification);
        var part = Marking.OfPart("restricted");
        var before = Sheet(Small, "1 2 3 | 4");
        before = before with { Scores = [before.Scores[0] with { Marking = part }] };
        CarryPlan Into(string classification) => CarryPlan.Of(secret, Ladder, Small.Framework, Sheet(Small, "? ? ? | ?", new Marking(classification), secret), new EarlierSheet(Cycle(2025), Small.Framework, before));
        Assert.Equal((part, null), (Into("unclassified").Fills[0].Marking, Into("restricted").Fills[0].Marking));
    }

    [Theory]
    [InlineData("unclassified", null, "unclassified", null, "unclassified", null)]
    [InlineData("unclassified", null, "restricted", null, "restricted", null)]
    [InlineData("restricted", null, "unclassified", null, "restricted", null)]
    [InlineData("unclassified", null, "unclassified", "restricted", "unclassified", "restricted")]
    [InlineData("restricted", null, "unclassified", "restricted", "restricted", null)]
    [InlineData("unclassified", "restricted", "restricted", null, "restricted", null)]
    [InlineData("unclassified", "restricted", "unclassified", null, "unclassified", "restricted")]
    public void Assessment_MustBeMarkedAsHighAsWhatItTakesOver(string now, string? whole, string before, string? wholeBefore, string least, string? leastWhole)
    {
        var earlier = new EarlierSheet(Cycle(2025), Small.Framework, Sheet(Small, "1 2 3 | 4", new Marking(before, [World.Home], wholeBefore)));
        var plan = CarryPlan.Of(Planner, Ladder, Small.Framework, Sheet(Small, "? ? ? | ?", new Marking(now, null, whole)), earlier);
        Assert.Equal(new Marking(least, null, leastWhole), plan.Least);
    }

    [Fact]
    public void Law_Filling_ChangesNoCell_AndConfirmingItAll_GivesWhatWasAnsweredBefore() =>
        Law.Holds(Gen.Select(Answers("?", "-", "0", "3h", "c2", "c-"), Answers("?", "-", "1", "5l", "c4")), sides =>
        {
            var (now, before) = sides;
            var sheet = Sheet(Small, string.Join(' ', now));
            var plan = Of(Planner, Small.Framework, sheet, Small, string.Join(' ', before));
            var filled = sheet.Scores.AddRange(plan.Fills.Select(f => Stored(f.Indicator, f.Answer)));
            var confirmed = filled.Select(s => s with { Answer = s.Answer.Confirmed() });
            Assert.Equal(sheet.Answered, new OpenedSheet(sheet.Assessment, filled, []).Answered);
            for (var i = 0; i < 4; i++)
            {
                var answer = confirmed.FirstOrDefault(s => s.Indicator == Small.Framework.Indicators[i].Code)?.Answer;
                var expected = now[i] != "?" ? now[i] : before[i].StartsWith('c') ? "?" : before[i];
                Assert.Equal(expected is "?" ? null : expected.TrimStart('c')[0] is '-' ? null : expected.TrimStart('c')[0] - '0', answer?.Level);
            }
        });

    [Fact]
    public void Reader_SeesNothingOfWhatIsCarried()
    {
        var cells = Small.With(World.Home, "c3 c- 2 | c5").Table().Of(World.Home).Cells;
        Assert.Equal([new Cell(CellState.NotAssessed), new Cell(CellState.NotAssessed), new Cell(CellState.Scored, 2), new Cell(CellState.NotAssessed)], cells);
    }

    private static Gen<string[]> Answers(params string[] tokens) => Gen.Int[0, tokens.Length - 1].Select(i => tokens[i]).Array[4];

    private static CarryPlan Of(string now, string before) => Of(Planner, Small.Framework, Sheet(Small, now), Small, before);

    private static CarryPlan Of(Viewer by, Framework framework, OpenedSheet now, World earlier, string before) =>
        CarryPlan.Of(by, Ladder, framework, now, new EarlierSheet(Cycle(2025), earlier.Framework, Sheet(earlier, before, by: by)));

    private static OpenedSheet Sheet(World world, string answers, Marking? marking = null, Viewer? by = null) =>
        ReleaseRule.Open(by ?? Planner, new ReleaseTerms(Ladder, CountryGroup.BuiltIn, world.AsOf), world.With(World.Home, answers, marking).Sheets[0])!;

    private static Cycle Cycle(int year) => new(FormattableString.Invariant($"{year}"), new DateOnly(year, 6, 30), "TEST", "1.0");

    private static Score Stored(string indicator, Answer answer) => new() { AssessmentId = 1, Indicator = indicator, Answer = answer, Version = 1, ChangedBy = "Aoki", ChangedAt = DateTime.UnixEpoch };
}
