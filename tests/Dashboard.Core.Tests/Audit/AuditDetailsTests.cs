using System.Text.Json;
using Dashboard.Core.Audit;

namespace Dashboard.Core.Tests.Audit;

public class AuditDetailsTests
{
    private static IEnumerable<AuditChange> Changes(object? before, object? after) =>
        new AuditDetails(Json(before), Json(after), null).Changes();

    private static JsonElement? Json(object? value) => value is null ? null : JsonSerializer.SerializeToElement(value, JsonSerializerOptions.Web);

    [Fact]
    public void Changes_OfFields_StandSideBySide_AndWhatWasNotThereIsNull() => Assert.Equal(
        [new("level", "2", "3"), new("rationale", "", null), new("confidence", null, "high")],
        Changes(new { Level = 2, Rationale = "" }, new { Level = 3, Confidence = "high" }));

    [Fact]
    public void Changes_OfAFirstSave_HaveNothingBefore() =>
        Assert.Equal([new("level", null, "3")], Changes(null, new { Level = 3 }));

    [Fact]
    public void Changes_OfAFieldWithFields_AreOneText_WithoutWhatIsEmpty() => Assert.Equal(
        [new("LAN-1", null, "state scored, level 3, areas LAN, INF")],
        Changes(null, new Dictionary<string, object> { ["LAN-1"] = new { State = "scored", Level = 3, Rationale = "", Areas = (string[])["LAN", "INF"], Marking = (string?)null } }));

    [Fact]
    public void Changes_OfASingleValue_HaveNoName() => Assert.Equal([new("", "1", "true")], Changes(1, true));

    [Fact]
    public void Changes_OfNothing_AreNone() => Assert.Empty(Changes(null, null));
}
