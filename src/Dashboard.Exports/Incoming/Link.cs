using System.Xml;

namespace Dashboard.Exports.Incoming;

/// <summary>A link from one part of a package to another.</summary>
/// <param name="Id">How the part calls it.</param>
/// <param name="Type">What it leads to.</param>
/// <param name="Target">The other part, as the package names it.</param>
/// <param name="IsExternal">Whether it leads out of the package.</param>
internal sealed record Link(string Id, string Type, string Target, bool IsExternal)
{
    /// <summary>Whether it leads to this: the last word of the type, which both variants of the format share.</summary>
    public bool IsA(string what) => Type.EndsWith($"/{what}", StringComparison.Ordinal);

    /// <summary>The links of a part; of the package itself for an empty name.</summary>
    public static List<Link> Of(PackageParts parts, string part)
    {
        var slash = part.LastIndexOf('/') + 1;
        var name = $"{part[..slash]}_rels/{part[slash..]}.rels";
        return parts.Has(name) ? In(parts, name) : [];
    }

    /// <summary>The links in a part that lists them.</summary>
    public static List<Link> In(PackageParts parts, string name)
    {
        var links = new List<Link>();
        // The part whose links they are lies one folder higher.
        var folder = name[..(name.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? at : 0)];
        parts.Read(name, xml =>
        {
            while (xml.Read())
                if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                    links.Add(new Link(
                        xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolve(folder, xml.GetAttribute("Target") ?? ""),
                        string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase)));
        });
        return links;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
            return target[1..];
        var path = folder.TrimEnd('/');
        while (target.StartsWith("../", StringComparison.Ordinal))
            (target, path) = (target[3..], path[..Math.Max(0, path.LastIndexOf('/'))]);
        return path.Length == 0 ? target : $"{path}/{target}";
    }
}
