using System.Diagnostics;

namespace Dashboard.Browser.Tests;

/// <summary>What stands on printed sheets.</summary>
internal static class Paper
{
    /// <summary>The lines of each sheet, from head to foot.</summary>
    public static async Task<List<string[]>> SheetsOfAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", "-enc", "UTF-8", file, "-"]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return [.. text.Split('\f').Select(sheet => sheet.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(lines => lines.Length > 0)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
