using System.IO.Compression;
using System.Text;

namespace Dashboard.Exports.Tests.Incoming;

/// <summary>A workbook written by hand, part by part, so that each of them can be what no program writes.</summary>
internal sealed class Packed
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    public Dictionary<string, byte[]> Parts { get; } = [];

    /// <summary>One sheet "Data" with these rows of XML.</summary>
    public static Packed Of(string rows, string? shared = null, string? styles = null)
    {
        var book = new Packed();
        book["[Content_Types].xml"] = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>""";
        book["_rels/.rels"] = Links(("rId1", "officeDocument", "xl/workbook.xml"));
        book["xl/workbook.xml"] = $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>""";
        book["xl/_rels/workbook.xml.rels"] = Links(("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "styles.xml"));
        book["xl/worksheets/sheet1.xml"] = $"""<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""";
        book["xl/sharedStrings.xml"] = $"""<sst xmlns="{Main}">{shared}</sst>""";
        book["xl/styles.xml"] = $"""<styleSheet xmlns="{Main}">{styles}</styleSheet>""";
        return book;
    }

    public string this[string part]
    {
        get => Encoding.UTF8.GetString(Parts[part]);
        set => Parts[part] = Encoding.UTF8.GetBytes(value);
    }

    public static string Links(params (string Id, string Type, string Target)[] links) =>
        $"""<Relationships xmlns="{Package}">{string.Concat(links.Select(l => $"""<Relationship Id="{l.Id}" Type="{Office}/{l.Type}" Target="{l.Target}"/>"""))}</Relationships>""";

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, content) in Parts)
                using (var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open())
                    part.Write(content);
        return stream.ToArray();
    }
}
