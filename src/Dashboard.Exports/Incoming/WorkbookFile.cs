using System.Collections.Immutable;
using System.Xml;
using Dashboard.Core;
using Dashboard.Core.Imports;

namespace Dashboard.Exports.Incoming;

/// <summary>
/// Reads the cells of a workbook (.xlsx, ECMA-376). Of all that such a file can hold only the list of sheets, the shared texts, the number
/// formats and the cells are read; see docs/decisions/0026.
/// </summary>
internal static class WorkbookFile
{
    private const string MacroType = "macroEnabled";

    public static ImmutableArray<FileSheet> Read(ReadOnlyMemory<byte> bytes, Budget budget)
    {
        try
        {
            using var parts = new PackageParts(bytes, budget);
            return Read(parts, budget);
        }
        catch (InvalidDataException)
        {
            throw InputException.Of("FileDamaged", budget.File, "ZIP");
        }
    }

    private static ImmutableArray<FileSheet> Read(PackageParts parts, Budget budget)
    {
        RequirePlain(parts, budget);
        if (Link.Of(parts, "").FirstOrDefault(link => link.IsA("officeDocument")) is not { } book || !parts.Has(book.Target))
            throw InputException.Of("FileNoWorkbook", budget.File);
        var links = Link.Of(parts, book.Target);
        var listed = ListOf(parts, book.Target);
        if (listed.Count > budget.Limits.Sheets)
            throw InputException.Of("FileSheets", budget.File, budget.Limits.Sheets);
        var texts = links.FirstOrDefault(link => link.IsA("sharedStrings")) is { } shared ? SharedTexts.Read(parts, shared.Target, budget) : [];
        var formats = links.FirstOrDefault(link => link.IsA("styles")) is { } styles ? NumberFormats.Read(parts, styles.Target) : [];
        var sheets = ImmutableArray.CreateBuilder<FileSheet>();
        foreach (var (name, id, isHidden) in listed)
        {
            if (links.FirstOrDefault(link => link.Id == id) is not { } link)
                throw parts.Damaged(book.Target);
            // A sheet that is a chart holds no cells.
            if (link.IsA("worksheet"))
                sheets.Add(new FileSheet(name, isHidden, new SheetCells(parts, link.Target, texts, formats, budget).Read()));
        }

        return sheets.Count > 0 ? sheets.ToImmutable() : throw parts.Damaged(book.Target);
    }

    private static void RequirePlain(PackageParts parts, Budget budget)
    {
        if (parts.Has("[Content_Types].xml"))
            parts.Read("[Content_Types].xml", xml =>
            {
                while (xml.Read())
                    if (xml.GetAttribute("ContentType")?.Contains(MacroType, StringComparison.OrdinalIgnoreCase) == true)
                        throw InputException.Of("FileMacros", budget.File);
            });
        foreach (var part in parts.Ending(".rels"))
            if (Link.In(parts, part).Any(link => link.IsExternal && !link.IsA("hyperlink")))
                throw InputException.Of("FileLinks", budget.File);
    }

    private static List<(string Name, string Id, bool IsHidden)> ListOf(PackageParts parts, string book)
    {
        var sheets = new List<(string, string, bool)>();
        parts.Read(book, xml =>
        {
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "sheet" })
                    sheets.Add((xml.GetAttribute("name") ?? "", Id(xml), xml.GetAttribute("state") is "hidden" or "veryHidden"));
        });
        return sheets;
    }

    // Two namespaces carry it, the usual and the strict one.
    private static string Id(XmlReader xml)
    {
        var id = "";
        for (var has = xml.MoveToFirstAttribute(); has; has = xml.MoveToNextAttribute())
            if (xml.LocalName == "id")
                id = xml.Value;
        xml.MoveToElement();
        return id;
    }
}
