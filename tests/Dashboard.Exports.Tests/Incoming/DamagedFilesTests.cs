using System.Text;
using Dashboard.Core;
using Dashboard.Exports.Incoming;

namespace Dashboard.Exports.Tests.Incoming;

[CollectionDefinition(nameof(DamagedFilesTests), DisableParallelization = true)]
public sealed class MeasuredMemory;

/// <summary>Files as they come from a broken disk, a broken line and a bad mind: each is read or refused with a sentence.</summary>
[Collection(nameof(DamagedFilesTests))]
public sealed class DamagedFilesTests
{
    private const int Most = 200 << 20;
    private static readonly FileReader Reader = new(TimeProvider.System);

    private static readonly Packed Whole = Packed.Of(
        """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Japan &amp; others</t></is></c><c r="B2" s="1"><v>3.5</v></c></row><row r="3"><c r="A3" t="str"><f>A1</f><v>x</v></c><c r="B3" t="e"><v>#N/A</v></c></row>""",
        "<si><t>Country</t></si><si><r><t>GCI</t></r><rPh><t>x</t></rPh></si>", """<numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>""");

    private static readonly byte[] Table = Encoding.UTF8.GetBytes("\uFEFFCountry;GCI;\"No,te\"\r\nJapan;3,5;\"a \"\"b\"\"\nc\"\r\nCôte d’Ivoire;-;\r\n日本;n/a;x\r\n");

    [Fact]
    public async Task Ten_Thousand_AreReadOrRefused_InLittleMemory()
    {
        var random = new Random(20261201);
        var packed = Whole.Bytes();
        var names = Whole.Parts.Keys.Order(StringComparer.Ordinal).ToArray();
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var (read, refused, peak) = (0, 0, 0L);
        for (var i = 0; i < 10_200; i++)
        {
            var bytes = (i % 3) switch
            {
                0 => Damaged(packed, random),
                1 => DamagedPart(names[i / 3 % names.Length], random),
                _ => Damaged(Table, random),
            };
            try
            {
                Assert.NotEmpty((await Reader.ReadAsync($"damaged-{i}", bytes, TestContext.Current.CancellationToken)).Sheets);
                read++;
            }
            catch (InputException why)
            {
                Assert.StartsWith("File", why.Key);
                refused++;
            }

            peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - idle);
        }

        Assert.InRange(peak, 0, Most);
        // Neither is all of it harmless, nor is all of it refused.
        Assert.InRange(read, 1000, 9000);
        Assert.InRange(refused, 1000, 9000);
    }

    // At the limit of each: the costliest files that are still read.
    [Fact]
    public async Task TheLargestThatMayBe_AreReadInLittleMemory()
    {
        var idle = GC.GetTotalMemory(forceFullCollection: true);
        var rows = new StringBuilder();
        for (var r = 1; r <= 5000; r++)
            rows.Append(null, $"<row r=\"{r}\">").Insert(rows.Length, $"<c t=\"inlineStr\"><is><t>{r * 7919 % 100_000:D90}</t></is></c>", 20).Append("</row>");
        var file = await Reader.ReadAsync("largest", Packed.Of(rows.ToString()).Bytes(), TestContext.Current.CancellationToken);
        var used = GC.GetTotalMemory(forceFullCollection: false) - idle;
        Assert.Equal(100_000, Assert.Single(file.Sheets).Rows.Sum(row => row.Cells.Length));
        Assert.InRange(used, 0, Most);
    }

    private static byte[] DamagedPart(string part, Random random)
    {
        var book = new Packed();
        foreach (var (name, content) in Whole.Parts)
            book.Parts[name] = name == part ? Damaged(content, random) : content;
        return book.Bytes();
    }

    // Bits turned over, pieces cut out, doubled or put elsewhere, the end missing, digits made huge.
    private static byte[] Damaged(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var n = random.Next(1, 4); n > 0 && bytes.Count > 4; n--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 24), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, Enumerable.Repeat((byte)'9', random.Next(1, 400)));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}
