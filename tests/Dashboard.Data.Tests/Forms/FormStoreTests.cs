using Dashboard.Core;
using Dashboard.Core.Forms;
using Dashboard.Core.Release;
using Dashboard.Data.Audit;
using Dashboard.Data.Forms;
using Dashboard.Data.Tests.Storage;

namespace Dashboard.Data.Tests.Forms;

public abstract class FormStoreTests<THost> : StoreTests<THost> where THost : IDatabaseHost, new()
{
    private static readonly Viewer Reader = Viewer.Reader("EST", "unclassified");

    private FormStore Store => Get<FormStore>();

    [Fact]
    public async Task AForm_IsKeptWhole_Offered_Replaced_AndRemoved_EachStandsInTheAudit()
    {
        var before = (await Get<AuditStore>().HeadAsync(Operator)).Sequence;
        byte[] file = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i * 31))];
        var form = await Store.AddAsync(Operator, "rsf", "Readiness submission form", file);
        Assert.Equal([new OfferedForm("RSF", "Readiness submission form")], await Store.OfferedAsync(Reader));
        Assert.Equal(file, (await Store.OpenAsync(Reader, "Rsf")).File);
        var listed = Assert.Single(await Store.ListAsync(Operator));
        Assert.Equal((file.Length, form.Hash, Operator.Name), (listed.Bytes, listed.Hash, listed.ChangedBy));
        var replaced = await Store.ReplaceAsync(Operator, "RSF", form.Hash, [1, 2]);
        Assert.Equal([1, 2], (await Store.OpenAsync(Reader, "RSF")).File);
        await Store.RemoveAsync(Operator, "RSF", replaced.Hash);
        Assert.Empty(await Store.OfferedAsync(Reader));
        await using var context = Context();
        Assert.Equal(["form-added RSF", "form-replaced RSF", "form-removed RSF"], context.AuditEntries.Where(e => e.Sequence > before).OrderBy(e => e.Sequence).Select(e => e.Action + " " + e.Subject));
    }

    [Fact]
    public async Task WhoComesSecond_IsTold_AndOverwritesNothing()
    {
        var form = await Store.AddAsync(Operator, "RSF", "Form", [1]);
        await Store.ReplaceAsync(Operator, "RSF", form.Hash, [2]);
        Assert.Equal("FormChanged", (await Assert.ThrowsAsync<InputException>(() => Store.ReplaceAsync(Operator, "RSF", form.Hash, [3]))).Key);
        Assert.Equal("FormChanged", (await Assert.ThrowsAsync<InputException>(() => Store.RemoveAsync(Operator, "RSF", form.Hash))).Key);
        Assert.Equal([2], (await Store.OpenAsync(Reader, "RSF")).File);
        Assert.Equal("FormTaken", (await Assert.ThrowsAsync<InputException>(() => Store.AddAsync(Operator, "RSF", "Another", [1]))).Key);
    }

    // The names of who gave a form are for those who look after forms; whoever reads no scores fills none.
    [Fact]
    public async Task Lists_AreForWhomTheyAre()
    {
        await Store.AddAsync(Operator, "RSF", "Form", [1]);
        Assert.True((await Assert.ThrowsAsync<InputException>(() => Store.ListAsync(Reader))).IsAboutRights);
        var administrator = new Viewer("Kaja", "JPN", "secret", Roles.Administrator, []);
        Assert.Single(await Store.ListAsync(administrator));
        await Assert.ThrowsAsync<InputException>(() => Store.OfferedAsync(administrator));
        await Assert.ThrowsAsync<InputException>(() => Store.OpenAsync(administrator, "RSF"));
    }
}

public sealed class FormStoreOnSqlite : FormStoreTests<SqliteHost>;

[Collection(SqlServerHost.Collection)]
public sealed class FormStoreOnSqlServer : FormStoreTests<SqlServerHost>;
