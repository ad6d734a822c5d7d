using System.Globalization;
using System.Text;
using Dashboard.Core;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Readiness;

/// <summary>
/// A table of comma-separated values that says in each line of whom it is, against whom, when, and how the whole is marked: a file is kept
/// long after its name was changed, and lines of several are laid together.
/// </summary>
internal sealed class ReportCsv
{
    private const string Question = "subject,against,observers,statistic,cycle,as_of";

    private readonly StringBuilder _text = new();
    private readonly string _marking;

    /// <param name="columns">The names of the columns, joined by commas.</param>
    /// <param name="marking">The marking of all lines together.</param>
    public ReportCsv(string columns, Marking marking)
    {
        _text.Append(CultureInfo.InvariantCulture, $"{Question},{columns},classification,releasable_to\n");
        _marking = $"{marking.Classification},{string.Join(' ', marking.Releases)}";
    }

    /// <summary>Adds a line.</summary>
    /// <param name="report">The report that it is of.</param>
    /// <param name="fields">A field for each column; codes and numbers, which need no quotes.</param>
    public void Add(GapReport report, params IEnumerable<string> fields)
    {
        var asked = report.Question;
        _text.AppendJoin(',', (string[])
        [
            asked.Subject, asked.Group.Code, Truth(asked.WithObservers), CodeName.Of(asked.Statistic), report.Cycle.Code,
            report.Cycle.AsOf.ToString("O", CultureInfo.InvariantCulture), .. fields, _marking,
        ]).Append('\n');
    }

    public override string ToString() => _text.ToString();

    /// <summary>A number, unrounded; unknown is empty.</summary>
    public static string Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Truth(bool value) => value ? "yes" : "no";

    /// <summary>A code; without one empty.</summary>
    public static string Code<T>(T? value) where T : struct, Enum => value is { } known ? CodeName.Of(known) : "";

    /// <summary>Whose word figures are: basis, assessor and status; empty where the reader sees none.</summary>
    public static string[] WordOf(Source? source) => source is null ? ["", "", ""] : [CodeName.Of(source.Basis), source.Assessor, CodeName.Of(source.Status)];
}
