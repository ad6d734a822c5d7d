using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Forms;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Forms;
using Dashboard.Data.Storage;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Incoming;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Forms;

/// <summary>A file that somebody gave and that was accepted as a form, not kept yet.</summary>
/// <param name="FileName">Its name.</param>
/// <param name="Bytes">The whole of it.</param>
/// <param name="Check">What was found in it.</param>
/// <param name="Framework">By whose words it was read.</param>
public sealed record GivenForm(string FileName, byte[] Bytes, FormCheck Check, Framework Framework);

/// <summary>Looks at files that are to be forms, and keeps them, each time with the rights that whoever acts has at that moment.</summary>
internal sealed partial class FormDesk(FileReader reader, FormStore store, CatalogStore catalog, DatabaseOptions options, ILogger<FormDesk> log)
{
    /// <summary>All forms.</summary>
    /// <exception cref="InputException">Whoever asks may not change them, or is signed out.</exception>
    public async Task<ImmutableArray<ListedForm>> ListAsync(Func<Task<Viewer?>> acting) => await store.ListAsync(await WhoAsync(acting));

    /// <summary>Reads a file; nothing is kept.</summary>
    /// <exception cref="InputException">It is refused.</exception>
    public async Task<GivenForm> LookAsync(Func<Task<Viewer?>> acting, string name, byte[] bytes)
    {
        // Who may not keep it has no file read for them.
        await ListAsync(acting);
        var framework = await FrameworkAsync(catalog);
        return new GivenForm(InputException.Shorten(name), bytes, await FormTemplate.CheckAsync(reader, name, bytes, new FormVocabulary(framework)), framework);
    }

    /// <summary>Keeps, replaces or removes.</summary>
    /// <exception cref="InputException">It is refused, or cannot be stored just now.</exception>
    public async Task DoAsync(Func<Task<Viewer?>> acting, Func<FormStore, Viewer, Task> act)
    {
        try
        {
            await act(store, await WhoAsync(acting));
        }
        catch (Exception fault) when (StorageFaults.Explain(fault, options) is { } why && fault is not InputException)
        {
            LogNotDone(fault);
            throw new InputException(Words.Get("Forms.NotSaved", why), fault);
        }
    }

    /// <summary>By whose words forms are read: the framework of the latest cycle, before there is one the built-in.</summary>
    public static async Task<Framework> FrameworkAsync(CatalogStore catalog) =>
        (await catalog.CyclesAsync()) is [.., var latest] ? await catalog.FrameworkAsync(latest) : FrameworkJson.BuiltIn;

    private static async Task<Viewer> WhoAsync(Func<Task<Viewer?>> acting) => await acting() ?? throw InputException.Of("SignedOut");

    [LoggerMessage(LogLevel.Error, "A form could not be kept")]
    private partial void LogNotDone(Exception fault);
}
