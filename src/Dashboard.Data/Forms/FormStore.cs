using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Audit;
using Dashboard.Core.Forms;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Forms;

/// <summary>
/// An alliance's own forms. Only administrators of the home nation change them; whoever reads scores fills them. That a file is a form, whoever
/// gives it has found out before.
/// </summary>
public sealed class FormStore(IDbContextFactory<DashboardContext> contexts, AuditedWrites writes, TimeProvider clock)
{
    /// <summary>All forms by code, with who gave them.</summary>
    /// <exception cref="InputException">Only those are told who change forms.</exception>
    public async Task<ImmutableArray<ListedForm>> ListAsync(Viewer viewer, CancellationToken cancel = default)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        await CatalogStore.RequireManagerAsync(context, viewer, cancel);
        return [.. await context.Forms.AsNoTracking().OrderBy(f => f.Code).Select(f => new ListedForm(f.Code, f.Name, f.File.Length, f.Hash, f.ChangedBy, f.ChangedAt)).ToListAsync(cancel)];
    }

    /// <summary>The forms that somebody who reads scores can choose, by code.</summary>
    /// <exception cref="InputException">The viewer reads no scores.</exception>
    public async Task<ImmutableArray<OfferedForm>> OfferedAsync(Viewer viewer, CancellationToken cancel = default)
    {
        ReleaseRule.RequireReader(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return [.. await OfferedAsync(context, cancel)];
    }

    /// <summary>A form with its file, to be filled.</summary>
    /// <exception cref="InputException">The viewer reads no scores, or there is no such form.</exception>
    public async Task<Form> OpenAsync(Viewer viewer, string code, CancellationToken cancel = default)
    {
        ReleaseRule.RequireReader(viewer);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await FindAsync(context, code, cancel);
    }

    /// <summary>Adds a form.</summary>
    /// <exception cref="InputException">No right to it, or as <see cref="FormRule.Found"/>.</exception>
    public Task<Form> AddAsync(Viewer viewer, string code, string name, byte[] file, CancellationToken cancel = default) => WriteAsync(viewer, async (context, trail) =>
    {
        var form = FormRule.Found(await OfferedAsync(context, cancel), code, name, file, viewer.Name, Now);
        context.Forms.Add(form);
        trail.Record(new AuditFact("form-added", form.Code, null, Of(form)));
        return form;
    }, cancel);

    /// <summary>Puts another file in the place of a form's.</summary>
    /// <param name="viewer">Who does.</param>
    /// <param name="code">Code of the form.</param>
    /// <param name="seen">The hash of the file that is there, as it was seen.</param>
    /// <param name="file">The new file.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">No right to it, no such form, it was changed meanwhile, or the file is too large.</exception>
    public Task<Form> ReplaceAsync(Viewer viewer, string code, string seen, byte[] file, CancellationToken cancel = default) => WriteAsync(viewer, async (context, trail) =>
    {
        var form = await SeenAsync(context, code, seen, cancel);
        var replaced = FormRule.Replace(form, file, viewer.Name, Now);
        // The same file again is no change.
        if (replaced.Hash == form.Hash)
            return form;
        context.Forms.Update(replaced);
        trail.Record(new AuditFact("form-replaced", form.Code, Of(form), Of(replaced)));
        return replaced;
    }, cancel);

    /// <summary>Takes a form away.</summary>
    /// <inheritdoc cref="ReplaceAsync"/>
    public Task<Form> RemoveAsync(Viewer viewer, string code, string seen, CancellationToken cancel = default) => WriteAsync(viewer, async (context, trail) =>
    {
        var form = await SeenAsync(context, code, seen, cancel);
        context.Forms.Remove(form);
        trail.Record(new AuditFact("form-removed", form.Code, Of(form), null));
        return form;
    }, cancel);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static async Task<List<OfferedForm>> OfferedAsync(DashboardContext context, CancellationToken cancel) =>
        await context.Forms.AsNoTracking().OrderBy(f => f.Code).Select(f => new OfferedForm(f.Code, f.Name)).ToListAsync(cancel);

    private static async Task<Form> FindAsync(DashboardContext context, string code, CancellationToken cancel)
    {
        var kept = FormRule.Require([.. (await OfferedAsync(context, cancel)).Select(form => form.Code)], code);
        return await context.Forms.AsNoTracking().SingleAsync(form => form.Code == kept, cancel);
    }

    private static async Task<Form> SeenAsync(DashboardContext context, string code, string seen, CancellationToken cancel) =>
        await FindAsync(context, code, cancel) is var form && form.Hash == seen ? form : throw InputException.Of("FormChanged", form.Code);

    // The audit says which file it was, and does not keep it.
    private static object Of(Form form) => new { form.Name, form.Hash };

    private Task<T> WriteAsync<T>(Viewer viewer, Func<DashboardContext, AuditTrail, Task<T>> work, CancellationToken cancel) =>
        writes.RunAsync(viewer, async (context, trail) =>
        {
            await CatalogStore.RequireManagerAsync(context, viewer, cancel);
            return await work(context, trail);
        }, cancel);
}
