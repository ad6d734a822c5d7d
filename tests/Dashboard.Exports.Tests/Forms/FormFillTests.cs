using System.Globalization;
using ClosedXML.Excel;
using Dashboard.Core.Forms;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Tests.Briefings;

namespace Dashboard.Exports.Tests.Forms;

/// <summary>What stands in a filled form is what the report says.</summary>
public sealed class FormFillTests
{
    // In column A each field alone, in B within a text, in C by the name of its cell.
    private static readonly byte[] Everything = Template.Of(sheet =>
    {
        for (var i = 0; i < Template.Vocabulary.Fields.Length; i++)
        {
            sheet.Cell(i + 1, 1).SetValue($" {{{{ {Template.Vocabulary.Fields[i].Name} }}}} ");
            sheet.Cell(i + 1, 2).SetValue($"It is {{{{{Template.Vocabulary.Fields[i].Name}}}}}, so.");
            sheet.Cell(i + 1, 3).AddToNamed(Template.Vocabulary.Fields[i].CellName);
        }
    });

    // Every kind of report, and one of them in every language.
    public static IEnumerable<TheoryDataRow<string, string>> Told => Reports.Everything.Where(row => row.Data is (nameof(Reports.Mixed), _) or (_, "en"));

    [Theory]
    [MemberData(nameof(Told))]
    public void EveryField_IsTheReportsFigure(string name, string language)
    {
        var (report, culture) = (Reports.Named(name), Reports.Culture(language));
        var wording = new FormWording(report, culture);
        using var book = new XLWorkbook(new MemoryStream(FormTemplate.Fill(Everything, report, culture)));
        var sheet = book.Worksheet(1);
        for (var i = 0; i < Template.Vocabulary.Fields.Length; i++)
        {
            var (field, value) = (Template.Vocabulary.Fields[i], wording.Of(Template.Vocabulary.Fields[i]));
            foreach (var cell in (IXLCell[])[sheet.Cell(i + 1, 1), sheet.Cell(i + 1, 3)])
                Assert.Equal((field.Name, Of(value)), (field.Name, Of(cell).Trim()));
            Assert.Equal($"It is {Parts.Clean(value.Text)}, so.", sheet.Cell(i + 1, 2).GetString());
        }
    }

    // The figures themselves, read from the report and not through the form's own words.
    [Theory]
    [InlineData(nameof(Reports.Mixed))]
    [InlineData(nameof(Reports.Insufficient))]
    [InlineData(nameof(Reports.NoPeers))]
    [InlineData(nameof(Reports.Withheld))]
    [InlineData(nameof(Reports.NotReported))]
    public void Figures_AreNumbersUnrounded_AndUnknownOnesAWord(string name)
    {
        var report = Reports.Named(name);
        var wording = new FormWording(report, CultureInfo.InvariantCulture);
        foreach (var row in report.Rows)
        {
            var code = row.Code ?? "total";
            Same(row.Score.Value, wording.Of(Template.Vocabulary.Find($"{code}.score")!));
            Same(row.Benchmark, wording.Of(Template.Vocabulary.Find($"{code}.benchmark")!));
            Same(row.Gap, wording.Of(Template.Vocabulary.Find($"{code}.gap")!));
            Same(row.N, wording.Of(Template.Vocabulary.Find($"{code}.n")!));
        }

        foreach (var row in report.Indicators)
            Same(row.Cell.IsScored ? row.Cell.Level : null, wording.Of(Template.Vocabulary.Find($"{row.Code}.level")!));
        foreach (var result in report.Profiles)
            Same(report.SubjectSource is null ? null : result.Count(Outcome.Met), wording.Of(Template.Vocabulary.Find($"profile {result.Profile}.met")!));

        static void Same(double? figure, FormValue value)
        {
            Assert.Equal(figure, value.Kind == FormValueKind.Text ? null : value.Number);
            Assert.True(figure is not null || value.Text.Any(char.IsLetter), "An unknown figure is a word.");
        }
    }

