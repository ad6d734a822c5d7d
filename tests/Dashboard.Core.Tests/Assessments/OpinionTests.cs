using CsCheck;
using Dashboard.Core.Assessments;
using Dashboard.Core.Audit;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Core.Tests.Readiness;
using Dashboard.Core.Tests.Release;

namespace Dashboard.Core.Tests.Assessments;

public class OpinionTests
{
    private static readonly Viewer Reviewer = new("Mori", "JPN", "secret", Roles.Reviewer | Roles.Auditor, []);
    private static readonly Viewer Planner = new("Aoki", "JPN", "secret", Roles.Planner, [Scope.Everything]);
    private static readonly AssessmentSheet Draft = Sheets.Of("JPN", 3, new Marking("restricted")).In(AssessmentStatus.InReview);
    private static readonly ReleaseTerms Blind = Sheets.Terms with { Blind = [new BlindReviewer("JPN", "2026", "JPN", Basis.SelfAssessed, "Mori")] };
    private static readonly Evidence Piece = new() { AssessmentId = 0, Indicator = "LAN-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 1), Bearing = Bearing.Contradicts };

    [Theory]
    [InlineData(Roles.Reviewer, "JPN", AssessmentStatus.Draft, false, null, null)]
    [InlineData(Roles.Reviewer, "JPN", AssessmentStatus.Returned, false, null, null)]
    [InlineData(Roles.Reviewer, "JPN", AssessmentStatus.InReview, false, null, null)]
    [InlineData(Roles.Reviewer, "JPN", AssessmentStatus.Approved, false, null, "OpinionClosed")]
    [InlineData(Roles.Planner, "JPN", AssessmentStatus.InReview, false, null, "MayNotGiveOpinion")]
    [InlineData(Roles.Reviewer, "EST", AssessmentStatus.InReview, false, null, "MayNotGiveOpinion")]
    [InlineData(Roles.Reviewer | Roles.Planner, "JPN", AssessmentStatus.InReview, true, null, "MayNotOpinionOwn")]
    [InlineData(Roles.Reviewer, "JPN", AssessmentStatus.InReview, false, OpinionState.UnderWay, "OpinionOnce")]
    [InlineData(Roles.Reviewer, "JPN", AssessmentStatus.InReview, false, OpinionState.HandedIn, "OpinionOnce")]
    [InlineData(Roles.Reviewer, "JPN", AssessmentStatus.InReview, false, OpinionState.Withdrawn, "OpinionOnce")]
    public void Begin_IsForReviewersOfTheNation_WhoHaveNotScored_Once_AndBeforeApproval(Roles roles, string nation, AssessmentStatus status, bool hasScored, OpinionState? given, string? refused)
    {
        var opinion = given is { } state ? new Opinion { AssessmentId = 1, Reviewer = "Mori", State = state, Begun = default } : null;
        Assert.Equal(refused, OpinionRule.WhyNot(Reviewer with { Roles = roles, Nation = nation }, Draft.In(status).Assessment, Sheets.Cycle, hasScored, opinion)?.Key);
    }

    [Fact]
    public void Begin_ByTheOperator_OrInAFrozenCycle_IsRefused()
    {
        Assert.Equal("MayNotGiveOpinion", OpinionRule.WhyNot(Viewer.Operator("JPN", ClassificationLadder.Default), Draft.Assessment, Sheets.Cycle, false, null)?.Key);
        Assert.Equal("OpinionClosed", OpinionRule.WhyNot(Reviewer, Draft.Assessment, Sheets.Cycle with { Published = new DateTime(2026, 9, 30) }, false, null)?.Key);
    }

    [Fact]
    public void Answer_HasNoConfidence_ItsNoteIsTrimmed_AndNotApplicableNeedsNoReason()
    {
        Assert.Equal(Answer.Of(4, rationale: "seen"), OpinionRule.Checked(Answer.Of(4, Confidence.High, " seen "), Sheets.Framework, "LAN-1"));
        Assert.Equal(Answer.NotApplicable(""), OpinionRule.Checked(Answer.NotApplicable(""), Sheets.Framework, "LAN-1"));
        foreach (var (answer, key) in ((Answer, string)[])
        [
            (Answer.Of(6), "LevelOutside"), (Answer.Of(1, rationale: new string('x', 4001)), "NoteTooLong"), (Answer.CarriedOver(Answer.Of(1)), "CarriedNotSaved"),
            (new Answer(ScoreState.NotApplicable, 2), "LevelWithoutScore"), (new Answer(ScoreState.Scored), "LevelMissing"),
        ])
            Assert.Equal(key, Assert.Throws<InputException>(() => OpinionRule.Checked(answer, Sheets.Framework, "LAN-1")).Key);
    }

    [Fact]
    public void Blind_SeesNoAnswerOfTheAssessment_InNoRevision_AndOnlyThere()
    {
        Assert.Equal(WithheldReason.Blind, Blind.Withholds(Reviewer, Draft.Assessment));
        Assert.Null(ReleaseRule.Open(Reviewer, Blind, Draft));
        Assert.Null(ReleaseRule.Open(Reviewer, Blind, Draft.Revision(2)));
        Assert.NotNull(ReleaseRule.Open(Planner, Blind, Draft));
        Assert.NotNull(ReleaseRule.Open(Reviewer, Blind, Sheets.Of("EST", assessor: "JPN")));
        Assert.NotNull(ReleaseRule.Open(Reviewer, Sheets.Terms, Draft));
        // The same name in another nation is somebody else.
        Assert.Null(Blind.Withholds(Reviewer with { Nation = "EST" }, Sheets.Of("JPN").Assessment));

        // Nor in reports: not the preview, and not what was approved before.
        var table = ReleaseRule.Apply(Reviewer, Blind, Sheets.Cycle, Sheets.Framework, [Sheets.Of("JPN"), Draft.Revision(2)], new Reading("JPN", Preview: true));
        Assert.Equal(WithheldReason.Blind, table.Of("JPN").Withheld);
        Assert.All(table.Of("JPN").Cells, cell => Assert.Equal(CellState.Withheld, cell.State));
        Assert.Empty(Sheets.Listed(Reviewer, Blind, Sheets.Framework, [Sheets.Of("JPN")]));
    }

    [Fact]
    public void Blind_SeesTheEvidence_ButNotWhatItSpeaksFor()
    {
        var sheet = Draft.Mark("LAN-2", new Marking("secret")) with { Evidence = [Piece, Piece with { Indicator = "LAN-2" }, Piece with { Marking = new Marking("secret") }] };
        Assert.Equal([Piece with { Bearing = Bearing.Supports }], ReleaseRule.OpenBlind(Reviewer with { Clearance = "restricted" }, Blind, sheet)!.Evidence);
        Assert.Null(ReleaseRule.OpenBlind(Reviewer with { Clearance = "unclassified" }, Blind, sheet));
        Assert.Null(ReleaseRule.OpenBlind(Reviewer with { Nation = "EST" }, Blind, sheet));
        Assert.Equal("secret", ReleaseRule.OpenBlind(Reviewer, Blind, sheet)!.MarkingIn(ClassificationLadder.Default).Classification);
    }

    [Fact]
    public void Auditor_WhoScoresBlind_ReadsThatThereAreEntries_AndNotWhatTheyHold()
    {
        AuditEntry Of(string subject) => AuditEntry.Seal(AuditEntry.Origin, 1, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), Planner, new AuditFact("score-saved", subject, null, new { Level = 4 }, Classification: "restricted"));
        Assert.Equal(WithheldReason.Blind, AuditRule.Read(Reviewer, "JPN", Blind, Of("JPN/2026/JPN/self-assessed/2/LAN-1"), null)!.Withheld);
        Assert.NotNull(AuditRule.Read(Reviewer, "JPN", Blind, Of("JPN/2025/JPN/self-assessed/1/LAN-1"), null)!.Details);
        Assert.NotNull(AuditRule.Read(Reviewer, "JPN", Sheets.Terms, Of("JPN/2026/JPN/self-assessed/2/LAN-1"), null)!.Details);
    }

