using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using static Dashboard.Core.Assessments.AssessmentStatus;

namespace Dashboard.Core.Tests.Release;

public class ViewerTests
{
    private static readonly Assessment OfEstonia = Sheets.Of("EST", assessor: "JPN").Assessment;
    private static readonly Scope Language = new("EST", ["LAN", "INF"]);

    private static Viewer Person(string nation, Roles roles, params Scope[] scopes) => new("Sato", nation, "secret", roles, [.. scopes]);

    public static TheoryData<Viewer, string, bool> Scoring => new()
    {
        { Person("JPN", Roles.Planner, Language), "LAN", true },
        { Person("JPN", Roles.Planner, Language), "INF", true },
        { Person("JPN", Roles.Planner, Language), "REL", false },
        { Person("JPN", Roles.Planner, new Scope("LVA", [])), "LAN", false },
        { Person("JPN", Roles.Planner, new Scope("LVA", []), new Scope("EST", [])), "REL", true },
        { Person("JPN", Roles.Planner, new Scope("*", ["LAN"])), "LAN", true },
        { Person("JPN", Roles.Planner, new Scope("*", ["LAN"])), "REL", false },
        { Person("JPN", Roles.Planner, Scope.Everything), "CIP", true },
        { Person("JPN", Roles.Planner), "LAN", false },
        { Person("EST", Roles.Planner, Scope.Everything), "LAN", false },
        { Person("JPN", Roles.Reviewer | Roles.Executive | Roles.Administrator | Roles.ReleasingOfficer, Scope.Everything), "LAN", false },
    };

    public static TheoryData<Viewer, AssessmentStatus, bool> Moving => new()
    {
        { Person("JPN", Roles.Planner, Language), InReview, true },
        { Person("JPN", Roles.Planner), InReview, false },
        { Person("JPN", Roles.Planner, new Scope("LVA", [])), InReview, false },
        { Person("EST", Roles.Planner, Scope.Everything), InReview, false },
        { Person("JPN", Roles.Reviewer), InReview, false },
        { Person("JPN", Roles.Reviewer), Approved, true },
        { Person("JPN", Roles.Reviewer), Returned, true },
        { Person("EST", Roles.Reviewer), Approved, false },
        { Person("EST", Roles.Reviewer), Returned, false },
        { Person("JPN", Roles.Planner, Scope.Everything), Approved, false },
        { Person("JPN", Roles.Administrator | Roles.Executive | Roles.ReleasingOfficer), Approved, false },
    };

    public static TheoryData<Viewer, string, bool> Assessing => new()
    {
        { Person("JPN", Roles.Planner, Language), "EST", true },
        { Person("JPN", Roles.Planner, Language), "LVA", false },
        { Person("JPN", Roles.Planner, Scope.Everything), "LVA", true },
        { Person("JPN", Roles.Planner), "JPN", false },
        { Person("JPN", Roles.Reviewer | Roles.Administrator, Scope.Everything), "JPN", false },
    };

    public static TheoryData<Viewer, AssessmentStatus, bool, bool> Marking => new()
    {
        // May mark, may release.
        { Person("JPN", Roles.ReleasingOfficer), Approved, true, true },
        { Person("JPN", Roles.ReleasingOfficer), Draft, false, false },
        { Person("JPN", Roles.ReleasingOfficer), InReview, false, false },
        { Person("EST", Roles.ReleasingOfficer), Approved, false, false },
        { Person("JPN", Roles.Planner, Language), Draft, true, false },
        { Person("JPN", Roles.Planner, Language), Returned, true, false },
        { Person("JPN", Roles.Planner, Language), InReview, false, false },
        { Person("JPN", Roles.Planner, Scope.Everything), Approved, false, false },
        { Person("JPN", Roles.Planner, new Scope("LVA", [])), Draft, false, false },
        { Person("EST", Roles.Planner, Scope.Everything), Draft, false, false },
        { Person("JPN", Roles.Reviewer | Roles.Executive | Roles.Administrator | Roles.Auditor, Scope.Everything), Approved, false, false },
    };

    [Theory, MemberData(nameof(Marking))]
    public void MayMark_PlannersWhileItIsOpen_ReleasingOfficersOnceApproved(Viewer viewer, AssessmentStatus status, bool mayMark, bool mayRelease)
    {
        var assessment = OfEstonia with { Status = status };
        Assert.Equal((mayMark, mayRelease), (viewer.MayMark(assessment), viewer.MayRelease(assessment)));
        Assert.Equal(mayMark, viewer.MayMark(assessment, "LAN"));
    }

    [Fact]
    public void MayMark_AnswerOfAnotherArea_IsNotThePlanners() =>
        Assert.False(Person("JPN", Roles.Planner, Language).MayMark(OfEstonia with { Status = Draft }, "REL"));

    [Theory, MemberData(nameof(Scoring))]
    public void MayScore_PlannerOfTheAssessor_InTheirAreas(Viewer viewer, string area, bool may) => Assert.Equal(may, viewer.MayScore(OfEstonia, area));

    [Theory, MemberData(nameof(Moving))]
    public void MayMove_PlannersSend_ReviewersDecide_OfTheirOwnNation(Viewer viewer, AssessmentStatus to, bool may) =>
        Assert.Equal(may, viewer.MayMove(OfEstonia, to));

    [Fact]
    public void MayApproveAfter_NobodyTheirOwnLastChange_ButTheOperator()
    {
        var reviewer = new Viewer("Rin", "EST", "secret", Roles.Planner | Roles.Reviewer, [Scope.Everything]);
        Assert.False(reviewer.MayApproveAfter("Rin"));
        Assert.True(reviewer.MayApproveAfter("Aoki"));
        Assert.True(reviewer.MayApproveAfter(null));
        Assert.True(Viewer.Operator("EST", ClassificationLadder.Default).MayApproveAfter("operator"));
    }

    [Theory, MemberData(nameof(Assessing))]
    public void MayAssess_PlannerWithTheCountry(Viewer viewer, string country, bool may) => Assert.Equal(may, viewer.MayAssess(country));

    [Fact]
    public void Operator_ReadsAtTheHighestLevelAndMayDoEverything()
    {
        var viewer = Viewer.Operator("JPN", ClassificationLadder.Default);
        Assert.True(viewer is { Nation: "JPN", Clearance: "secret", ReadsScores: true });
        Assert.True(viewer.MayScore(OfEstonia, "LAN") && viewer.MayMove(OfEstonia, InReview) && viewer.MayMove(OfEstonia, Approved) && viewer.MayRelease(OfEstonia));
        Assert.True(viewer.Roles.HasFlag(Roles.Administrator | Roles.Auditor));
    }
}
