using Dashboard.Core;
using Dashboard.Exports.Incoming;
using Microsoft.AspNetCore.Components.Forms;

namespace Dashboard.Web.Offline;

/// <summary>Files that a person chose in the browser.</summary>
internal static class BrowserFiles
{
    /// <summary>The whole of a file, into memory and nowhere else.</summary>
    /// <exception cref="InputException">It is larger than may be, or did not arrive.</exception>
    public static async Task<byte[]> BytesAsync(IBrowserFile file)
    {
        if (file.Size > FileLimits.Usual.Bytes)
            throw InputException.Of("FileLarge", InputException.Shorten(file.Name), FileLimits.Usual.Bytes >> 20);
        try
        {
            await using var stream = file.OpenReadStream(FileLimits.Usual.Bytes);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (IOException cut)
        {
            throw new InputException(Shell.Words.Get("Offline.NotArrived", InputException.Shorten(file.Name)), cut);
        }
    }
}
