using Dashboard.Core.Forms;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Formats = Dashboard.Exports.Briefings.Formats;

namespace Dashboard.Exports.Forms;

/// <summary>How numbers are shown: as the form has it, and where it says nothing, as the product writes them.</summary>
internal sealed class FormStyles(WorkbookStylesPart? part)
{
    // ECMA-376, 18.8.30: no format, and text; own ones begin behind those that every program knows by number.
    private const uint General = 0, AsText = 49, FirstOwn = 164;

    private readonly Dictionary<(uint Style, string Format), uint> _made = [];

    /// <summary>The style of a cell for a value.</summary>
    /// <param name="style">The style that it has.</param>
    /// <param name="value">What is written into it: no text.</param>
    public uint? For(uint? style, FormValue value)
    {
        if (part?.Stylesheet.CellFormats is not { } formats || formats.Elements<CellFormat>().ElementAtOrDefault((int)(style ?? 0)) is not { } own || HasFormat(own.NumberFormatId?.Value ?? General))
            return style;
        var format = FormatOf(value);
        if (_made.TryGetValue((style ?? 0, format), out var made))
            return made;
        var fitting = (CellFormat)own.CloneNode(deep: true);
        (fitting.NumberFormatId, fitting.ApplyNumberFormat) = (NumberOf(format), true);
        formats.AppendChild(fitting);
        var count = (uint)formats.Elements<CellFormat>().Count();
        formats.Count = count;
        return _made[(style ?? 0, format)] = count - 1;
    }

    public void Save() => part?.Stylesheet.Save();

    // Some programs write the two that every program knows as formats of their own.
    private bool HasFormat(uint number) => number is not (General or AsText)
        && part!.Stylesheet.NumberingFormats?.Elements<NumberingFormat>().FirstOrDefault(known => known.NumberFormatId?.Value == number)?.FormatCode?.Value is not ("General" or "@");

    private static string FormatOf(FormValue value) => value.Kind switch
    {
        FormValueKind.Gap => Formats.OfGap(value.Number),
        FormValueKind.Count => Formats.Whole,
        FormValueKind.Day => "yyyy\\-mm\\-dd",
        _ => Formats.Level,
    };

    private uint NumberOf(string format)
    {
        var sheet = part!.Stylesheet;
        var all = sheet.NumberingFormats ??= new NumberingFormats();
        if (all.Elements<NumberingFormat>().FirstOrDefault(known => known.FormatCode?.Value == format) is { NumberFormatId: { } there })
            return there.Value;
        var next = Math.Max(FirstOwn, all.Elements<NumberingFormat>().Select(known => known.NumberFormatId!.Value + 1).DefaultIfEmpty().Max());
        all.AppendChild(new NumberingFormat { NumberFormatId = next, FormatCode = format });
        all.Count = (uint)all.Elements<NumberingFormat>().Count();
        return next;
    }
}
