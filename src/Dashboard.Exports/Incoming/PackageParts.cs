using System.IO.Compression;
using System.Xml;
using Dashboard.Core;

namespace Dashboard.Exports.Incoming;

/// <summary>The parts of a packed workbook. What the package says of its sizes is looked at before anything is unpacked, and held to while it is.</summary>
internal sealed class PackageParts : IDisposable
{
    // What runs, what asks other files or machines, and what other programs would have to open.
    private static readonly string[] Forbidden = ["vbaproject", "macrosheets/", "dialogsheets/", "activex/", "ctrlprops/", "vbadata"];
    private static readonly string[] Foreign = ["externallinks/", "connections.xml", "querytables/", "embeddings/"];

    // Below this, how far something packs says nothing.
    private const int SmallPart = 1 << 20;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, IgnoreComments = true, IgnoreProcessingInstructions = true };

    private readonly Budget _budget;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    public PackageParts(ReadOnlyMemory<byte> bytes, Budget budget)
    {
        _budget = budget;
        var limits = budget.Limits;
        _archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
        if (_archive.Entries.Count > limits.Parts)
            throw InputException.Of("FileParts", budget.File, limits.Parts);
        if (_archive.Entries.Sum(entry => entry.Length) > limits.Unpacked)
            throw InputException.Of("FileUnpacked", budget.File, limits.Unpacked >> 20);
        if (_archive.Entries.Any(entry => entry.Length > SmallPart && entry.Length / limits.Ratio > entry.CompressedLength))
            throw InputException.Of("FileRatio", budget.File, limits.Ratio);
        foreach (var entry in _archive.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').TrimStart('/');
            if (Forbidden.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
                throw InputException.Of("FileMacros", budget.File);
            if (Foreign.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase)))
                throw InputException.Of("FileLinks", budget.File);
            if (!_parts.TryAdd(name, entry))
                throw Damaged(name);
        }
    }

    /// <summary>Whether there is such a part.</summary>
    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>The names of all parts that end so.</summary>
    public IEnumerable<string> Ending(string end) => _parts.Keys.Where(name => name.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a part from its start to its end.</summary>
    /// <exception cref="InputException">There is none, or it is not what a workbook holds.</exception>
    public void Read(string name, Action<XmlReader> read)
    {
        if (!_parts.TryGetValue(name, out var entry))
            throw Damaged(name);
        try
        {
            using var xml = XmlReader.Create(new BoundedStream(entry.Open(), _budget), Settings);
            read(xml);
        }
        catch (XmlException)
        {
            throw Damaged(name);
        }
        catch (InvalidDataException)
        {
            throw Damaged(name);
        }
    }

    /// <summary>Why a part cannot be read.</summary>
    public InputException Damaged(string part) => InputException.Of("FileDamaged", _budget.File, InputException.Shorten(part));

    public void Dispose() => _archive.Dispose();
}
