using System.Text.Json;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;
using Dashboard.Exports.Audit;

namespace Dashboard.Exports.Tests.Audit;

public sealed class AuditFilesTests
{
    private static readonly Marking Marking = new("restricted", ["JPN"]);
    private static readonly Viewer Auditor = new("Ono", "JPN", "restricted", Roles.Auditor, []);

    private static AuditReading Entry(string actor = "佐藤", string? classification = "restricted", string nation = "JPN") => AuditRule.Read(Auditor, "JPN", new ReleaseTerms(ClassificationLadder.Default, [], default), AuditEntry.Seal(
        AuditEntry.Origin, 7, new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc), new Viewer(actor, nation, "secret", Roles.Planner, []),
        new AuditFact("score-saved", "JPN/2026/JPN/self-assessed/1/LAN-1", null, new { Level = 3, Rationale = "he said \"no\", twice" }, Classification: classification)), null)!;

    private static async Task<string> CsvAsync(params AuditReading[] entries)
    {
        var text = new StringWriter();
        await AuditCsv.WriteAsync(text, entries.ToAsyncEnumerable(), Marking);
        return text.ToString();
    }

    private static async Task<JsonElement> JsonAsync(IEnumerable<AuditReading> entries)
    {
        var text = new StringWriter();
        await AuditJson.WriteAsync(text, entries.ToAsyncEnumerable(), Marking);
        return JsonDocument.Parse(text.ToString()).RootElement;
    }

    [Fact]
    public async Task Csv_HoldsWhatWasSealed_Quoted_AndTheMarkingOfTheWhole()
    {
        var entry = Entry();
        Assert.Equal(
            $$"""
            sequence,at,actor,nation,action,subject,before,after,holds,withheld,hash,classification,releasable_to
            7,2026-05-01T09:00:00.0000000Z,佐藤,JPN,score-saved,JPN/2026/JPN/self-assessed/1/LAN-1,,"{""level"":3,""rationale"":""he said \""no\"", twice""}",restricted,,{{entry.Hash}},restricted,JPN

            """, await CsvAsync(entry));
    }

    [Theory]
    [InlineData("=1+1", ",'=1+1,")]
    [InlineData("+1", ",'+1,")]
    [InlineData("-1", ",'-1,")]
    [InlineData("@x", ",'@x,")]
    [InlineData("\tx", ",'\tx,")]
    [InlineData("a,b", ",\"a,b\",")]
    [InlineData("a\nb", ",\"a\nb\",")]
    public async Task Csv_OfANameThatASpreadsheetWouldRun_IsText(string actor, string written) => Assert.Contains(written, await CsvAsync(Entry(actor)));

    [Fact]
    public async Task Withheld_IsNamed_AndNothingOfItIsWritten()
    {
        Assert.Contains(",,,,above-clearance,", await CsvAsync(Entry(classification: "secret")));
        Assert.DoesNotContain("twice", await CsvAsync(Entry(classification: "secret"), Entry(nation: "EST")));
        var json = await JsonAsync([Entry(classification: "secret"), Entry(nation: "EST")]);
        Assert.Equal(["above-clearance", "not-released"], json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("withheld").GetString()));
        Assert.DoesNotContain("twice", json.GetRawText());
    }

    [Fact]
    public async Task Json_OfMoreThanIsPassedOnAtOnce_IsWhole()
    {
        var json = await JsonAsync(Enumerable.Repeat(Entry(), 1000));
        Assert.Equal(1000, json.GetProperty("entries").GetArrayLength());
        Assert.All(json.GetProperty("entries").EnumerateArray(), e => Assert.Equal((7, 3, "佐藤", "restricted", JsonValueKind.Null),
            (e.GetProperty("sequence").GetInt32(), e.GetProperty("after").GetProperty("level").GetInt32(), e.GetProperty("actor").GetString(), e.GetProperty("classification").GetString(), e.GetProperty("before").ValueKind)));
        Assert.Equal(("restricted", "JPN"), (json.GetProperty("marking").GetProperty("classification").GetString(), json.GetProperty("marking").GetProperty("releasableTo")[0].GetString()));
    }
}
