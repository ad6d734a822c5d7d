using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using DocumentFormat.OpenXml;
using C = DocumentFormat.OpenXml.Drawing.Charts;

namespace Dashboard.Exports.Briefings;

/// <summary>What a chart draws: formulas to the cells, with the values beside them for readers that do not calculate.</summary>
internal static class ChartData
{
    // As many as ClosedXML writes into a cell, so that cache and cell are the same.
    private const string Digits = "G15";

    public static C.SeriesText Heading(ChartBlock block, Series series) =>
        new(Strings(Reference(block.Sheet, series.Column, block.HeadingRow, block.HeadingRow), [series.Name]));

    public static C.CategoryAxisData Categories(ChartBlock block, int column, ImmutableArray<string> names) =>
        new(Strings(Below(block, column, names.Length), names));

    public static C.Values Values(ChartBlock block, Series series, string format)
    {
        var cache = new C.NumberingCache(new C.FormatCode(format), new C.PointCount { Val = (uint)series.Cells.Length });
        for (var i = 0; i < series.Cells.Length; i++)
            if (series.Cells[i]?.Value is { } value)
                cache.Append(new C.NumericPoint(new C.NumericValue(value.ToString(Digits, CultureInfo.InvariantCulture))) { Index = (uint)i });
        return new C.Values(new C.NumberReference(new C.Formula(Below(block, series.Column, series.Cells.Length)), cache));
    }

    private static C.StringReference Strings(string reference, ImmutableArray<string> texts) => new(
        new C.Formula(reference),
        new C.StringCache(texts.Select((text, i) => (OpenXmlElement)new C.StringPoint(new C.NumericValue(text)) { Index = (uint)i })
            .Prepend(new C.PointCount { Val = (uint)texts.Length })));

    private static string Below(ChartBlock block, int column, int count) =>
        Reference(block.Sheet, column, block.HeadingRow + 1, block.HeadingRow + count);

    private static string Reference(string sheet, int column, int from, int to)
    {
        var letters = XLHelper.GetColumnLetterFromNumber(column);
        var start = FormattableString.Invariant($"{LiveCells.Quoted(sheet)}!${letters}${from}");
        return from == to ? start : start + FormattableString.Invariant($":${letters}${to}");
    }
}
