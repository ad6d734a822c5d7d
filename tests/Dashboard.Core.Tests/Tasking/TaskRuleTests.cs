using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;
using Dashboard.Core.Tests.Release;
using static Dashboard.Core.Tasking.TaskState;

namespace Dashboard.Core.Tests.Tasking;

public class TaskRuleTests
{
    private static readonly DateOnly Today = Sheets.Today;
    private static readonly Assessment OfEstonia = Sheets.Of("EST", marking: new Marking("restricted"), assessor: "JPN").In(AssessmentStatus.Draft).Assessment;

    private static readonly AreaTask Task = new()
    {
        AssessmentId = 1, Area = "LAN", PersonId = Guid.Empty, Due = Today, GivenBy = "Sato", GivenAt = new DateTime(2026, 8, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    private static Viewer Person(Roles roles, string nation = "JPN", string clearance = "secret", params string[] scopes) => new("Mori", nation, clearance, roles, [.. scopes.Select(Scope.Parse)]);

    // Every state x every step.
    [Fact]
    public void Step_ExistsAsTheTableSays()
    {
        var table = new Dictionary<TaskState, TaskState[]>
        {
            [Given] = [Accepted, Answered, Nil, Withdrawn, Given],
            [Accepted] = [Answered, Nil, Withdrawn, Given],
            [Nil] = [Withdrawn, Given],
            [Answered] = [],
            [Withdrawn] = [],
        };
        foreach (var from in Enum.GetValues<TaskState>())
            foreach (var to in Enum.GetValues<TaskState>())
                Assert.Equal((from, to, table[from].Contains(to)), (from, to, from.MayBecome(to)));
    }

    [Theory]
    [InlineData(Given, -1, true, false)]
    [InlineData(Accepted, -1, true, false)]
    [InlineData(Answered, -1, false, false)]
    [InlineData(Nil, -1, false, false)]
    [InlineData(Withdrawn, -1, false, false)]
    [InlineData(Given, 0, false, true)]
    [InlineData(Accepted, 3, false, true)]
    [InlineData(Given, 4, false, false)]
    [InlineData(Answered, 1, false, false)]
    public void Task_IsOverdueAfterItsDay_AndSoonDueBefore(TaskState state, int days, bool overdue, bool soon)
    {
        var task = Task with { State = state, Due = Today.AddDays(days) };
        Assert.Equal((overdue, soon), (task.IsOverdue(Today), task.IsDueSoon(Today)));
    }

    // A task, days from its day, who has it, whether the assessment can change, what the reader is responsible for.
    [Theory]
    [InlineData(Nil, 9, "Ito", true, "*", true)]
    [InlineData(Nil, 9, "Mori", true, "*", true)]
    [InlineData(Given, -1, "Ito", true, "EST", true)]
    [InlineData(Accepted, -1, "Ito", true, "*", true)]
    [InlineData(Accepted, 0, "Ito", true, "*", false)]
    [InlineData(Given, -1, "Mori", true, "*", false)]
    [InlineData(Answered, -1, "Ito", true, "*", false)]
    [InlineData(Withdrawn, -1, "Ito", true, "*", false)]
    [InlineData(Nil, 9, "Ito", false, "*", false)]
    [InlineData(Nil, 9, "Ito", true, "EST:LAN", false)]
    public void FollowUp_IsAskedOfWhoCoordinates(TaskState state, int days, string person, bool mayChange, string scope, bool asks)
    {
        var line = new TaskLine(Task with { State = state, Due = Today.AddDays(days) }, OfEstonia, null!, person, false, mayChange);
        Assert.Equal(asks, TaskRule.AsksToFollowUp(Person(Roles.Planner, scopes: scope), line, Today));
    }

    [Theory]
    [InlineData("*", true)]
    [InlineData("EST", true)]
    [InlineData("EST:LAN", false)]
    [InlineData("*:LAN", false)]
    [InlineData("LVA", false)]
    public void Coordinator_IsResponsibleForTheWholeCountry(string scope, bool may) => Assert.Equal(may, Person(Roles.Planner, scopes: scope).MayCoordinate(OfEstonia));

    [Fact]
    public void Coordinator_IsAPlannerOfTheAssessor()
    {
        Assert.False(Person(Roles.Planner, "EST", scopes: "*").MayCoordinate(OfEstonia));
        Assert.False(Person(Roles.Reviewer | Roles.Administrator, scopes: "*").MayCoordinate(OfEstonia));
        Assert.True(Person(Roles.Administrator).MayHandOver(OfEstonia));
        Assert.False(Person(Roles.Administrator, "EST").MayHandOver(OfEstonia));
        Assert.False(Person(Roles.Reviewer, scopes: "*").MayHandOver(OfEstonia));
    }

    [Fact]
    public void Taker_WhoMayAnswer_IsTaken() => TaskRule.RequireTaker(Person(Roles.Planner, scopes: "EST:LAN"), false, OfEstonia, "LAN", Sheets.Terms);

    public static TheoryData<Viewer, bool, string> Refused => new()
    {
        { Person(Roles.Planner, "EST", scopes: "*"), false, "TaskTaker" },
        { Person(Roles.Reviewer, scopes: "*"), false, "TaskTaker" },
        { Person(Roles.Planner, scopes: "*"), true, "TaskTakerClosed" },
        { Person(Roles.Planner, scopes: "EST:INF"), false, "TaskTakerScope" },
        { Person(Roles.Planner, scopes: "LVA"), false, "TaskTakerScope" },
        { Person(Roles.Planner, clearance: "unclassified", scopes: "*"), false, "TaskTakerClearance" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Taker_WhoCouldNotAnswer_IsRefused(Viewer taker, bool isClosed, string key) =>
        Assert.Equal(key, Assert.Throws<InputException>(() => TaskRule.RequireTaker(taker, isClosed, OfEstonia, "LAN", Sheets.Terms)).Key);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(731, true)]
    [InlineData(732, false)]
    public void Due_LiesFromTodayToTwoYearsAhead(int days, bool may) =>
        Assert.Equal(may ? null : "TaskDue", Record.Exception(() => TaskRule.RequireDue(Today.AddDays(days), Today)) is InputException refused ? refused.Key : null);

    [Fact]
    public void Due_AtTheEndOfTime_IsRefused()
    {
        Assert.Throws<InputException>(() => TaskRule.RequireDue(DateOnly.MaxValue, Today));
        Assert.Throws<InputException>(() => TaskRule.RequireDue(DateOnly.MinValue, Today));
    }

    [Theory]
    [InlineData(Nil, "", 0, "TaskNilReason")]
    [InlineData(Nil, "  \n ", 0, "TaskNilReason")]
    [InlineData(Answered, "", 2, "TaskLeavesOpen")]
    [InlineData(Answered, "", 0, null)]
    [InlineData(Answered, "No figures before June.", 2, null)]
    public void Reason_IsNeededForNil_AndForWhatStaysOpen(TaskState to, string reason, int open, string? key) =>
        Assert.Equal(key, (Record.Exception(() => TaskRule.RequireReason(to, reason, Progress(open))) as InputException)?.Key);

    [Fact]
    public void Reason_IsKeptOnOneLine_AndOnlyWhereItSaysSomething()
    {
        Assert.Equal("Not ours.", TaskRule.RequireReason(Nil, "  Not\n ours. ", Progress(0)));
        Assert.Equal("", TaskRule.RequireReason(Answered, "Nothing is open.", Progress(0)));
        Assert.Equal("TaskReasonTooLong", Assert.Throws<InputException>(() => TaskRule.Reason(new string('a', 401))).Key);
        Assert.Equal("TaskReasonUnseen", Assert.Throws<InputException>(() => TaskRule.Reason("a\u202eb")).Key);
    }

    [Fact]
    public void Progress_CountsLevelsAndNotApplicable_AndWhatIsWithheld()
    {
        var sheet = Sheets.Scored("JPN", null, null, null, area => area == "LAN" ? Answer.NotAssessed : area == "INF" ? Answer.NotApplicable("none") : Answer.Of(2));
        var opened = new OpenedSheet(sheet.Assessment, [.. sheet.Scores.Where(s => s.Indicator != "REL-1")], ["LAN-2", "REL-1"]);
        var progress = AreaProgress.All(Sheets.Framework, opened).ToDictionary(p => p.Area.Code);
        Assert.Equal((1, 5), (progress["LAN"].Answered, progress["LAN"].Of));
        Assert.Equal(["LAN-1", "LAN-3", "LAN-4", "LAN-5"], progress["LAN"].Open);
        Assert.Empty(progress["INF"].Open);
        Assert.Empty(progress["REL"].Open);
    }

    [Fact]
    public void Progress_CountsNothingThatWasCarriedOver_UntilItIsConfirmed()
    {
        var sheet = Sheets.Scored("JPN", null, null, null, area => area == "LAN" ? Answer.CarriedOver(Answer.Of(3)) : Answer.Of(2));
        var progress = AreaProgress.All(Sheets.Framework, new OpenedSheet(sheet.Assessment, sheet.Scores, [])).ToDictionary(p => p.Area.Code);
        Assert.Equal((0, 5), (progress["LAN"].Answered, progress["LAN"].Of));
        Assert.Empty(progress["INF"].Open);
    }

    private static AreaProgress Progress(int open) => new(Sheets.Framework, Sheets.Framework.Areas[0], [.. Sheets.Framework.Areas[0].Indicators.Take(open).Select(i => i.Code)]);
}
