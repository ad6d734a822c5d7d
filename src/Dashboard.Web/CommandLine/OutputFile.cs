using Dashboard.Core;

namespace Dashboard.Web.CommandLine;

/// <summary>A file that a command writes: whole or not at all.</summary>
internal sealed class OutputFile
{
    private OutputFile(string path) => Path = path;

    /// <summary>The whole path.</summary>
    public string Path { get; }

    /// <summary>Looks at the place before any work is done.</summary>
    /// <exception cref="InputException">The file cannot be written there.</exception>
    public static OutputFile At(string given)
    {
        if (string.IsNullOrWhiteSpace(given))
            throw new InputException("The file to write has no name: give one with --output, for example briefing.xlsx.");
        var path = System.IO.Path.GetFullPath(given);
        var folder = System.IO.Path.GetDirectoryName(path);
        if (Directory.Exists(path) || folder is null)
            throw new InputException($"'{path}' is a folder: name a file in it with --output, for example {System.IO.Path.Combine(path, "briefing.xlsx")}.");
        if (!Directory.Exists(folder))
            throw new InputException($"'{path}' cannot be written because the folder '{folder}' does not exist: make it, or choose another file with --output.");
        // What is written is put in the place of what was there, and a device must not be replaced.
        if (!OperatingSystem.IsWindows() && path.StartsWith("/dev/", StringComparison.Ordinal))
            throw new InputException($"'{path}' is a device: choose a file with --output.");
        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw new InputException($"'{path}' may not be changed: make it writable, or choose another file with --output.");
        return new OutputFile(path);
    }

    /// <summary>Writes beside the file and puts it in its place when all of it is on the disk.</summary>
    /// <exception cref="InputException">The folder or the disk refuses.</exception>
    public Task WriteAsync(byte[] content, CancellationToken cancel) => WriteAsync(stream => stream.WriteAsync(content, cancel).AsTask(), cancel);

    /// <summary>The same for what is written as it comes; <paramref name="write"/> may stop half-way, and then there is no file.</summary>
    /// <exception cref="InputException">The folder or the disk refuses.</exception>
    public async Task WriteAsync(Func<Stream, Task> write, CancellationToken cancel)
    {
        var beside = $"{Path}.{System.IO.Path.GetRandomFileName()}.part";
        try
        {
            await using (var stream = new FileStream(beside, FileMode.CreateNew))
            {
                await write(stream);
                cancel.ThrowIfCancellationRequested();
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, Path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"'{Path}' cannot be written: its folder takes no file from this account, or its disk is full; mend that, or choose another file with --output.", fault);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }
}
