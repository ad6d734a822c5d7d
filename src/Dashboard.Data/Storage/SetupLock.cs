using Dashboard.Core;

namespace Dashboard.Data.Storage;

/// <summary>Lets one process at a time set up an embedded database. The system frees it when its holder ends, however it ends; the file stays, so that nobody can hold a removed one.</summary>
internal static class SetupLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <exception cref="InputException">Another process held it for a minute.</exception>
    public static async Task<IDisposable> TakeAsync(string database, TimeProvider clock, CancellationToken cancel)
    {
        var path = database + ".setup";
        var start = clock.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path) && clock.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(Pause, clock, cancel);
            }
            catch (IOException fault) when (File.Exists(path))
            {
                throw new InputException($"Another process has been setting up '{database}' for a minute: wait for it, or end it.", fault);
            }
        }
    }
}
