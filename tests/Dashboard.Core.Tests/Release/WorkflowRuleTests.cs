using Dashboard.Core.Assessments;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

/// <summary>Every state of an assessment, every step, everybody: the table says who may.</summary>
public class WorkflowRuleTests
{
    // P planner of all areas, E planner of another area, R reviewer, O releasing officer, L planner and reviewer who saved the last answer,
    // S reviewer and officer who signed as reviewer where that was done, C the operator; "-" nobody. The area signed is LAN.
    private const string Table = """
        state                     sign  submit agree approve return comment
        empty                     PLC   -      -     -       -      PELSRC
        unsigned                  PLC   -      -     -       -      PELSRC
        signed                    PLC   PELC   -     -       -      PELSRC
        in-review                 -     -      SRC   SRC     LSRC   PELSROC
        not-agreed                -     -      SRC   -       LSRC   PELSROC
        reviewed                  -     -      -     OC      LSROC  PELSROC
        returned                  PLC   PELC   -     -       -      PELSRC
        returned-empty            PLC   -      -     -       -      PELSRC
        returned-unsigned         PLC   -      -     -       -      PELSRC
        approved                  -     -      -     -       -      -
        empty/frozen              -     -      -     -       -      -
        unsigned/frozen           -     -      -     -       -      -
        signed/frozen             -     -      -     -       -      -
        in-review/frozen          -     -      -     -       -      -
        not-agreed/frozen         -     -      -     -       -      -
        reviewed/frozen           -     -      -     -       -      -
        returned/frozen           -     -      -     -       -      -
        returned-empty/frozen     -     -      -     -       -      -
        returned-unsigned/frozen  -     -      -     -       -      -
        approved/frozen           -     -      -     -       -      -
        """;

