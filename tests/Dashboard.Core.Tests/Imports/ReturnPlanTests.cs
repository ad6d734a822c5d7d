using System.Collections.Immutable;
using CsCheck;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Imports;

public sealed class ReturnPlanTests
{
    private static readonly Framework Framework = FrameworkJson.BuiltIn;
    private static readonly Viewer Planner = new("Aoki", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly Assessment Own = new() { Id = 7, Country = "JPN", Cycle = "2026", Assessor = "JPN", Basis = Basis.SelfAssessed, Marking = new Marking("restricted") };
    private static readonly ImmutableArray<string> Codes = [.. Framework.Indicators.Select(indicator => indicator.Code)];

    private static readonly Gen<Answer> AnyAnswer = Gen.OneOf(
        Gen.Select(Gen.Int[0, 5], Gen.Enum<Confidence>(), Gen.OneOf(Gen.Const(""), Gen.Const("because"), Gen.Const("seen"))).Select((level, confidence, why) => Answer.Of(level, confidence, why)),
        Gen.Const(Answer.NotAssessed), Gen.Const(Answer.NotApplicable("no such post")));

    private static readonly Gen<(int Cell, Answer Answer)[]> Edits = Gen.Select(Gen.Int[0, Codes.Length - 1], AnyAnswer).Array[0, 12];

    // What was stored when the files were taken; what each person did in their file; what was saved here meanwhile. In whatever order.
    [Fact]
    public void ARandomScript_ChangesExactlyWhatWasEdited_AndAsksAboutExactlyWhatChangedMeanwhile() =>
        Gen.Select(Edits, Edits, Edits, Edits).Sample((before, first, second, meanwhile) =>
        {
            var given = Stored(ImmutableDictionary<string, Score>.Empty, before);
            var (a, b) = (File("a", given, first), File("b", given, second));
            var now = Stored(given, meanwhile);
            var plan = ReturnPlan.Of(Planner, Framework, false, Sheet(now), a, b);
            foreach (var code in Codes)
            {
                var was = given.GetValueOrDefault(code)?.Answer ?? Answer.NotAssessed;
                var there = now.GetValueOrDefault(code);
                Answer[] said = [.. new[] { Last(first, code) ?? was, Last(second, code) ?? was }.Where(answer => answer != was).Distinct()];
                ReturnKind? expected = said.Length == 0 ? null
                    : said.Length == 2 ? ReturnKind.Disagreement
                    : said[0] == (there?.Answer ?? Answer.NotAssessed) ? ReturnKind.Already
                    : (there?.Version ?? 0) != (given.GetValueOrDefault(code)?.Version ?? 0) ? ReturnKind.Conflict
                    : ReturnKind.Change;
                var cell = plan.Cells.SingleOrDefault(c => c.Indicator == code);
                Assert.Equal(expected, cell?.Kind);
                Assert.Equal(said, cell?.Changes.Select(change => change.Answer) ?? []);
                if (cell is not null)
                    Assert.Equal((there, there?.Version ?? 0), (cell.Now, cell.Version));
            }

            Assert.Equal(Codes.Length - plan.Cells.Length, plan.Untouched);
            Assert.Equal(plan.Cells.Select(cell => cell.Indicator), plan.Cells.Select(cell => cell.Indicator).OrderBy(code => Codes.IndexOf(code)));
        }, iter: 1000);

    [Fact]
    public void WhatCannotBeSaved_SaysWhy_AndChangesNothing()
    {
        var given = Stored(ImmutableDictionary<string, Score>.Empty, [(0, Answer.Of(1))]);
        Answer wrong = new(ScoreState.Scored, 9);
        Assert.Equal(ReturnKind.Refused, Assert.Single(ReturnPlan.Of(Planner, Framework, false, Sheet(given), File("a", given, [(0, wrong)])).Cells).Kind);
        var others = Planner with { Scopes = [new Scope("JPN", ["NET"])] };
        var cell = Assert.Single(ReturnPlan.Of(others, Framework, false, Sheet(given), File("a", given, [(0, Answer.Of(2))])).Cells);
        Assert.Equal((ReturnKind.Refused, true), (cell.Kind, cell.Trouble!.Contains(Framework.Areas[0].Code, StringComparison.Ordinal)));
        var hidden = Sheet(ImmutableDictionary<string, Score>.Empty) with { Withheld = [Codes[0]] };
        Assert.Equal((ReturnKind.Refused, null), Assert.Single(ReturnPlan.Of(Planner, Framework, false, hidden, File("a", given, [(0, Answer.Of(2))])).Cells) is var c ? (c.Kind, c.Now) : default);
    }

    [Fact]
    public void ARowOfNoIndicator_AndOneThatCannotBeRead_AreTold()
    {
        var given = ImmutableDictionary<string, Score>.Empty;
        var file = File("a", given, []) with { Answers = [new ReturnedAnswer("XXX-1", "Answers, D3", null), new ReturnedAnswer(Codes[0], "Answers, D4", null, "no answer")] };
        Assert.Equal([(Codes[0], "no answer"), ("XXX-1", "XXX-1")], ReturnPlan.Of(Planner, Framework, false, Sheet(given), file).Cells
            .Select(cell => (cell.Indicator, cell.Trouble!.Contains("XXX-1", StringComparison.Ordinal) ? "XXX-1" : cell.Trouble)));
    }

    [Fact]
    public void AFileOfAnother_IsRefused_WithTheReason()
    {
        var given = ImmutableDictionary<string, Score>.Empty;
        var file = File("a", given, []);
        Assert.Empty(ReturnPlan.Of(Planner, Framework, false, Sheet(given), file).Cells);
        Assert.Equal("ReturnElsewhere", KeyOf(file with { Stamp = file.Stamp with { Country = "EST" } }));
        Assert.Equal("ReturnElsewhere", KeyOf(file with { Stamp = file.Stamp with { Cycle = "2025" } }));
        Assert.Equal("ReturnElsewhere", KeyOf(file with { Stamp = file.Stamp with { Assessor = "EST" } }));
        Assert.Equal("ReturnElsewhere", KeyOf(file with { Stamp = file.Stamp with { Basis = Basis.PeerReviewed } }));
        Assert.Equal("ReturnFramework", KeyOf(file with { Stamp = file.Stamp with { Hash = "0" } }));
        Assert.Equal("ReturnRevision", KeyOf(file with { Stamp = file.Stamp with { Revision = 2 } }));
        Assert.Equal("FrozenScore", KeyOf(file, isFrozen: true));
        Assert.Equal("InReview", Assert.Throws<InputException>(() => ReturnPlan.Of(Planner, Framework, false, Sheet(given) with { Assessment = Own with { Status = AssessmentStatus.InReview } }, file)).Key);

        string? KeyOf(ReturnedSheet one, bool isFrozen = false) => Assert.Throws<InputException>(() => ReturnPlan.Of(Planner, Framework, isFrozen, Sheet(given), file, one)).Key;
    }

    [Fact]
    public void AStamp_IsSealedOverAllThatItSays()
    {
        var stamp = File("a", Stored(ImmutableDictionary<string, Score>.Empty, [(0, Answer.Of(1, Confidence.Low, "x"))]), []).Stamp;
        var first = stamp.Scores[0];
        SheetStamp[] others =
        [
            stamp with { Country = "JP", Cycle = "N2026" }, stamp with { Country = "EST" }, stamp with { Cycle = "2025" }, stamp with { Assessor = "EST" }, stamp with { Basis = Basis.Estimated }, stamp with { Revision = 2 }, stamp with { Edition = "x" }, stamp with { Hash = "x" },
            stamp with { Scores = [first with { Version = 2 }, .. stamp.Scores[1..]] }, stamp with { Scores = [first with { Answer = Answer.Of(2, Confidence.Low, "x") }, .. stamp.Scores[1..]] },
            stamp with { Scores = [first with { Answer = Answer.Of(1, Confidence.High, "x") }, .. stamp.Scores[1..]] }, stamp with { Scores = [first with { Answer = Answer.Of(1, Confidence.Low, "y") }, .. stamp.Scores[1..]] },
            stamp with { Scores = stamp.Scores[1..] }, stamp with { Scores = [stamp.Scores[1], first, .. stamp.Scores[2..]] },
        ];
        Assert.Equal(others.Length + 1, others.Append(stamp).Select(one => one.Seal()).Distinct().Count());
    }

    private static Answer? Last((int Cell, Answer Answer)[] edits, string code) => edits.LastOrDefault(edit => Codes[edit.Cell] == code).Answer;

    private static ImmutableDictionary<string, Score> Stored(ImmutableDictionary<string, Score> before, (int Cell, Answer Answer)[] saves) => saves.Aggregate(before, (stored, save) =>
        stored.SetItem(Codes[save.Cell], new Score { AssessmentId = 7, Indicator = Codes[save.Cell], Answer = save.Answer, Version = (stored.GetValueOrDefault(Codes[save.Cell])?.Version ?? 0) + 1, ChangedBy = "Sato", ChangedAt = DateTime.UnixEpoch }));

    private static OpenedSheet Sheet(ImmutableDictionary<string, Score> scores) => new(Own, [.. scores.Values], []);

    private static ReturnedSheet File(string name, ImmutableDictionary<string, Score> given, (int Cell, Answer Answer)[] edits)
    {
        var stamp = SheetStamp.Of(Own, Framework, [.. given.Values], Codes);
        return new ReturnedSheet(name, stamp, [.. stamp.Scores.Select(score => new ReturnedAnswer(score.Indicator, "", Last(edits, score.Indicator) ?? score.Answer))]);
    }
}
