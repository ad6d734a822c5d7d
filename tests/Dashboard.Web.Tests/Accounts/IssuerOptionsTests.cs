using Dashboard.Core;
using Dashboard.Core.Release;
using Microsoft.Extensions.Configuration;

namespace Dashboard.Web.Tests.Accounts;

public sealed class IssuerOptionsTests
{
    [Fact]
    public void Section_ThatIsNotThere_IsNone() => Assert.Null(Of([]).OpenIdConnect);

    [Fact]
    public void Section_WithTheLeast_HasDefaults()
    {
        var issuer = Of(Least).OpenIdConnect!;
        Assert.Equal(("login.example", "openid profile", "nation", "clearance", "roles", "scopes"), (issuer.Title, issuer.Scope, issuer.NationClaim, issuer.ClearanceClaim, issuer.RolesClaim, issuer.ScopesClaim));
        Assert.True(issuer.Terms(ClassificationLadder.Default) is { FirstAdministrator: false, RoleMap.IsEmpty: true, ClearanceMap.IsEmpty: true });
    }

    [Fact]
    public void Maps_AreRead_WithOurWordsChecked()
    {
        var issuer = Of([.. Least, ("RoleMap:cyber-plans", "Planner, reviewer"), ("RoleMap:everybody", ""), ("ClearanceMap:himitsu", "SECRET"), ("Name", "National Login"), ("FirstAdministrator", "true")]).OpenIdConnect!;
        var terms = issuer.Terms(ClassificationLadder.Default);
        Assert.Equal("National Login", issuer.Title);
        Assert.Equal((Roles.Planner | Roles.Reviewer, Roles.None, "secret", true), (terms.RoleMap["cyber-plans"], terms.RoleMap["everybody"], terms.ClearanceMap["himitsu"], terms.FirstAdministrator));
    }

    [Fact]
    public void Demonstration_HasNoIssuer() => Assert.Null((Of(Least) with { Demo = true }).Issuer);

    [Theory]
    [InlineData("Authority", "", "Authority must be the issuer's https address")]
    [InlineData("Authority", "login.example", "and is 'login.example'")]
    [InlineData("Authority", "http://login.example", "Authority must be the issuer's https address")]
    [InlineData("Authority", "https://me:secret@login.example", "Authority must be the issuer's https address")]
    [InlineData("Authority", "https://login.example?tenant=1", "Authority must be the issuer's https address")]
    [InlineData("ClientId", "", "ClientId is missing")]
    [InlineData("ClientSecret", " ", "ClientSecret is missing")]
    [InlineData("NationClaim", "", "NationClaim is missing")]
    [InlineData("Scope", "profile", "Scope must hold 'openid'")]
    [InlineData("RoleMap:heads", "king", "RoleMap: Unknown role 'king': choose one of planner, reviewer")]
    [InlineData("ClearanceMap:himitsu", "cosmic", "ClearanceMap: Unknown classification 'cosmic': choose one of unclassified")]
    [InlineData("FirstAdministrator", "perhaps", "FirstAdministrator must be true or false")]
    [InlineData("NationClam", "land", "'NationClam' is none of its settings: Authority, ClientId")]
    public void Section_ThatCannotBeUsed_SaysWhy(string name, string value, string why)
    {
        var fault = Assert.Throws<InputException>(() => Of([.. Least.Where(pair => pair.Name != name), (name, value)]));
        Assert.StartsWith("The configuration 'OpenIdConnect' cannot be used: ", fault.Message);
        Assert.Contains(why, fault.Message);
        Assert.DoesNotContain("a secret", fault.Message);
    }

    private static readonly (string Name, string Value)[] Least = [("Authority", "https://login.example"), ("ClientId", "dashboard"), ("ClientSecret", "a secret")];

    private static Settings Of((string Name, string Value)[] pairs) => Settings.From(
        new ConfigurationBuilder().AddInMemoryCollection(pairs.ToDictionary(p => $"OpenIdConnect:{p.Name}", p => (string?)p.Value)).Build(), null, demo: false);
}
