using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Accounts;
using Dashboard.Web.Start;

namespace Dashboard.Web.Tests.Start;

public sealed class AdministratorTasksTests
{
    private static readonly DateTime Later = new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Cycle Open = new("2026", new DateOnly(2026, 6, 30), "AICR", "1.0");
    private static readonly Account[] Whole = [Of("Kaja", Roles.Administrator), Of("Sato", Roles.Administrator), Of("Hanako", Roles.Planner | Roles.Reviewer)];

    public AdministratorTasksTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

    [Fact]
    public void Tasks_OfAWholeInstallation_AreNone() => Assert.Empty(AdministratorTasks.Of("JPN", [Open], Whole));

    [Fact]
    public void Tasks_OfANewInstallation_AreACycleAndPeople() =>
        Assert.Equal([("Add the first cycle", "/cycles"), ("Invite the first people", "/people")], AdministratorTasks.Of("JPN", [], Whole[..1]).Select(task => (task.Title, task.Address!)));

    [Fact]
    public void Cycles_AllPublished_AskForTheNext_ByTheNewest()
    {
        var published = Open with { Published = Later };
        var task = Assert.Single(AdministratorTasks.Of("JPN", [published, published with { Code = "2025", AsOf = new DateOnly(2025, 6, 30) }], Whole));
        Assert.Contains("The newest, 2026, is published", task.Text);
        Assert.Empty(AdministratorTasks.Of("JPN", [published, Open with { Code = "2027" }], Whole));
    }

    [Fact]
    public void Roles_ThatNobodyOfTheHomeNationHas_AreNamed() =>
        Assert.Equal(["Nobody assesses Estonia", "Nobody approves for Estonia", "Make a second administrator"], Titles("EST", Whole[1..]));

    [Fact]
    public void Closed_AccountsDoNotCount() =>
        Assert.Equal(["Nobody assesses Japan", "Nobody approves for Japan"], Titles("JPN", [.. Whole[..2], Whole[2] with { State = AccountState.Closed }]));

    [Fact]
    public void People_WhoAreLockedOrWait_AreNamed()
    {
        var tasks = AdministratorTasks.Of("JPN", [Open],
        [
            .. Whole, Of("Mari", Roles.Executive, AccountState.Locked), Of("Ken", Roles.Executive, AccountState.Invited),
            Of("Jaan", Roles.Executive, AccountState.Invited) with { LinkUntil = Later }, Of("Aiko", Roles.Executive, AccountState.Invited) with { LinkUntil = Later },
        ]).ToList();
        Assert.Equal(["Locked: 1", "Invited, and the link has run out: 1", "Invited, not yet come: 2"], tasks.Select(task => task.Title));
        Assert.StartsWith("Jaan, Aiko. ", tasks[2].Text);
    }

    [Fact]
    public void Names_BeyondFive_AreLeftOut()
    {
        var waiting = Enumerable.Range(1, 7).Select(n => Of($"P{n}", Roles.Executive, AccountState.Invited) with { LinkUntil = Later });
        Assert.Contains("P4, P5 ….", Assert.Single(AdministratorTasks.Of("JPN", [Open], [.. Whole, .. waiting])).Text);
    }

    private static IEnumerable<string> Titles(string home, Account[] accounts) => AdministratorTasks.Of(home, [Open], accounts).Select(task => task.Title);

    private static Account Of(string name, Roles roles, AccountState state = AccountState.Open) =>
        new(new Viewer(name, "JPN", "secret", roles, roles.HasFlag(Roles.Planner) ? [Scope.Everything] : []), state);
}
