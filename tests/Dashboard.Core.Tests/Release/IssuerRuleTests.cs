using System.Collections.Immutable;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public sealed class IssuerRuleTests
{
    private static readonly string[] Areas = ["LAN", "INF"];

    private static readonly IssuerTerms Mapped = new()
    {
        RoleMap = ImmutableDictionary<string, Roles>.Empty.Add("cyber-plans", Roles.Planner | Roles.Reviewer).Add("everybody", Roles.None).Add("heads", Roles.Executive),
        ClearanceMap = ImmutableDictionary<string, string>.Empty.Add("himitsu", "secret"),
    };

    private static IssuerClaims Hanako => new("https://login.example", "4711")
    {
        Names = ["Hanako Aoki", "haoki"], Nations = ["JPN"], Clearances = ["secret"], Roles = ["planner", "reviewer"], Scopes = ["JPN:LAN,INF", "*"],
    };

    [Fact]
    public void Claims_BecomeAPersonWithRights() =>
        Assert.Equal(("Hanako Aoki", "JPN secret planner,reviewer JPN:LAN,INF *"), Rights(Read(Hanako)));

    [Fact]
    public void Words_AreTakenAsTheProductSpellsThem() => Assert.Equal(
        ("haoki", "JPN secret planner,reviewer JPN:LAN"),
        Rights(Read(Hanako with { Names = ["", " ", " haoki "], Nations = ["jp"], Clearances = ["SECRET"], Roles = ["Planner,reviewer"], Scopes = ["jpn:lan"] })));

    [Fact]
    public void Planner_WithoutAScope_IsResponsibleForTheirNation() => Assert.Equal("EST secret planner EST", Rights(Read(Hanako with { Nations = ["EST"], Roles = ["planner"], Scopes = [] })).Rights);

    [Fact]
    public void Name_ThatThePersonHasHere_Stays() => Assert.Equal("Hanako Sato", Rights(Read(Hanako with { Names = [] }, knownAs: "Hanako Sato")).Name);

    [Fact]
    public void Maps_SayWhatTheIssuersWordsStandFor() => Assert.Equal(
        "JPN secret planner,reviewer,executive JPN",
        Rights(Read(Hanako with { Clearances = ["himitsu"], Roles = ["everybody", "heads", "cyber-plans"], Scopes = [] }, terms: Mapped)).Rights);

    // A group of the issuer's that happens to be called administrator is not ours.
    [Theory]
    [InlineData("himitsu", "administrator", IssuerRefusal.Role)]
    [InlineData("himitsu", "Cyber-Plans", IssuerRefusal.Role)]
    [InlineData("himitsu", "everybody", IssuerRefusal.Role)]
    [InlineData("secret", "heads", IssuerRefusal.Clearance)]
    public void Maps_ReplaceOurOwnWords(string clearance, string role, IssuerRefusal why) =>
        Assert.Equal(why, Read(Hanako with { Clearances = [clearance], Roles = [role] }, terms: Mapped).Refused);

    [Theory]
    [InlineData("operator", "JPN", "secret", "planner", "JPN", IssuerRefusal.Name)]
    [InlineData("", "JPN", "secret", "planner", "JPN", IssuerRefusal.Name)]
    [InlineData("Hanako", "JPX", "secret", "planner", "JPN", IssuerRefusal.Nation)]
    [InlineData("Hanako", "", "secret", "planner", "JPN", IssuerRefusal.Nation)]
    [InlineData("Hanako", "JPN|EST", "secret", "planner", "JPN", IssuerRefusal.Nation)]
    [InlineData("Hanako", "JPN", "cosmic", "planner", "JPN", IssuerRefusal.Clearance)]
    [InlineData("Hanako", "JPN", "", "planner", "JPN", IssuerRefusal.Clearance)]
    [InlineData("Hanako", "JPN", "secret|restricted", "planner", "JPN", IssuerRefusal.Clearance)]
    [InlineData("Hanako", "JPN", "secret", "planner|king", "JPN", IssuerRefusal.Role)]
    [InlineData("Hanako", "JPN", "secret", "", "JPN", IssuerRefusal.Role)]
    [InlineData("Hanako", "JPN", "secret", "planner", "JPN|JPX", IssuerRefusal.Scope)]
    [InlineData("Hanako", "JPN", "secret", "planner", "JPN:XYZ", IssuerRefusal.Scope)]
    [InlineData("Hanako", "JPN", "secret", "planner", ":LAN", IssuerRefusal.Scope)]
    public void Claims_ThatAreNotWholeAndKnown_MakeNobody(string name, string nation, string clearance, string role, string scope, IssuerRefusal why)
    {
        var reading = Read(new IssuerClaims("https://login.example", "4711") { Names = Several(name), Nations = Several(nation), Clearances = Several(clearance), Roles = Several(role), Scopes = Several(scope) });
        Assert.Null(reading.Person);
        Assert.Equal(why, reading.Refused);
    }

    [Fact]
    public void Refusal_HoldsWhatWasStated() => Assert.Equal("JPN, EST", Read(Hanako with { Nations = ["JPN", "EST"] }).Given);

    [Theory]
    [InlineData(128, 255, true)]
    [InlineData(0, 4, false)]
    [InlineData(129, 4, false)]
    [InlineData(20, 0, false)]
    [InlineData(20, 256, false)]
    public void Subject_IsKeptWhole_OrNotAtAll(int issuer, int subject, bool kept) =>
        Assert.Equal(kept ? null : IssuerRefusal.Subject, Read(Hanako with { Issuer = new string('i', issuer), Subject = new string('s', subject) }).Refused);

    [Fact]
    public void Subject_OfBlanks_IsNone() => Assert.Equal(IssuerRefusal.Subject, Read(Hanako with { Subject = " " }).Refused);

    [Theory]
    [InlineData(true, Roles.Administrator, true)]
    [InlineData(true, Roles.Executive, false)]
    [InlineData(false, Roles.Administrator, false)]
    public void First_IsAnAdministrator_WhereTheOperatorSaysSo(bool configured, Roles roles, bool may) =>
        Assert.Equal(may, IssuerRule.MayBeFirst(new Viewer("Aoki", "JPN", "secret", roles, []), new IssuerTerms { FirstAdministrator = configured }));

    [Fact]
    public void Rights_ThatAnIssuerStates_AreNotSetHere()
    {
        PersonRule.RequireKeptHere("Aoki", null);
        Assert.Contains("Aoki signs in through https://login.example", Assert.Throws<InputException>(() => PersonRule.RequireKeptHere("Aoki", "https://login.example")).Message);
    }

    private static ImmutableArray<string> Several(string text) => [.. text.Split('|', StringSplitOptions.RemoveEmptyEntries)];

    private static (string Name, string Rights) Rights(IssuerReading reading) => (reading.Person!.Name, reading.Person.RightsText);

    private static IssuerReading Read(IssuerClaims claims, string? knownAs = null, IssuerTerms? terms = null) =>
        IssuerRule.Read(claims, knownAs, terms ?? new IssuerTerms(), ClassificationLadder.Default, Areas);
}
