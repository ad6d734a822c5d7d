using Dashboard.Core;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Catalog;

public abstract class CatalogStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private CatalogStore Store => Get<CatalogStore>();

    [Fact]
    public async Task Groups_OfANewInstallation_AreTheBuiltInOnes()
    {
        var groups = await Store.GroupsAsync();
        Assert.Equal(["AUKUS", "CCDCOE", "EU", "FVEY", "JP-US", "NATO", "QUAD"], groups.Select(g => g.Code));
        var nato = groups.Single(g => g.Code == "NATO");
        Assert.Equal((31, 32), (nato.MembersAt(new DateOnly(2024, 3, 6)).Length, nato.MembersAt(new DateOnly(2024, 3, 7)).Length));
    }

    [Fact]
    public async Task AddFramework_OfANewVersion_MakesTheChoiceNecessary()
    {
        await Store.AddFrameworkAsync(Operator, FrameworkJson.BuiltInText.Replace("\"version\": \"1.0\"", "\"version\": \"1.1\""));
        var fault = await Assert.ThrowsAsync<InputException>(() => Store.AddCycleAsync(Operator, "2027", new DateOnly(2027, 6, 30), null));
        Assert.Contains("'AICR 1.0', 'AICR 1.1'", fault.Message);
        Assert.Equal("1.1", (await Store.AddCycleAsync(Operator, "2027", new DateOnly(2027, 6, 30), "AICR 1.1")).FrameworkVersion);
    }

    [Fact]
    public async Task Frameworks_AreAllThatAreStored()
    {
        await Store.AddFrameworkAsync(Operator, FrameworkJson.BuiltInText.Replace("\"version\": \"1.0\"", "\"version\": \"1.1\""));
        Assert.Equal(["AICR 1.0", "AICR 1.1"], (await Store.FrameworksAsync()).Select(f => f.Edition));
    }

    // It freezes every nation's assessments, and opens the next cycle to all of them.
    [Fact]
    public async Task Cycle_IsNoOtherNationsAdministratorsToAddOrPublish()
    {
        var foreign = new Viewer("Kaja", "EST", "secret", Roles.Administrator, []);
        await Store.AddCycleAsync(foreign with { Nation = "JPN" }, "2027", new DateOnly(2027, 6, 30), null);
        Assert.Equal("MayNotChangeCatalog", (await Assert.ThrowsAsync<InputException>(() => Store.AddCycleAsync(foreign, "2028", new DateOnly(2028, 6, 30), null))).Key);
        Assert.Equal("MayNotChangeCatalog", (await Assert.ThrowsAsync<InputException>(() => Store.PublishAsync(foreign, "2027"))).Key);
        Assert.Equal("MayNotChangeCatalog", (await Assert.ThrowsAsync<InputException>(() => Store.UnapprovedAsync(foreign, "2027"))).Key);
        Assert.Null((await Store.CyclesAsync()).Single(c => c.Code == "2027").Published);
    }

    [Fact]
    public async Task AddFramework_ThatIsStored_IsRefused() =>
        Assert.Contains("already stored", (await Assert.ThrowsAsync<InputException>(() => Store.AddFrameworkAsync(Operator, FrameworkJson.BuiltInText))).Message);

    [Theory]
    [InlineData("2026", "exists already")]
    [InlineData("b", "exists already")]
    [InlineData("", "cannot name a cycle")]
    [InlineData("20/26", "cannot name a cycle")]
    public async Task AddCycle_OfANameThatCannotBe_SaysWhy(string code, string why) =>
        Assert.Contains(why, (await Assert.ThrowsAsync<InputException>(async () =>
        {
            await Store.AddCycleAsync(Operator, "B", new DateOnly(2025, 6, 30), null);
            await Store.AddCycleAsync(Operator, code, new DateOnly(2027, 6, 30), null);
        })).Message);

    [Fact]
    public async Task Publish_Twice_IsRefused()
    {
        Assert.Equal(Clock.GetUtcNow().UtcDateTime, (await Store.PublishAsync(Operator, CycleCode)).Published);
        Assert.Contains("has been published", (await Assert.ThrowsAsync<InputException>(() => Store.PublishAsync(Operator, CycleCode))).Message);
    }

    [Fact]
    public async Task Change_ByWhoeverIsNoAdministrator_IsRefused()
    {
        var planner = Planner("Aoki");
        await Assert.ThrowsAsync<InputException>(() => Store.PublishAsync(planner, CycleCode));
        await Assert.ThrowsAsync<InputException>(() => Store.AddFrameworkAsync(Viewer.Reader("JPN", "secret"), FrameworkJson.BuiltInText));
        Assert.Null((await Store.CyclesAsync()).Single().Published);
    }
}

public sealed class CatalogStoreOnSqlite : CatalogStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class CatalogStoreOnSqlServer : CatalogStoreTests<SqlServerHost>;