    [Fact]
    public void Compare_HoldsBothAgainstEachOther_AsTheyWereAtTheHandIn()
    {
        var compared = Compared(Planner, Draft, ("LAN-2", Answer.Of(3), Answer.Of(3)), ("LAN-1", Answer.Of(5), Answer.Of(3)), ("INF-1", Answer.Of(0), Answer.Of(3)),
            ("INF-2", Answer.Of(1), Answer.Of(4)), ("INF-3", Answer.NotApplicable(""), Answer.Of(3)), ("INF-4", Answer.Of(2), Answer.NotAssessed), ("REL-1", Answer.NotAssessed, Answer.Of(1)))!;
        // In framework order; what the opinion says nothing of is not there.
        Assert.Equal(["LAN-1", "LAN-2", "INF-1", "INF-2", "INF-3", "INF-4"], compared.Rows.Select(r => r.Indicator));
        Assert.Equal([2, 0, -3, -3, null, null], compared.Rows.Select(r => r.Difference));
        Assert.Equal(["INF-1", "INF-2", "LAN-1"], compared.Apart.Select(r => r.Indicator));
        Assert.Equal(["INF-3"], compared.Rows.Where(r => r.DiffersInKind).Select(r => r.Indicator));
        // INF-2 says 3 now: that is still two levels from 1.
        Assert.Equal((4, 1, 3), (compared.Agreement.Pairs, compared.Agreement.Exact, compared.Open));
        Assert.Equal(Agreement.Of([(5, 3), (3, 3), (0, 3), (1, 4)]), compared.Agreement);
    }

