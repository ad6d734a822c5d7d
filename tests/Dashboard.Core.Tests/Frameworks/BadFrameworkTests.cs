using System.Text.Json.Nodes;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Frameworks;

public class BadFrameworkTests
{
    private const string Place = "indicator 'EXE-2' of area 'EXE'";

    public static TheoryData<string, Action<JsonObject>> Bad => new()
    {
        { Place, f => f.Indicator(3, 1)["weight"] = 0 },
        { Place, f => f.Indicator(3, 1)["weight"] = -1 },
        { "area 'EXE'", f => f.Area(3)["weight"] = 0 },
        { "area 'EXE'", f => f.Area(3)["weight"] = -0.5 },
        { "area 'EXE': the weight NaN", f => f.Area(3)["weight"] = "NaN" },
        { "$.areas[3].indicators[1].weight", f => f.Indicator(3, 1)["weight"] = null },
        { "area 'LAN'", f => f.Area(3)["code"] = "lan" },
        { "indicator 'LAN-1'", f => f.Indicator(3, 1)["code"] = "LAN-1" },
        { "profile 'FIRST-FORMAL'", f => f["profiles"]![1]!["code"] = "FIRST-FORMAL" },
        { Place, f => f.Indicator(3, 1)["levels"]!.AsArray().RemoveAt(5) },
        { Place, f => f.Indicator(3, 1)["levels"]!.AsArray().Add("six") },
        { Place, f => f.Indicator(3, 1)["levels"]![2] = " " },
        { "$.areas[3].indicators[1].levels[2]", f => f.Indicator(3, 1)["levels"]![2] = null },
        { "$.areas[3].indicators[1].levels", f => f.Indicator(3, 1)["levels"] = null },
        { Place, f => f.Indicator(3, 1)["name"] = "" },
        { "area 'EXE'", f => f.Area(3)["shortName"] = " " },
        { "the framework", f => f["version"] = "" },
        { "scale", f => f["scale"]!.AsArray().RemoveAt(0) },
        { "scale", f => f["scale"] = new JsonArray() },
        { "scale", f => f["scale"]![2]!["level"] = 3 },
        { "$.scale[2].level", f => f["scale"]![2]!["level"] = 2.5 },
        { "areas", f => f["areas"] = new JsonArray() },
        { "area 'EXE'", f => f.Area(3)["indicators"] = new JsonArray() },
        { "profile 'FIRST-FORMAL'", f => f["profiles"]![0]!["minimum"]!["LAN-9"] = 3 },
        { "profile 'FIRST-FORMAL', indicator 'LAN-2'", f => f["profiles"]![0]!["minimum"]!["LAN-2"] = 6 },
        { "profile 'FIRST-FORMAL', indicator 'LAN-2'", f => f["profiles"]![0]!["minimum"]!["LAN-2"] = -1 },
        { "areas", f => f.Remove("areas") },
        { "scale", f => f.Remove("scale") },
        { "profiles", f => f.Remove("profiles") },
        { "weight", f => f.Indicator(3, 1).Remove("weight") },
        { "levels", f => f.Indicator(3, 1).Remove("levels") },
    };

    public static TheoryData<string, Action<JsonObject>> Holes => new()
    {
        { "$.areas[3]", f => f["areas"]![3] = null },
        { "$.areas", f => f["areas"] = null },
        { "$.areas[3].indicators[1]", f => f.Area(3)["indicators"]![1] = null },
        { "$.scale[2]", f => f["scale"]![2] = null },
        { "$.profiles[0]", f => f["profiles"]![0] = null },
        { "$.rules[0]", f => f["rules"]![0] = null },
        { "$.translations.ja", f => f["translations"]!["ja"] = null },
        { "$.translations.ja.LAN", f => f["translations"]!["ja"]!["LAN"] = null },
    };

    [Theory, MemberData(nameof(Bad)), MemberData(nameof(Holes))]
    public void Parse_BadFile_NamesThePlace(string place, Action<JsonObject> change) =>
        Assert.Contains(place, Assert.Throws<InputException>(() => Files.Parsed(change)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("42")]
    [InlineData("code = AICR")]
    [InlineData("{\"code\": \"AICR\"")]
    public void Parse_NoFramework_IsRefused(string text) =>
        Assert.StartsWith("The framework file ", Assert.Throws<InputException>(() => FrameworkJson.Parse(text)).Message);

    [Fact]
    public void Parse_NumberTooLarge_IsRefused()
    {
        var json = Files.With(f => f.Area(3)["weight"] = 12345678).Replace("12345678", "1e999");
        Assert.Contains("EXE", Assert.Throws<InputException>(() => FrameworkJson.Parse(json)).Message);
    }

    [Fact]
    public void Parse_NotJson_NamesTheLine() => Assert.Contains(
        "(line 3", Assert.Throws<InputException>(() => FrameworkJson.Parse("{\n  \"code\": \"AICR\",\n  oops\n}")).Message);

    [Fact]
    public void Parse_CommentsAndTrailingCommas_AreAllowed() =>
        Assert.Equal(44, FrameworkJson.Parse("// built-in\n" + FrameworkJson.BuiltInText.TrimEnd().TrimEnd('}') + ",}").Indicators.Length);
}
