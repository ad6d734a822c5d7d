using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Imports;

/// <summary>A row of a scoring workbook that came back.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Place">Where it stands in the file, for messages: "Answers, row 12".</param>
/// <param name="Answer">What it says; null if that cannot be read.</param>
/// <param name="Trouble">Why it cannot be read; null if it can.</param>
public sealed record ReturnedAnswer(string Indicator, string Place, Answer? Answer, string? Trouble = null);

/// <summary>A scoring workbook that came back.</summary>
/// <param name="File">Its name.</param>
/// <param name="Stamp">What was given out with it.</param>
/// <param name="Answers">Its rows.</param>
public sealed record ReturnedSheet(string File, SheetStamp Stamp, ImmutableArray<ReturnedAnswer> Answers);
