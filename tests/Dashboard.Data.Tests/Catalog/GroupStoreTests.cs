using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Audit;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Tests.Catalog;

public abstract class GroupStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private const string Code = "NB8";
    private static readonly Names Names = new("Nordic-Baltic Eight", "北欧バルト8", "");
    private static readonly Membership Estonia = new("EST", MembershipRole.Member, new DateOnly(1992, 1, 1));
    private static readonly Viewer Kaja = new("Kaja", "JPN", "unclassified", Roles.Administrator, []);

    private GroupStore Store => Get<GroupStore>();

    [Fact]
    public async Task Group_IsAdded_FilledAndRenamed_AndEachStepStandsInTheAudit()
    {
        await Store.AddAsync(Kaja, "nb8", Names);
        await Store.ChangeMembershipAsync(Kaja, Code, null, Estonia);
        await Store.ChangeMembershipAsync(Kaja, Code, Estonia, Estonia with { To = new DateOnly(2027, 1, 1) });
        await Store.RenameAsync(Kaja, Code, Names, new Names("NB8"));
        await Store.ChangeMembershipAsync(Kaja, Code, Estonia with { To = new DateOnly(2027, 1, 1) }, null);
        Assert.Equal((new Names("NB8"), 0), (await ReadAsync() is var group ? group.Names : null, group.Memberships.Length));
        await Store.RemoveAsync(Kaja, Code);
        Assert.DoesNotContain(await Get<CatalogStore>().GroupsAsync(), g => g.Code == Code);
        var auditor = new Viewer("Sato", "JPN", "unclassified", Roles.Auditor, []);
        var entries = (await Get<AuditReader>().PageAsync(auditor, new AuditFilter { Actor = "Kaja" }, new AuditPlace())).Entries.OrderBy(e => e.Sequence).ToList();
        Assert.Equal(
            ["group-added NB8", "membership-added NB8/EST", "membership-changed NB8/EST", "group-renamed NB8", "membership-removed NB8/EST", "group-removed NB8"],
            entries.Select(e => $"{e.Action} {e.Subject}"));
        Assert.Equal(["country EST>EST", "role member>member", "begins 1992-01-01>1992-01-01", "ends >2027-01-01"], entries[2].Details!.Changes().Select(c => $"{c.Field} {c.Before}>{c.After}"));
        Assert.Equal(["english Nordic-Baltic Eight>NB8", "japanese 北欧バルト8>", "french >"], entries[3].Details!.Changes().Select(c => $"{c.Field} {c.Before}>{c.After}"));
    }

    [Fact]
    public async Task Membership_OfTwoWritersAtOnce_IsChangedByTheFirst_AndTheSecondIsTold()
    {
        await Store.AddAsync(Kaja, Code, Names);
        await Store.ChangeMembershipAsync(Kaja, Code, null, Estonia);
        var tries = Enumerable.Range(2001, 8).Select(year => Task.Run(async () =>
        {
            try
            {
                await Another<GroupStore>().ChangeMembershipAsync(Kaja, Code, Estonia, Estonia with { To = new DateOnly(year, 1, 1) });
                return "";
            }
            catch (InputException refused)
            {
                return refused.Key!;
            }
        }, TestContext.Current.CancellationToken)).ToList();
        var said = await Task.WhenAll(tries);
        Assert.Equal([.. Enumerable.Repeat("", 1), .. Enumerable.Repeat("MembershipChanged", 7)], said.Order(StringComparer.Ordinal));
        Assert.Equal(new DateOnly(2001 + said.ToList().IndexOf(""), 1, 1), Assert.Single((await ReadAsync()).Memberships).To);
    }

    // Each writes the whole row; none may undo the others' work.
    [Fact]
    public async Task Memberships_ThatSeveralAddAtOnce_AreAllThere()
    {
        await Store.AddAsync(Kaja, Code, Names);
        string[] countries = ["DNK", "EST", "FIN", "ISL", "LVA", "LTU", "NOR", "SWE"];
        await Task.WhenAll(countries.Select(country => Task.Run(() => Another<GroupStore>().ChangeMembershipAsync(Kaja, Code, null, new Membership(country, MembershipRole.Member)), TestContext.Current.CancellationToken)));
        Assert.Equal(countries.Order(), (await ReadAsync()).MembersAt(new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public async Task Rename_OfWhatSomebodyElseRenamed_IsRefused_AndOverwritesNothing()
    {
        await Store.AddAsync(Kaja, Code, Names);
        await Store.RenameAsync(Kaja, Code, Names, new Names("First"));
        Assert.Equal("GroupChanged", await WhyNotAsync(Store.RenameAsync(Kaja, Code, Names, new Names("Second"))));
        Assert.Equal("First", (await ReadAsync()).Names.English);
    }

    [Fact]
    public async Task Change_ThatChangesNothing_LeavesNoEntry()
    {
        await Store.AddAsync(Kaja, Code, Names);
        await Store.ChangeMembershipAsync(Kaja, Code, null, Estonia);
        await using var context = Context();
        var before = await context.AuditEntries.CountAsync();
        await Store.RenameAsync(Kaja, Code, Names, Names);
        await Store.ChangeMembershipAsync(Kaja, Code, Estonia, Estonia);
        Assert.Equal(before, await context.AuditEntries.CountAsync());
    }

    [Fact]
    public async Task Group_ThatAReleaseOrAPartNames_IsCounted_AndStays()
    {
        await Store.AddAsync(Kaja, Code, Names);
        await Store.AddAsync(Kaja, "NB80", new Names("Another"));
        Assert.Equal(0, await Store.ReleasedToAsync(Kaja, Code));
        var approved = await ApprovedAsync("JPN");
        await Get<ReleaseStore>().ReleaseAsync(Operator, approved.Id, "NB8,USA", "");
        Assert.Equal((1, 0), (await Store.ReleasedToAsync(Kaja, Code), await Store.ReleasedToAsync(Kaja, "NB80")));
        Assert.Equal("GroupIsNamed", await WhyNotAsync(Store.RemoveAsync(Kaja, Code)));
        var part = await BeginAsync("FIN", Basis.Estimated);
        await using (var context = Context())
            context.Add(new Evidence { AssessmentId = part.Id, Indicator = "LAN-1", Title = "Report", Source = "Embassy", Date = new DateOnly(2026, 1, 1), Marking = new Marking("secret", ["NB80"]) }).Context.SaveChanges();
        Assert.Equal("GroupIsNamed", await WhyNotAsync(Store.RemoveAsync(Kaja, "NB80")));
        Assert.Equal("MayNotChangeCatalog", await WhyNotAsync(Store.ReleasedToAsync(Kaja with { Nation = "EST" }, Code)));
    }

    // A membership is a release: who joins reads what is released to the group from the next reading on, and who leaves does not.
    [Fact]
    public async Task Membership_DecidesWhoReadsWhatIsReleasedToTheGroup()
    {
        await Store.AddAsync(Kaja, Code, Names);
        await Get<ReleaseStore>().ReleaseAsync(Operator, (await ApprovedAsync("JPN")).Id, Code, "");
        Assert.False(await EstoniaReadsAsync());
        await Store.ChangeMembershipAsync(Kaja, Code, null, Estonia);
        Assert.True(await EstoniaReadsAsync());
        await Store.ChangeMembershipAsync(Kaja, Code, Estonia, Estonia with { Role = MembershipRole.Observer });
        Assert.False(await EstoniaReadsAsync());
    }

    [Fact]
    public async Task Group_OfAnotherNationsAdministrator_IsNotTheirs()
    {
        var foreign = Kaja with { Nation = "EST" };
        Assert.Equal("MayNotChangeCatalog", await WhyNotAsync(Store.AddAsync(foreign, Code, Names)));
        Assert.Equal("MayNotChangeCatalog", await WhyNotAsync(Store.ChangeMembershipAsync(foreign, "FVEY", null, Estonia)));
        Assert.Equal(7, (await Get<CatalogStore>().GroupsAsync()).Length);
    }

    private async Task<bool> EstoniaReadsAsync()
    {
        await using var context = Context();
        var terms = await Get<TermsSource>().OfAsync(context);
        var assessment = await context.Assessments.AsNoTracking().SingleAsync();
        return terms.Withholds(Viewer.Reader("EST", "unclassified"), assessment) is null;
    }

    private async Task<CountryGroup> ReadAsync() => (await Get<CatalogStore>().GroupsAsync()).Single(g => g.Code == Code);

    private async Task<Assessment> ApprovedAsync(string country)
    {
        var begun = await BeginAsync(country);
        Assert.IsType<SaveOutcome.Saved>(await Get<ScoreStore>().SaveAsync(Operator, new CellKey(begun.Id, "LAN-1"), Answer.Of(3), 0, Guid.CreateVersion7(Clock.GetUtcNow())));
        await Get<AssessmentStore>().MoveAsync(Operator, begun.Id, AssessmentStatus.InReview);
        return await Get<AssessmentStore>().MoveAsync(Operator, begun.Id, AssessmentStatus.Approved);
    }

    private static async Task<string?> WhyNotAsync(Task trying) => (await Assert.ThrowsAsync<InputException>(() => trying)).Key;
}

public sealed class GroupStoreOnSqlite : GroupStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class GroupStoreOnSqlServer : GroupStoreTests<SqlServerHost>;