    private static readonly string[][] Lines = [.. Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    // A status, and what within it decides on the next step: nothing answered, areas not signed, reasons not agreed to, the reviewer's signature.
    private static readonly Dictionary<string, AssessmentStatus> States = new()
    {
        ["empty"] = AssessmentStatus.Draft,
        ["unsigned"] = AssessmentStatus.Draft,
        ["signed"] = AssessmentStatus.Draft,
        ["in-review"] = AssessmentStatus.InReview,
        ["not-agreed"] = AssessmentStatus.InReview,
        ["reviewed"] = AssessmentStatus.InReview,
        ["returned"] = AssessmentStatus.Returned,
        ["returned-empty"] = AssessmentStatus.Returned,
        ["returned-unsigned"] = AssessmentStatus.Returned,
        ["approved"] = AssessmentStatus.Approved,
    };

    private static readonly Dictionary<char, Viewer> Everybody = new()
    {
        ['P'] = Of("planner", Roles.Planner, "*"),
        ['E'] = Of("elsewhere", Roles.Planner, "*:NET"),
        ['R'] = Of("reviewer", Roles.Reviewer),
        ['O'] = Of("officer", Roles.ReleasingOfficer),
        ['L'] = Of("last", Roles.Planner | Roles.Reviewer, "*"),
        ['S'] = Of("signer", Roles.Reviewer | Roles.ReleasingOfficer),
        ['C'] = Viewer.Operator("JPN", ClassificationLadder.Default),
        ['x'] = Of("executive", Roles.Executive),
        ['a'] = Of("administrator", Roles.Administrator),
        ['u'] = Of("auditor", Roles.Auditor),
        ['f'] = Of("foreign", Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer, "*") with { Nation = "EST" },
    };

    public static TheoryData<string, string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string, string>();
            foreach (var line in Lines.Skip(1))
                for (var step = 1; step < line.Length; step++)
                    cells.Add(line[0], Lines[0][step], line[step]);
            return cells;
        }
    }

    [Theory, MemberData(nameof(Cells))]
    public void Cell_IsAsTheTableSays(string state, string step, string may) => Assert.Equal(
        may == "-" ? [] : may.Order(), Everybody.Where(one => WorkflowRule.May(one.Value, Standing(state), StepOf(step), "LAN")).Select(one => one.Key).Order());

    [Fact]
    public void Table_HoldsEveryStep() => Assert.Equal(Enum.GetValues<SheetStep>().Order(), Lines[0].Skip(1).Select(StepOf).Order());

    [Fact]
    public void Table_HoldsEveryState_OpenAndFrozen()
    {
        Assert.Equal(Enum.GetValues<AssessmentStatus>().Order(), States.Values.Distinct().Order());
        Assert.Equal(States.Keys.SelectMany(state => (string[])[state, $"{state}/frozen"]).Order(), Lines.Skip(1).Select(line => line[0]).Order());
    }

    [Fact]
    public void WithoutAreaLeads_NothingIsSignedFirst() =>
        Assert.True(WorkflowRule.May(Everybody['P'], Standing("unsigned") with { Terms = SignOffTerms.ReviewerAlone }, SheetStep.Submit));

    [Fact]
    public void WithoutAnOfficer_TheReviewerHasTheLastWord()
    {
        var reviewed = Standing("reviewed") with { Terms = SignOffTerms.ReviewerAlone };
        Assert.False(reviewed.AwaitsOfficer);
        Assert.True(WorkflowRule.May(Everybody['R'], reviewed, SheetStep.Approve));
        Assert.False(WorkflowRule.May(Everybody['O'], reviewed, SheetStep.Approve));
    }

    [Fact]
    public void OfficerWhoSavedTheLastChange_HasNotTheLastWord()
    {
        Assert.True(WorkflowRule.May(Everybody['O'], Standing("reviewed"), SheetStep.Approve));
        Assert.Equal("MayNotApproveOwn", WorkflowRule.WhyNot(Everybody['O'], Standing("reviewed") with { LastEditor = "officer" }, SheetStep.Approve)?.Key);
    }

    [Fact]
    public void Refusals_SayWhatComesFirst()
    {
        Assert.Equal("NothingAnswered", WorkflowRule.WhyNot(Everybody['P'], Standing("empty"), SheetStep.Submit)?.Key);
        var unsigned = WorkflowRule.WhyNot(Everybody['P'], Standing("unsigned"), SheetStep.Submit);
        Assert.Equal("AreasUnsigned", unsigned?.Key);
        Assert.EndsWith("not signed: LAN, INF.", unsigned?.Message);
        Assert.Equal("NotAgreed", WorkflowRule.WhyNot(Everybody['R'], Standing("not-agreed"), SheetStep.Approve)?.Key);
        Assert.Equal("MayNotApproveOwn", WorkflowRule.WhyNot(Everybody['L'], Standing("in-review"), SheetStep.Approve)?.Key);
        Assert.Equal("MayNotSignTwice", WorkflowRule.WhyNot(Everybody['S'], Standing("reviewed"), SheetStep.Approve)?.Key);
        Assert.Equal("AgreeTooLate", WorkflowRule.WhyNot(Everybody['R'], Standing("reviewed"), SheetStep.Agree)?.Key);
        Assert.Equal("CommentClosed", WorkflowRule.WhyNot(Everybody['P'], Standing("approved"), SheetStep.Comment)?.Key);
        Assert.Equal("FrozenMove", WorkflowRule.WhyNot(Everybody['R'], Standing("in-review/frozen"), SheetStep.Return)?.Key);
    }

    private static SheetStep StepOf(string word) => word == "sign" ? SheetStep.SignArea : CodeName.Parse<SheetStep>("step", word);

    private static SheetStanding Standing(string state)
    {
        var name = state.Split('/')[0];
        var assessment = new Assessment
        {
            Country = "JPN",
            Cycle = "2026",
            Assessor = "JPN",
            Basis = Basis.SelfAssessed,
            Marking = new Marking("unclassified"),
            Status = States[name],
        };
        return new SheetStanding(assessment, state.EndsWith("/frozen", StringComparison.Ordinal), SignOffTerms.Default)
        {
            IsEmpty = name.EndsWith("empty", StringComparison.Ordinal),
            Unsigned = name.EndsWith("empty", StringComparison.Ordinal) || name.EndsWith("unsigned", StringComparison.Ordinal) ? ["LAN", "INF"] : [],
            NotAgreed = name == "not-agreed" ? 1 : 0,
            LastEditor = assessment.Status == AssessmentStatus.InReview ? "last" : null,
            Reviewed = name == "reviewed" ? new Signature { AssessmentId = 0, Step = SignOffStep.Reviewer, By = "signer", At = new DateTime(2026, 11, 1) } : null,
        };
    }

    private static Viewer Of(string name, Roles roles, params string[] scopes) => new(name, "JPN", "secret", roles, [.. scopes.Select(Scope.Parse)]);
}
