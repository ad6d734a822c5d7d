using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Forms;
using Dashboard.Data.Storage;
using Dashboard.Exports.Forms;

namespace Dashboard.Web.Forms;

/// <summary>The invented form of a demonstration, so that its readers find one to fill.</summary>
internal static class DemonstrationForm
{
    /// <summary>Gives the form, unless there is any. Real data takes none.</summary>
    public static async Task EnsureAsync(IServiceProvider services, CancellationToken cancel)
    {
        if (await services.GetRequiredService<InstallationStore>().FindAsync(cancel) is not { IsDemonstration: true } installation)
            return;
        var (store, operating) = (services.GetRequiredService<FormStore>(), Viewer.Operator(installation.HomeNation, services.GetRequiredService<ClassificationLadder>()));
        if ((await store.OfferedAsync(operating, cancel)).IsEmpty)
            await store.AddAsync(operating, SampleForm.Code, SampleForm.Name, SampleForm.Write(FrameworkJson.BuiltIn), cancel);
    }
}
