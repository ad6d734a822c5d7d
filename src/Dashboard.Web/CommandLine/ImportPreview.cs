using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Imports;
using Dashboard.Data.Assessments;

namespace Dashboard.Web.CommandLine;

/// <summary>What an import would do, on the terminal; its last line counts.</summary>
internal static class ImportPreview
{
    public static async Task WriteAsync(TextWriter output, string file, TablePlan plan, ImportOutcome outcome)
    {
        var map = plan.Map;
        await output.WriteLineAsync(Line($"{InputException.Shorten(file)}{(map.Sheet.Name.Length > 0 ? $", sheet {InputException.Shorten(map.Sheet.Name)}" : "")}: {(map.IsLong ? "a row for each answer" : "a row for each country")}, headings in row {map.Heading}."));
        foreach (var column in map.Columns)
            await output.WriteLineAsync(Line($"  {FileCell.NameOf(column.Column),-3} {InputException.Shorten(column.Heading)} -> {What(column)}{(column.IsGuess ? " (a guess: look)" : "")}{(column.ZeroIsMissing ? ", 0 is no value" : "")}"));
        foreach (var cell in plan.Unclear)
            await output.WriteLineAsync(Line($"Unclear: {cell.Place} '{cell.Text}': {cell.Why}"));
        foreach (var (level, now) in outcome.Different)
            await output.WriteLineAsync(Line($"Differs: {level.Country} {level.Indicator}: {level.Level} in {level.Place}, {(now.Answer.Level is { } stored ? $"{stored}" : CodeName.Of(now.Answer.State))} stored by {InputException.Shorten(now.ChangedBy)} at {now.ChangedAt:yyyy-MM-dd HH:mm} UTC"));
        foreach (var (country, why) in outcome.Refused)
            await output.WriteLineAsync(Line($"Refused: {country}: {why}"));
        if (!outcome.Begun.IsEmpty)
            await output.WriteLineAsync(Line($"To be begun: {string.Join(' ', outcome.Begun)}"));
        await output.WriteLineAsync(Line($"{outcome.Saved} to be saved ({outcome.Different.Length} in the place of other answers), {outcome.Same} stored already."));
        await output.WriteLineAsync(Line($"{plan.Countries.Length} countries, {plan.Levels.Length} values, {plan.Missing} not assessed, {plan.Unclear.Length} unclear"));
    }

    private static string What(TableColumn column) => column.Role switch
    {
        ColumnRole.Country => "country",
        ColumnRole.Indicator => column.Code,
        ColumnRole.WhichIndicator => "indicator",
        ColumnRole.Level => "level",
        _ => "left out",
    };

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
