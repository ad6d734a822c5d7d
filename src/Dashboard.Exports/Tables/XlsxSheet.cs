using System.Globalization;

namespace Dashboard.Exports.Tables;

/// <summary>What a sheet of a streamed workbook has before and behind its lines: columns, a heading that stays, a filter, and how it is printed.</summary>
internal static class XlsxSheet
{
    // Excel takes 255 characters for a whole header or footer, codes included.
    private const int LongestMarking = 180, CharactersOfALine = 130;
    private const string Begin = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\"";

    /// <summary>Letters of a column, from 0.</summary>
    public static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters(column / 26 - 1) + (char)('A' + column % 26);

    /// <summary>Everything before the second line.</summary>
    /// <param name="bytes">Where it goes.</param>
    /// <param name="columns">Names and widths.</param>
    /// <param name="isFirst">Whether the workbook opens with it.</param>
    public static void AddHead(ByteBuffer bytes, IReadOnlyList<TableColumn> columns, bool isFirst)
    {
        bytes.Add(Begin + (isFirst ? " tabSelected=\"1\"" : "")
            + "><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (var i = 0; i < columns.Count; i++)
            bytes.Add(string.Create(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{columns[i].Width}\" style=\"{(columns[i].IsText ? XlsxParts.TextStyle : XlsxParts.NumberStyle)}\" customWidth=\"1\"/>"));
        bytes.Add("</cols><sheetData><row r=\"1\">");
        for (var i = 0; i < columns.Count; i++)
            AddCell(bytes, $"{Letters(i)}1", XlsxParts.HeadStyle, columns[i].Name);
        bytes.Add("</row>\n");
    }

    /// <summary>Everything behind the last line.</summary>
    /// <param name="bytes">Where it goes.</param>
    /// <param name="words">What the paper says.</param>
    /// <param name="last">The last cell, for example "V45".</param>
    public static void AddFoot(ByteBuffer bytes, TableWords words, string last)
    {
        bytes.Add($"</sheetData><autoFilter ref=\"A1:{last}\"/>");
        AddPaper(bytes, words, paper: 8);
        // Codes that look like numbers are meant as they are.
        bytes.Add($"<ignoredErrors><ignoredError sqref=\"A1:{last}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>");
    }

    /// <summary>The sheet that says what the table is and what its columns hold.</summary>
    public static void AddAbout(ByteBuffer bytes, TableLayout layout, TableWords words)
    {
        bytes.Add(Begin + $" showGridLines=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols><col min=\"1\" max=\"1\" width=\"24\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"110\" customWidth=\"1\"/></cols><sheetData>");
        var row = 0;
        Line(XlsxParts.BoldStyle, words.MarkingLine);
        Line(XlsxParts.TitleStyle, words.Title);
        foreach (var line in words.Lines)
            Line(XlsxParts.WrappedStyle, line);
        var merged = row;
        Line(XlsxParts.TextStyle, "");
        foreach (var column in layout.Columns)
        {
            bytes.Add(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{++row}\">"));
            AddCell(bytes, string.Create(CultureInfo.InvariantCulture, $"A{row}"), XlsxParts.WrappedStyle, column.Name);
            AddCell(bytes, string.Create(CultureInfo.InvariantCulture, $"B{row}"), XlsxParts.WrappedStyle, column.Meaning);
            bytes.Add("</row>");
        }

        bytes.Add(string.Create(CultureInfo.InvariantCulture, $"</sheetData><mergeCells count=\"{merged}\">"));
        for (var i = 1; i <= merged; i++)
            bytes.Add(string.Create(CultureInfo.InvariantCulture, $"<mergeCell ref=\"A{i}:B{i}\"/>"));
        bytes.Add("</mergeCells>");
        AddPaper(bytes, words, paper: 9);
        bytes.Add("</worksheet>");

        void Line(int style, string text)
        {
            row++;
            // Of joined cells nobody measures the height: a letter of East Asia is as wide as two.
            var lines = 1 + text.Sum(c => c < 0x2E80 ? 1 : 2) / CharactersOfALine;
            bytes.Add(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{row}\" ht=\"{(style == XlsxParts.TitleStyle ? 24 : 15 * lines)}\" customHeight=\"1\">"));
            if (text.Length > 0)
                AddCell(bytes, string.Create(CultureInfo.InvariantCulture, $"A{row}"), style, text);
            bytes.Add("</row>");
        }
    }

    private static void AddCell(ByteBuffer bytes, string at, int style, string text)
    {
        bytes.Add(string.Create(CultureInfo.InvariantCulture, $"<c r=\"{at}\" s=\"{style}\" t=\"inlineStr\"><is><t>"));
        bytes.AddXml(text);
        bytes.Add("</t></is></c>");
    }

    // Paper 8 is A3, which so many columns need to be read; 9 is A4.
    private static void AddPaper(ByteBuffer bytes, TableWords words, int paper)
    {
        var marking = Escape(words.MarkingLine.Length <= LongestMarking ? words.MarkingLine : words.MarkingLine[..(LongestMarking - 1)] + "…");
        bytes.Add("<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.75\" bottom=\"0.75\" header=\"0.35\" footer=\"0.35\"/>" + string.Create(CultureInfo.InvariantCulture, $"<pageSetup paperSize=\"{paper}\"") + " fitToHeight=\"0\" orientation=\"landscape\"/><headerFooter><oddHeader>");
        bytes.AddXml($"&C{marking}");
        bytes.Add("</oddHeader><oddFooter>");
        bytes.AddXml($"&C{marking}&R{Escape(words.Page.Before)} &P {Escape(words.Page.Of)} &N");
        bytes.Add("</oddFooter></headerFooter>");
    }

    private static string Escape(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
