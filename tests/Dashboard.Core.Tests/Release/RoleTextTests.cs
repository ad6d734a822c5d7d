using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public sealed class RoleTextTests
{
    [Theory]
    [InlineData("", Roles.None)]
    [InlineData("planner", Roles.Planner)]
    [InlineData("planner,reviewer", Roles.Planner | Roles.Reviewer)]
    [InlineData("planner,reviewer,releasing-officer,executive,administrator,auditor", (Roles)63)]
    public void Roles_AreWrittenAndReadTheSame(string text, Roles roles)
    {
        Assert.Equal(text, roles.ToText());
        Assert.Equal(roles, RoleText.Parse(text));
    }

    [Fact]
    public void Parse_OverlooksCaseAndSpaces() => Assert.Equal(Roles.Auditor | Roles.ReleasingOfficer, RoleText.Parse(" Auditor , RELEASING-OFFICER,"));

    [Theory]
    [InlineData("king")]
    [InlineData("none")]
    [InlineData("63")]
    public void Parse_OfNoRole_SaysWhichThereAre(string text) =>
        Assert.StartsWith($"Unknown role '{text}': choose one of planner, reviewer, releasing-officer", Assert.Throws<InputException>(() => RoleText.Parse(text)).Message);

    [Theory]
    [InlineData("*")]
    [InlineData("JPN")]
    [InlineData("JPN:LAN,INF")]
    public void Scope_IsWrittenAndReadTheSame(string text) => Assert.Equal(text, Scope.Parse(text).ToText());

    [Theory]
    [InlineData("")]
    [InlineData(":LAN")]
    [InlineData("JPN:")]
    [InlineData("JPN: ,")]
    public void Scope_Unclear_SaysHowToWriteIt(string text) =>
        Assert.Contains("for example JPN:LAN,INF", Assert.Throws<InputException>(() => Scope.Parse(text)).Message);
}