    [Fact]
    public void Compare_WhatWasChangedSince_IsSettled_AndStillCountsInTheAgreement()
    {
        var compared = Compared(Planner, Draft, ("LAN-1", Answer.Of(3), Answer.Of(5)), ("LAN-2", Answer.Of(3), Answer.Of(3)))!;
        Assert.True(Assert.Single(compared.Apart).IsSettled);
        Assert.Equal((0, 1), (compared.Open, compared.Agreement.Exact));
    }

    [Fact]
    public void Compare_LeavesOutWhatIsMarkedAboveTheReader_OfBothSides()
    {
        var sheet = Draft.Mark("LAN-1", Marking.OfPart("secret"));
        (string, Answer, Answer)[] said = [("LAN-1", Answer.Of(0), Answer.Of(3)), ("LAN-2", Answer.Of(3), Answer.Of(3))];
        var low = Compared(Planner with { Clearance = "restricted" }, sheet, said)!;
        Assert.Equal(("LAN-2", 1, 1), (Assert.Single(low.Rows).Indicator, low.Withheld, low.Agreement.Pairs));
        Assert.Equal(0, Compared(Planner, sheet, said)!.Withheld);
    }

    [Theory]
    [InlineData("JPN", Roles.Planner, AssessmentStatus.InReview, true)]
    [InlineData("JPN", Roles.Executive, AssessmentStatus.InReview, false)]
    [InlineData("JPN", Roles.Executive, AssessmentStatus.Approved, true)]
    [InlineData("JPN", Roles.Administrator, AssessmentStatus.Approved, false)]
    [InlineData("USA", Roles.Executive, AssessmentStatus.Approved, false)]
    public void Compare_IsForTheNationsOwn_AndForItsReadersOnceApproved(string nation, Roles roles, AssessmentStatus status, bool sees)
    {
        var sheet = Draft.In(status) with { Assessment = Draft.In(status).Assessment with { Marking = new Marking("unclassified", ["USA"]) } };
        Assert.Equal(sees, Compared(new Viewer("x", nation, "secret", roles, [Scope.Everything]), sheet, ("LAN-1", Answer.Of(0), Answer.Of(3))) is not null);
    }

    [Fact]
    public void Compare_BeforeTheHandIn_OrForAnotherBlindReviewer_ShowsNothing()
    {
        foreach (var state in (OpinionState[])[OpinionState.UnderWay, OpinionState.Withdrawn])
            Assert.Null(ReleaseRule.Compare(Planner, Sheets.Terms, Sheets.Framework, Draft, (Given(state), [Said("LAN-1", Answer.Of(1), Answer.Of(3))])));
        Assert.Null(ReleaseRule.Compare(Reviewer, Blind, Sheets.Framework, Draft, (Given(OpinionState.HandedIn), [Said("LAN-1", Answer.Of(1), Answer.Of(3))])));
    }

    [Fact]
    public void Law_WhatABlindReviewerSees_DoesNotDependOnTheAnswers() => Law.Holds(Gen.Int[0, 5], level =>
    {
        var here = ReleaseRule.Apply(Reviewer, Blind, Sheets.Cycle, Sheets.Framework, [Sheets.Of("JPN", level), Sheets.Of("EST", 2)]);
        var there = ReleaseRule.Apply(Reviewer, Blind, Sheets.Cycle, Sheets.Framework, [Sheets.Of("JPN", 5 - level), Sheets.Of("EST", 2)]);
        Assert.Equal(here.Of("JPN").Cells, there.Of("JPN").Cells);
        Assert.Equal(here.Of("EST").Cells, there.Of("EST").Cells);
    });

    private static OpinionComparison? Compared(Viewer viewer, AssessmentSheet sheet, params (string Indicator, Answer Opinion, Answer Beside)[] said) =>
        ReleaseRule.Compare(viewer, Sheets.Terms, Sheets.Framework, sheet, (Given(OpinionState.HandedIn), said.Select(s => Said(s.Indicator, s.Opinion, s.Beside))));

    private static Opinion Given(OpinionState state) => new() { Id = 1, AssessmentId = 0, Reviewer = "Sato", State = state, Begun = new DateTime(2026, 5, 1) };

    private static OpinionAnswer Said(string indicator, Answer answer, Answer beside) =>
        new() { OpinionId = 1, Indicator = indicator, Answer = answer, Beside = beside, Version = 1, ChangedAt = new DateTime(2026, 5, 1) };
}
