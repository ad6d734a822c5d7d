using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Scoring;

/// <summary>Reads a scoring workbook that came back: each row against the answer that was given out with it.</summary>
public static class ReturnedWorkbook
{
    /// <param name="file">The file as it was read.</param>
    /// <param name="framework">The framework of the assessment it is returned to.</param>
    /// <exception cref="InputException">It is no scoring workbook of ours, or what it keeps out of sight was changed. A single cell that cannot be read is told with its row.</exception>
    public static ReturnedSheet Read(IncomingFile file, Framework framework)
    {
        var stamp = StampSheet.Read(file);
        var name = InputException.Shorten(file.Name);
        foreach (var sheet in file.Sheets)
            for (var r = 0; r < sheet.Rows.Length; r++)
                if (Columns.In(sheet.Rows[r]) is { } columns)
                    return new ReturnedSheet(name, stamp, Answers(name, stamp, framework, sheet, [.. sheet.Rows.Skip(r + 1)], columns));
        throw InputException.Of("ReturnNotOurs", name);
    }

    private static ImmutableArray<ReturnedAnswer> Answers(string file, SheetStamp stamp, Framework framework, FileSheet sheet, ImmutableArray<FileRow> rows, Columns columns)
    {
        var given = stamp.Scores.ToDictionary(score => score.Indicator, score => score.Answer, StringComparer.OrdinalIgnoreCase);
        var named = rows.Select(row => (Row: row, Code: row.At(columns.Code)?.Text.Trim() ?? ""))
            .Where(row => given.ContainsKey(row.Code) || (row.Code.Contains('-') && row.Row.At(columns.Answer) is { Kind: FileCellKind.Number })).ToLookup(row => row.Code, StringComparer.OrdinalIgnoreCase);
        var answers = ImmutableArray.CreateBuilder<ReturnedAnswer>();
        foreach (var same in named)
        {
            var (row, code) = same.First();
            var place = $"{sheet.Name}, {FileCell.NameOf(columns.Answer)}{row.Number}";
            answers.Add(!given.TryGetValue(code, out var was) ? new ReturnedAnswer(code, place, null)
                : same.Count() > 1 ? new ReturnedAnswer(code, place, null, InputException.Of("ReturnTwice", file, code).Message)
                : Answer(code, place, was, framework, row, columns));
        }

        return answers.ToImmutable();
    }

    private static ReturnedAnswer Answer(string code, string place, Answer was, Framework framework, FileRow row, Columns columns)
    {
        try
        {
            return new ReturnedAnswer(code, place, AnswerText.Read(was, framework, row.At(columns.Answer), row.At(columns.Confidence), row.At(columns.Rationale)));
        }
        catch (InputException wrong)
        {
            return new ReturnedAnswer(code, place, null, $"{place}: {wrong.Message}");
        }
    }

    /// <summary>Where the columns of the answers are.</summary>
    private sealed record Columns(int Code, int Answer, int Confidence, int Rationale)
    {
        public static Columns? In(FileRow row) =>
            (At(row, AnswerSheet.CodeKey), At(row, AnswerSheet.AnswerKey), At(row, AnswerSheet.ConfidenceKey), At(row, AnswerSheet.RationaleKey)) is ({ } code, { } answer, { } confidence, { } rationale)
                ? new Columns(code, answer, confidence, rationale) : null;

        private static int? At(FileRow row, string key) => row.Cells.Where(cell => cell.Text == key).Select(cell => (int?)cell.Column).FirstOrDefault();
    }
}
