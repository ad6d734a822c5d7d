namespace Dashboard.Core.Forms;

/// <summary>An alliance's own form: a workbook with places that a report fills.</summary>
/// <param name="Code">Its code, for example RSF.</param>
/// <param name="Name">What people call it.</param>
/// <param name="File">The workbook as it was given.</param>
/// <param name="Hash">SHA-256 of the file, lower-case hexadecimal: by it whoever replaces a form says which they saw.</param>
/// <param name="ChangedBy">Who gave the file.</param>
/// <param name="ChangedAt">When.</param>
public sealed record Form(string Code, string Name, byte[] File, string Hash, string ChangedBy, DateTime ChangedAt);

/// <summary>A form as a list names it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Bytes">How large its file is.</param>
/// <param name="Hash">Which file it is.</param>
/// <param name="ChangedBy">Who gave the file.</param>
/// <param name="ChangedAt">When.</param>
public sealed record ListedForm(string Code, string Name, int Bytes, string Hash, string ChangedBy, DateTime ChangedAt);

/// <summary>A form that a reader can choose.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
public sealed record OfferedForm(string Code, string Name);
