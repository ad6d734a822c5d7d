using ClosedXML.Excel;
using Dashboard.Core;
using Dashboard.Core.Forms;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Incoming;
using DocumentFormat.OpenXml.Packaging;

namespace Dashboard.Exports.Tests.Forms;

/// <summary>Forms for tests.</summary>
internal static class Template
{
    public static FormVocabulary Vocabulary { get; } = new(Sample.Framework);

    /// <summary>A workbook with one sheet "Form", made by somebody.</summary>
    public static byte[] Of(Action<IXLWorksheet> make)
    {
        using var book = new XLWorkbook();
        make(book.AddWorksheet("Form"));
        using var stream = new MemoryStream();
        book.SaveAs(stream);
        return stream.ToArray();
    }

    /// <summary>The same, changed part by part.</summary>
    public static byte[] Edit(byte[] form, Action<WorkbookPart> edit)
    {
        using var stream = new MemoryStream();
        stream.Write(form);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
            edit(document.WorkbookPart!);
        return stream.ToArray();
    }

    public static FormCheck Check(byte[] form) => FormTemplate.CheckAsync(new FileReader(TimeProvider.System), "form.xlsx", form, Vocabulary).GetAwaiter().GetResult();

    public static string? Refusal(byte[] form) => Assert.Throws<InputException>(() => Check(form)).Key;
}
