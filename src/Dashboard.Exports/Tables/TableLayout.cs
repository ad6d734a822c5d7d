using System.Collections.Immutable;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Tables;

/// <summary>What a table is, the same in every format.</summary>
/// <param name="Name">What its lines are, as a code: a property of the JSON.</param>
/// <param name="Columns">The columns, in order.</param>
/// <param name="Marking">The marking of all lines together.</param>
public sealed record TableLayout(string Name, ImmutableArray<TableColumn> Columns, Marking Marking)
{
    /// <summary>The columns of the marking, which every line of a table has at its end: a file is kept long after its name was changed.</summary>
    internal static readonly ImmutableArray<string> MarkingColumns = ["classification", "releasable_to"];

    internal string Releases { get; } = string.Join(' ', Marking.Releases);
}

/// <summary>A column.</summary>
/// <param name="Name">Its name, a code.</param>
/// <param name="Width">Its width in a workbook, in characters.</param>
/// <param name="Meaning">What it holds, in the reader's language.</param>
/// <param name="IsText">Whether what somebody types into it in a workbook stays text.</param>
public sealed record TableColumn(string Name, int Width, string Meaning = "", bool IsText = true);

/// <summary>What stands around a table in a workbook, in the reader's language.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Sheet">The name of its sheet.</param>
/// <param name="About">The name of the sheet that explains it.</param>
/// <param name="MarkingLine">The marking as it stands above everything.</param>
/// <param name="Lines">What else is to be said of it, line by line.</param>
/// <param name="Page">The words before the number of a page, and between it and the number of pages.</param>
/// <param name="Font">The face of all text.</param>
public sealed record TableWords(string Title, string Sheet, string About, string MarkingLine, ImmutableArray<string> Lines, (string Before, string Of) Page, string Font);
