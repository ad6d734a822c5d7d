using System.Globalization;
using Dashboard.Exports.Briefings;

namespace Dashboard.Exports.Tables;

/// <summary>The small parts of a streamed workbook, which say what its sheets are: written last, when it is known how many there are.</summary>
internal static class XlsxParts
{
    /// <summary>Places among the formats of the cells.</summary>
    public const int HeadStyle = 1, TextStyle = 2, DateStyle = 3, TitleStyle = 4, WrappedStyle = 5, BoldStyle = 6, NumberStyle = 7;

    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006/";

    /// <summary>The name of the part that a sheet is, from 1.</summary>
    public static string SheetPart(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    /// <summary>Every part but the sheets, with what to write into it.</summary>
    /// <param name="layout">The table.</param>
    /// <param name="words">What the workbook says of it.</param>
    /// <param name="lasts">Of each sheet of the table its last row; the sheet that explains it comes behind them.</param>
    /// <param name="columns">How many columns they have.</param>
    public static IEnumerable<(string Name, Action<ByteBuffer> Write)> Of(TableLayout layout, TableWords words, IReadOnlyList<int> lasts, int columns)
    {
        var sheets = lasts.Count + 1;
        yield return ("xl/workbook.xml", bytes => AddWorkbook(bytes, words, lasts, XlsxSheet.Letters(columns - 1)));
        yield return ("xl/styles.xml", bytes => AddStyles(bytes, words.Font));
        yield return ("docProps/core.xml", bytes => AddProperties(bytes, words, layout.Marking.ToLine()));
        yield return ("xl/_rels/workbook.xml.rels", bytes => bytes.Add($"<Relationships xmlns=\"{Packages}relationships\">"
            + string.Concat(Enumerable.Range(1, sheets).Select(n => string.Create(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{n}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")))
            + $"<Relationship Id=\"styles\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/></Relationships>"));
        yield return ("_rels/.rels", bytes => bytes.Add($"<Relationships xmlns=\"{Packages}relationships\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/>"
            + $"<Relationship Id=\"rId2\" Type=\"{Packages}relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"));
        yield return ("[Content_Types].xml", bytes => bytes.Add($"<Types xmlns=\"{Packages}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/>"
            + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + string.Concat(Enumerable.Range(1, sheets).Select(n => $"<Override PartName=\"/{SheetPart(n)}\" ContentType=\"{Types}worksheet+xml\"/>")) + "</Types>"));
    }

    private static void AddWorkbook(ByteBuffer bytes, TableWords words, IReadOnlyList<int> lasts, string lastColumn)
    {
        string[] names = [.. lasts.Select((_, i) => i == 0 ? words.Sheet : string.Create(CultureInfo.InvariantCulture, $"{words.Sheet} {i + 1}")), words.About];
        bytes.Add($"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{Relations}\"><sheets>");
        for (var i = 0; i < names.Length; i++)
        {
            bytes.Add("<sheet name=\"");
            bytes.AddXml(names[i]);
            bytes.Add(string.Create(CultureInfo.InvariantCulture, $"\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>"));
        }

        bytes.Add("</sheets><definedNames>");
        for (var i = 0; i < lasts.Count; i++)
        {
            Named("_xlnm._FilterDatabase\" hidden=\"1", i, string.Create(CultureInfo.InvariantCulture, $"!$A$1:${lastColumn}${lasts[i]}"));
            Named("_xlnm.Print_Titles", i, "!$1:$1");
        }

        bytes.Add("</definedNames></workbook>");

        void Named(string name, int sheet, string range)
        {
            bytes.Add(string.Create(CultureInfo.InvariantCulture, $"<definedName name=\"{name}\" localSheetId=\"{sheet}\">"));
            bytes.AddXml($"'{names[sheet].Replace("'", "''", StringComparison.Ordinal)}'{range}");
            bytes.Add("</definedName>");
        }
    }

    // What shows a file's properties shows the subject or the category. No clock: the table says when its figures are of, not when it was written.
    private static void AddProperties(ByteBuffer bytes, TableWords words, string marking)
    {
        bytes.Add($"<cp:coreProperties xmlns:cp=\"{Packages}metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>");
        bytes.AddXml(words.Title);
        bytes.Add("</dc:title><dc:subject>");
        bytes.AddXml(marking);
        bytes.Add("</dc:subject><cp:category>");
        bytes.AddXml(marking);
        bytes.Add("</cp:category></cp:coreProperties>");
    }

    private static void AddStyles(ByteBuffer bytes, string font)
    {
        bytes.Add("<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts><fonts count=\"3\">");
        foreach (var (bold, size) in ((string, int)[])[("", 11), ("<b/>", 11), ("<b/>", 16)])
            bytes.Add(string.Create(CultureInfo.InvariantCulture, $"<font>{bold}<sz val=\"{size}\"/><color rgb=\"FF{Palette.Ink}\"/><name val=\"{font}\"/></font>"));
        bytes.Add("</fonts><fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            + $"<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FF{Palette.Line}\"/></patternFill></fill></fills>"
            + $"<borders count=\"2\"><border/><border><bottom style=\"thin\"><color rgb=\"FF{Palette.Quiet}\"/></bottom></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"8\"><xf/>"
            + "<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\"/>"
            // Text also when somebody types into it.
            + "<xf numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment horizontal=\"left\"/></xf><xf numFmtId=\"49\" fontId=\"2\" applyNumberFormat=\"1\" applyFont=\"1\"/>"
            + "<xf numFmtId=\"49\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf><xf numFmtId=\"49\" fontId=\"1\" applyNumberFormat=\"1\" applyFont=\"1\"/><xf applyAlignment=\"1\"><alignment horizontal=\"center\"/></xf></cellXfs></styleSheet>");
    }
}
