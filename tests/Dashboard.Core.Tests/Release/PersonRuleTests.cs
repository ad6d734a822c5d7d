using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public sealed class PersonRuleTests
{
    private static readonly string[] Areas = ["LAN", "INF"];

    [Theory]
    [InlineData("Aoki", "Aoki")]
    [InlineData("  青木　花子 ", "青木 花子")]
    [InlineData("Élodie\tde  La Tour", "Élodie de La Tour")]
    [InlineData("E\u0301lodie", "Élodie")]
    [InlineData("Readers", "Readers")]
    public void Name_IsTrimmedWithSingleSpaces(string given, string kept) => Assert.Equal(kept, PersonRule.Name(given));

    [Theory]
    [InlineData("")]
    [InlineData(" \t\u3000")]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901")]
    [InlineData("Ao\u0007ki")]
    [InlineData("Ao\u200bki")]
    [InlineData("Ao\u202eki")]
    [InlineData("Ao\ud800ki")]
    [InlineData("Ao\ue000ki")]
    [InlineData("\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa\ufdfa")]
    public void Name_ThatCannotBeToldApart_IsRefused(string given) =>
        Assert.Contains("cannot be a person's name", Assert.Throws<InputException>(() => PersonRule.Name(given)).Message);

    [Theory]
    [InlineData("operator")]
    [InlineData("Nobody")]
    [InlineData("ｏｐｅｒａｔｏｒ")]
    [InlineData("Reader JPN")]
    public void Name_ThatTheProgramActsUnder_IsRefused(string given) =>
        Assert.Contains("program itself acts under", Assert.Throws<InputException>(() => PersonRule.Name(given)).Message);

    [Fact]
    public void Name_OfSixtyCharacters_IsTheLongest() => Assert.Equal(60, PersonRule.Name(new string('ä', 60)).Length);

    [Theory]
    [InlineData("aoki", "AOKI")]
    [InlineData("Ａｏｋｉ", "aoki")]
    [InlineData("青木　花子", "青木 花子")]
    [InlineData("e\u0301", "É")]
    public void Key_IsTheSame_HoweverANameIsTyped(string one, string other) => Assert.Equal(PersonRule.KeyOf(one), PersonRule.KeyOf(other));

    [Fact]
    public void Require_SpellsRightsAsTheyAreKept()
    {
        var kept = PersonRule.Require(new Viewer(" Aoki ", "jpn", "SECRET", Roles.Planner, [new Scope("est", ["lan", "LAN"]), Scope.Everything]), ClassificationLadder.Default, Areas);
        Assert.Equal("JPN secret planner EST:LAN *", kept.RightsText);
        Assert.Equal("Aoki", kept.Name);
    }

    [Fact]
    public void Require_GivesScopesToPlannersOnly() =>
        Assert.Equal("JPN secret executive", PersonRule.Require(new Viewer("Aoki", "JPN", "secret", Roles.Executive, [Scope.Everything]), ClassificationLadder.Default, Areas).RightsText);

    [Theory]
    [InlineData("JPX", "secret", Roles.Planner, "*", "Unknown country 'JPX'")]
    [InlineData("JPN", "cosmic", Roles.Planner, "*", "Unknown classification 'cosmic'")]
    [InlineData("JPN", "secret", Roles.None, "*", "at least one role: choose from planner, reviewer")]
    [InlineData("JPN", "secret", Roles.Planner, "ESX", "Unknown country 'ESX'")]
    [InlineData("JPN", "secret", Roles.Planner, "EST:LAN,XYZ", "Unknown area 'XYZ': choose one of LAN, INF")]
    public void Require_OfWhatCannotBeGiven_SaysWhy(string nation, string clearance, Roles roles, string scope, string why)
    {
        var given = new Viewer("Aoki", nation, clearance, roles, [Scope.Parse(scope)]);
        Assert.Contains(why, Assert.Throws<InputException>(() => PersonRule.Require(given, ClassificationLadder.Default, Areas)).Message);
    }

    [Fact]
    public void Require_OfAPlannerResponsibleForNothing_SaysWhy() => Assert.Contains("responsible for", Assert.Throws<InputException>(
        () => PersonRule.Require(new Viewer("Aoki", "JPN", "secret", Roles.Planner, []), ClassificationLadder.Default, Areas)).Message);

    [Theory]
    [InlineData(Roles.Administrator, true)]
    [InlineData(Roles.Administrator | Roles.Executive, true)]
    [InlineData(Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive | Roles.Auditor, false)]
    [InlineData(Roles.None, false)]
    public void Manager_IsAnAdministrator(Roles roles, bool may)
    {
        var fault = Record.Exception(() => PersonRule.RequireManager(new Viewer("Aoki", "JPN", "secret", roles, [Scope.Everything])));
        Assert.Equal(may, fault is null);
        Assert.True(may || fault is InputException);
    }

    [Theory]
    [InlineData(Roles.Administrator, 0, false)]
    [InlineData(Roles.Administrator, 1, true)]
    [InlineData(Roles.Planner, 0, true)]
    public void LastAdministrator_Stays(Roles roles, int others, bool may) =>
        Assert.Equal(may, Record.Exception(() => PersonRule.RequireAnotherAdministrator(new Viewer("Aoki", "JPN", "secret", roles, []), others)) is null);

    [Fact]
    public void Nobody_MaySeeAndDoNothing()
    {
        var nobody = Viewer.Nobody("JPN");
        Assert.False(nobody.ReadsScores || nobody.WorksOnAssessments || nobody.ManagesAccounts);
        Assert.False(ClassificationLadder.Default.Reaches(nobody.Clearance, "unclassified"));
    }
}
