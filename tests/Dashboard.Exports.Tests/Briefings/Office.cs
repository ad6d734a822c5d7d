using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Dashboard.Exports.Tests.Briefings;

/// <summary>LibreOffice as a reader of workbooks, and what it prints as pictures.</summary>
internal static class Office
{
    private static readonly ConcurrentDictionary<string, Task<Picture>> Printed = new();

    /// <summary>Prints a page (from 1) of a workbook and returns it as pixels; the same page of the same workbook once.</summary>
    public static Task<Picture> PageOfAsync(byte[] workbook, int page) => Printed.GetOrAdd($"{page} {Convert.ToHexString(SHA256.HashData(workbook))}", _ => PrintAsync(workbook, page));

    private static async Task<Picture> PrintAsync(byte[] workbook, int page)
    {
        using var folder = new OfficeFolder();
        var only = "pdf:calc_pdf_Export:{\"PageRange\":{\"type\":\"string\",\"value\":\"" + page.ToString(CultureInfo.InvariantCulture) + "\"}}";
        var stem = Path.Combine(folder.Path, "page");
        await RunAsync(Program("PDFTOPPM", "pdftoppm"), "-r", "60", "-f", "1", "-l", "1", "-singlefile", await ConvertAsync(folder, workbook, only), stem);
        return Picture.Read(await File.ReadAllBytesAsync(stem + ".ppm"));
    }

    /// <summary>Opens a workbook, lets it work out the formulas that have no value, and saves it.</summary>
    public static async Task<byte[]> SavedAsync(byte[] workbook)
    {
        using var folder = new OfficeFolder();
        return await File.ReadAllBytesAsync(await ConvertAsync(folder, workbook, "xlsx"));
    }

    private static async Task<string> ConvertAsync(OfficeFolder folder, byte[] workbook, string to)
    {
        var file = Path.Combine(folder.Path, "briefing.xlsx");
        await File.WriteAllBytesAsync(file, workbook);
        // A profile of its own for each run: two runs on one profile refuse each other.
        var profile = new Uri(Path.Combine(folder.Path, "profile"));
        var made = Path.Combine(folder.Path, "made");
        await RunAsync(Program("SOFFICE", "soffice"), $"-env:UserInstallation={profile}", "--headless", "--convert-to", to, "--outdir", made, file);
        return Path.Combine(made, "briefing." + to.Split(':')[0]);
    }

    private static string Program(string variable, string name) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given ? given : name;

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Start(start);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{program}' did not end within two minutes.");
        }

        Assert.True(process.ExitCode == 0, $"'{program}' ended with {process.ExitCode}: {await output} {await errors}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new InvalidOperationException($"'{start.FileName}' is missing (Debian: apt-get install libreoffice-calc-nogui poppler-utils fonts-noto-cjk).");
        }
    }
}

/// <summary>A folder that goes with whoever made it.</summary>
internal sealed class OfficeFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-office-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}

/// <summary>A picture as pixels.</summary>
internal sealed class Picture
{
    private readonly byte[] _pixels;

    private Picture(int width, int height, byte[] pixels) => (Width, Height, _pixels) = (width, height, pixels);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Reads a portable pixmap: "P6", width, height, 255, then three bytes for each pixel.</summary>
    public static Picture Read(byte[] file)
    {
        var (at, fields) = (0, new List<string>());
        while (fields.Count < 4)
        {
            var end = at;
            while (!char.IsWhiteSpace((char)file[end]))
                end++;
            fields.Add(System.Text.Encoding.ASCII.GetString(file, at, end - at));
            at = end + 1;
        }

        Assert.Equal(("P6", "255"), (fields[0], fields[3]));
        return new Picture(int.Parse(fields[1], CultureInfo.InvariantCulture), int.Parse(fields[2], CultureInfo.InvariantCulture), file[at..]);
    }

    /// <summary>Pixels close to a colour (RRGGBB) between two shares of the width, from a share of the height on.</summary>
    public int Count(string color, double from, double to, double top = 0)
    {
        var wanted = Convert.FromHexString(color);
        var count = 0;
        for (var y = (int)(top * Height); y < Height; y++)
            for (var x = (int)(from * Width); x < (int)(to * Width); x++)
                if (Enumerable.Range(0, 3).All(i => Math.Abs(_pixels[(y * Width + x) * 3 + i] - wanted[i]) <= 24))
                    count++;
        return count;
    }
}
