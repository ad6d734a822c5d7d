using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dashboard.Core.Language;

namespace Dashboard.Core.Forms;

/// <summary>What a form may be called and weigh. Who decides that is <see cref="Release.Viewer.ManagesCatalog"/>; whether its file is one, whoever reads files.</summary>
public static partial class FormRule
{
    /// <summary>Most characters of a code.</summary>
    public const int CodeLength = 20;

    /// <summary>Most characters of a name.</summary>
    public const int NameLength = 80;

    /// <summary>Most bytes of a file.</summary>
    public const int FileLength = 5 << 20;

    /// <summary>Most forms.</summary>
    public const int MostForms = 50;

    /// <summary>A new form.</summary>
    /// <param name="all">The forms that there are.</param>
    /// <param name="code">Its code, in any case.</param>
    /// <param name="name">What people are to call it.</param>
    /// <param name="file">Its file.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InputException">A code or a name that cannot be or is taken, a file that is too large, or more forms than are kept.</exception>
    public static Form Found(IReadOnlyCollection<OfferedForm> all, string code, string name, byte[] file, string by, DateTime at)
    {
        var kept = code.Trim().ToUpperInvariant();
        if (kept.Length > CodeLength || !CodeForm().IsMatch(kept))
            throw InputException.Of("FormCodeUnfit", InputException.Shorten(code), CodeLength);
        var called = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize();
        if (called.Length is 0 or > NameLength || Unseen.InLine(called))
            throw InputException.Of("FormNameUnfit", InputException.Shorten(name), NameLength);
        if (all.FirstOrDefault(form => form.Code == kept || string.Equals(form.Name, called, StringComparison.OrdinalIgnoreCase)) is { } taken)
            throw InputException.Of("FormTaken", taken.Code, taken.Name);
        if (all.Count >= MostForms)
            throw InputException.Of("FormsFull", MostForms);
        return new Form(kept, called, Fit(file, kept), HashOf(file), by, at);
    }

    /// <summary>The form with another file.</summary>
    /// <param name="form">The form as it is.</param>
    /// <param name="file">Its file from now on.</param>
    /// <param name="by">Who gives it.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InputException">A file that is too large.</exception>
    public static Form Replace(Form form, byte[] file, string by, DateTime at) =>
        form with { File = Fit(file, form.Code), Hash = HashOf(file), ChangedBy = by, ChangedAt = at };

    /// <summary>The form of a code, in any case.</summary>
    /// <exception cref="InputException">There is none; the message lists those that there are.</exception>
    public static string Require(IReadOnlyCollection<string> codes, string code) => codes.FirstOrDefault(known => string.Equals(known, code.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw InputException.UnknownChoice("form", code, codes);

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private static byte[] Fit(byte[] file, string code) => file.Length is > 0 and <= FileLength ? file : throw InputException.Of("FileLarge", code, FileLength >> 20);

    [GeneratedRegex("^[A-Z][A-Z0-9]+(-[A-Z0-9]+)*$|^[A-Z](-[A-Z0-9]+)+$")]
    private static partial Regex CodeForm();
}
