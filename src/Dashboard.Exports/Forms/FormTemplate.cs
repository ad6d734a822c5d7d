using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Forms;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Exports.Incoming;
using Dashboard.Exports.Readiness;
using DocumentFormat.OpenXml.Packaging;

namespace Dashboard.Exports.Forms;

/// <summary>
/// An alliance's own form: what is found in it, and the form filled from a report. Only cells that ask, what was worked out from them and
/// the marking are changed; everything else of the package stays byte for byte or as it was written (docs/decisions/0027).
/// </summary>
public static class FormTemplate
{
    // Of what nothing answers to.
    private const int MostNamed = 5;

    /// <summary>Reads a form that somebody gives: first as any file from outside, then for what it asks.</summary>
    /// <param name="reader">The one way in for files.</param>
    /// <param name="name">The name under which it came.</param>
    /// <param name="bytes">The whole of it.</param>
    /// <param name="vocabulary">What can be asked for.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="InputException">As the reader refuses it, it is no workbook, asks for nothing, or holds what filling would damage or leave old.</exception>
    public static async Task<FormCheck> CheckAsync(FileReader reader, string name, byte[] bytes, FormVocabulary vocabulary, CancellationToken cancel = default)
    {
        await reader.ReadAsync(name, bytes, cancel);
        var file = InputException.Shorten(name);
        if (!bytes.AsSpan().StartsWith("PK"u8))
            throw InputException.Of("FormNoWorkbook", file);
        FormCheck? check = null;
        try
        {
            // Filled once to try: what cannot be is found now, and not by a reader.
            Change(bytes, document =>
            {
                FormRefusals.RequirePlain(document, file);
                var places = FormPlaces.Of(document.WorkbookPart!, vocabulary).ToList();
                check = new FormCheck([.. places.SelectMany(place => place.Asked.Select(asked => SpotOf(place, asked, vocabulary)))]);
                foreach (var place in places.Where(place => place.Text is null || place.Asked.Any(asked => asked.Field is not null)))
                    FormRefusals.RequireFree(place);
                new FormFilling(document.WorkbookPart!, _ => new FormValue(FormValueKind.Level, ""), "").Write(places);
                FormMarking.Add(document, "", "");
            });
        }
        catch (Exception fault) when (fault is not InputException)
        {
            // Whatever a library says to what no program writes.
            throw InputException.Of("FileDamaged", file, "OPC");
        }

        if (check!.Spots.IsEmpty)
            throw InputException.Of("FormAsksNothing", file);
        return check.Known.Any() ? check : throw InputException.Of("FormAsksUnknown", file, string.Join(Texts.Get(CultureInfo.CurrentUICulture, "List.Separator"), check.Spots.Select(spot => InputException.Shorten(spot.Asked)).Distinct().Take(MostNamed)));
    }

    /// <summary>The form filled from a report.</summary>
    /// <param name="form">A form that was accepted.</param>
    /// <param name="report">The facts.</param>
    /// <param name="culture">The reader's language.</param>
    public static byte[] Fill(byte[] form, GapReport report, CultureInfo culture)
    {
        var vocabulary = new FormVocabulary(report.Framework);
        var wording = new FormWording(report, culture);
        return Change(form, document =>
        {
            new FormFilling(document.WorkbookPart!, wording.Of, Texts.Get(culture, "Form.NotKnown", report.Framework.Edition)).Write(FormPlaces.Of(document.WorkbookPart!, vocabulary));
            FormMarking.Add(document, new SourceWording(report, culture).MarkingLine(), report.Marking.ToLine());
        });
    }

    /// <summary>A name that says which form it is, of whom, and how it is marked.</summary>
    public static string FileName(string code, GapReport report) => ReportFile.Name(Kind(code), report, "xlsx");

    /// <summary>What the audit calls a filled form.</summary>
    public static string Kind(string code) => $"form/{code}";

    private static byte[] Change(byte[] form, Action<SpreadsheetDocument> change)
    {
        using var stream = new MemoryStream();
        stream.Write(form);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false, MaxCharactersInPart = FileLimits.Usual.Unpacked }))
        {
            change(document);
            FormFresh.Make(document.WorkbookPart!);
            foreach (var sheet in document.WorkbookPart!.WorksheetParts)
                sheet.Worksheet.Save();
            foreach (var sheet in document.WorkbookPart!.ChartsheetParts)
                sheet.Chartsheet.Save();
            document.WorkbookPart!.Workbook.Save();
        }

        return stream.ToArray();
    }

    private static FormSpot SpotOf(FormPlace place, (string Written, FormField? Field) asked, FormVocabulary vocabulary) => new(
        place.Title, place.Place.ToString(), asked.Written, asked.Field, place.IsWhole, asked.Field is null ? vocabulary.Near(asked.Written.Trim('{', '}')) : []);
}
