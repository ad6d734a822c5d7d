using System.Text;

namespace Dashboard.Exports.Tests.Incoming;

public sealed class TextFileTests
{
    [Theory]
    [InlineData("a,b\r\n1,\"x,\"\"y\"\"\nz\"\r\n", "A1 Text a|B1 Text b|A2 Text 1|B2 Text x,\"y\"\nz")]
    [InlineData("a;b\n1,5;2\n", "A1 Text a|B1 Text b|A2 Text 1,5|B2 Text 2")]
    [InlineData("a\tb\n1\t2", "A1 Text a|B1 Text b|A2 Text 1|B2 Text 2")]
    [InlineData("sep=|\na|b\n", "A1 Text a|B1 Text b")]
    [InlineData("a,,c\n\n,,\n1,2,3", "A1 Text a|C1 Text c|A4 Text 1|B4 Text 2|C4 Text 3")]
    [InlineData("=1+1,007,1/2,-,+5,@x", "A1 Text =1+1|B1 Text 007|C1 Text 1/2|D1 Text -|E1 Text +5|F1 Text @x")]
    public void Fields_StayAsTheyAreWritten(string text, string cells) => Assert.Equal(cells, string.Join('|', Read.Cells(Encoding.UTF8.GetBytes(text))));

    public static TheoryData<string, string> Letters => new()
    {
        { "utf-8", "Côte d’Ivoire,アルバニア,Åland" },
        { "utf-16", "Côte d’Ivoire,アルバニア,Åland" },
        { "utf-16BE", "Côte d’Ivoire,アルバニア,Åland" },
        { "windows-1252", "Côte d’Ivoire,déféré,Åland,São Tomé,“Österreich”,l’Égypte" },
        { "windows-1252", "Pays,l’homme,L’an,1" },
        { "shift_jis", "国,アルバニア,日本,1" },
        { "shift_jis", "country,日本,米国,1" },
        { "shift_jis", "コード,ｱﾙﾊﾞﾆｱ,値" },
    };

    [Theory]
    [MemberData(nameof(Letters))]
    public void Letters_AreFoundOut(string encoding, string line)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var letters = Encoding.GetEncoding(encoding);
        Assert.Equal(line.Split(','), Read.Sheet([.. letters.GetPreamble(), .. letters.GetBytes(line)]).Rows[0].Cells.Select(c => c.Text));
    }

    [Theory]
    [InlineData("utf-8", "612CFF")]
    [InlineData("utf-16", "61002C0000D86100")]
    [InlineData("utf-16BE", "0061002CD8000061")]
    public void BrokenLetters_AfterAMark_AreRefused(string encoding, string bytes) =>
        Assert.Equal("FileNoTable", Read.Refusal([.. Encoding.GetEncoding(encoding).GetPreamble(), .. Convert.FromHexString(bytes)]));
}