    [Fact]
    public async Task Formulas_AreWorkedOutFromTheAnswers_AndNothingOldStays()
    {
        var row = Reports.Mixed.Areas.First(row => row is { Score.Value: not null, Gap: not null });
        var form = Template.Of(sheet =>
        {
            sheet.Cell("A1").SetValue($"{{{{{row.Code}.score}}}}");
            sheet.Cell("A2").SetValue($"{{{{{row.Code}.benchmark}}}}");
            sheet.Cell("A3").SetFormulaA1("A1-A2");
            sheet.Cell("A4").SetFormulaA1("IF(ISTEXT(A5),\"known\",\"not\")");
            sheet.Cell("A5").SetValue("{{subject}}");
        });
        // As a spreadsheet program stores what it worked out from the words between the braces.
        var stale = Template.Edit(form, book =>
        {
            var cell = FormPlacesIn(book).Single(cell => cell.CellReference == "A3");
            cell.CellValue = new DocumentFormat.OpenXml.Spreadsheet.CellValue("4711");
        });
        var filled = FormTemplate.Fill(stale, Reports.Mixed, CultureInfo.InvariantCulture);
        Assert.DoesNotContain("4711", await Parts.TextOf(filled, "xl/worksheets/sheet1.xml"), StringComparison.Ordinal);
        Assert.Contains("fullCalcOnLoad=\"1\"", await Parts.TextOf(filled, "xl/workbook.xml"), StringComparison.Ordinal);
        using var saved = new XLWorkbook(new MemoryStream(await Office.SavedAsync(filled)));
        Assert.Equal(row.Gap!.Value, saved.Worksheet(1).Cell("A3").GetDouble(), 12);
        Assert.Equal("known", saved.Worksheet(1).Cell("A4").GetString());
    }

    [Fact]
    public void AnExampleUnderANameThatNothingAnswersTo_DoesNotPassForAFigure()
    {
        var form = Template.Of(sheet =>
        {
            sheet.Cell("A1").SetValue(3.2).AddToNamed("acr.XXX.score");
            sheet.Cell("A2").SetValue("{{XXX.score}} {{name of the officer}}");
            sheet.Cell("A3").SetValue("{{subject}}");
        });
        using var book = new XLWorkbook(new MemoryStream(FormTemplate.Fill(form, Reports.Mixed, CultureInfo.InvariantCulture)));
        Assert.Equal(("not in AICR 1.0", "{{XXX.score}} {{name of the officer}}"), (book.Worksheet(1).Cell("A1").GetString(), book.Worksheet(1).Cell("A2").GetString()));
        Assert.Equal(["acr.XXX.score", "{{XXX.score}}", "{{name of the officer}}"], Template.Check(form).Unknown.Select(spot => spot.Asked));
    }

    private static IEnumerable<DocumentFormat.OpenXml.Spreadsheet.Cell> FormPlacesIn(DocumentFormat.OpenXml.Packaging.WorkbookPart book) =>
        book.WorksheetParts.Single().Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>();

    private static string Of(FormValue value) => value.Kind switch
    {
        FormValueKind.Text => $"Text {Text(value.Text)}",
        FormValueKind.Day => $"DateTime {value.Day:yyyy-MM-dd}",
        _ => string.Create(CultureInfo.InvariantCulture, $"Number {value.Number:G15}"),
    };

    private static string Of(IXLCell cell) => cell.DataType switch
    {
        XLDataType.DateTime => $"DateTime {cell.GetDateTime():yyyy-MM-dd}",
        XLDataType.Number => string.Create(CultureInfo.InvariantCulture, $"Number {cell.GetDouble():G15}"),
        _ => $"{cell.DataType} {cell.GetString().Trim()}",
    };

    private static string Text(string text) => Parts.Clean(text).Trim();
}
