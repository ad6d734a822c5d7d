using System.Text.Json.Nodes;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Frameworks;

public class FrameworkHashTests
{
    public static TheoryData<string, Action<JsonObject>> Breaking => new()
    {
        { "weight of an indicator", f => f.Indicator(3, 1)["weight"] = 1.5 },
        { "weight of an area", f => f.Area(3)["weight"] = 2 },
        { "code of an indicator", f => f.Indicator(10, 0)["code"] = "XDM-9" },
        { "code of an area", f => f.Area(10)["code"] = "XDN" },
        { "a level text", f => f.Indicator(3, 1)["levels"]![5] = "another" },
        { "a name on the scale", f => f["scale"]![2]!["name"] = "Written" },
        { "a meaning on the scale", f => f["scale"]![2]!["meaning"] = "another" },
        { "one indicator fewer", f => f.Area(6)["indicators"]!.AsArray().RemoveAt(2) },
        { "one area fewer", f => (f["areas"]!.AsArray(), f["profiles"] = new JsonArray()).Item1.RemoveAt(11) },
        { "an indicator in another area", MoveIndicator },
    };

    public static TheoryData<string, Action<JsonObject>> Harmless => new()
    {
        { "no translations", f => f.Remove("translations") },
        { "another translation of a level", f => f["translations"]!["ja"]!["LAN-1.3"] = "別" },
        { "another translation", f => f["translations"]!["ja"]!["LAN"] = "別" },
        { "no profiles", f => f["profiles"] = new JsonArray() },
        { "no rules", f => f["rules"] = new JsonArray() },
        { "a hint", f => f.Indicator(0, 0)["evidenceAsked"] = "another" },
        { "a crosswalk", f => f.Indicator(0, 0)["crosswalk"] = "another" },
        { "a reason", f => f.Area(0)["why"] = "another" },
        { "a name", f => f.Indicator(0, 0)["name"] = "another" },
        { "the version", f => f["version"] = "1.1" },
    };

    [Theory, MemberData(nameof(Breaking))]
    public void Hash_WhatScoresDependOn_Changes(string what, Action<JsonObject> change) =>
        Assert.True(FrameworkJson.BuiltIn.Hash != Files.Parsed(change).Hash, what);

    [Theory, MemberData(nameof(Harmless))]
    public void Hash_WhatScoresDoNotDependOn_Stays(string what, Action<JsonObject> change) =>
        Assert.True(FrameworkJson.BuiltIn.Hash == Files.Parsed(change).Hash, what);

    [Theory]
    [InlineData("a\tb", "c", "a", "b\tc")]
    [InlineData("ab", "c", "a", "bc")]
    [InlineData("a\n", "b", "a", "\nb")]
    public void Hash_TextsThatRunTogether_AreToldApart(string third, string fourth, string otherThird, string otherFourth) => Assert.NotEqual(
        Files.Parsed(f => Levels(f, third, fourth)).Hash, Files.Parsed(f => Levels(f, otherThird, otherFourth)).Hash);

    [Fact]
    public void Hash_IsSha256InLowerCase() => Assert.Matches("^[0-9a-f]{64}$", FrameworkJson.BuiltIn.Hash);

    private static void MoveIndicator(JsonObject file)
    {
        var moved = file.Indicator(0, 4).DeepClone();
        file.Area(0)["indicators"]!.AsArray().RemoveAt(4);
        file.Area(1)["indicators"]!.AsArray().Insert(0, moved);
    }

    private static void Levels(JsonObject file, string third, string fourth)
    {
        var levels = file.Indicator(0, 0)["levels"]!.AsArray();
        (levels[3], levels[4]) = (third, fourth);
    }
}
