using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;

namespace Dashboard.Core.Tests.Imports;

public sealed class TablePlanTests
{
    private static readonly Framework Framework = FrameworkJson.BuiltIn;
    private static readonly Dictionary<string, string> Nothing = [];

    [Fact]
    public void AWideTable_IsRead_BeneathItsTitles_BesideItsNotes()
    {
        var plan = Plan("""
            Cyber readiness 2026
            Source: own survey

            Country|Notes||LAN-1|inf 2|Personnel clearances held vs needed
            Estonia|good||4|3|n/a
            Japan|||0|-|2
            """);
        Assert.Equal(["EST LAN-1 4 D5", "EST INF-2 3 E5", "JPN LAN-1 0 D6", "JPN REL-2 2 F6"], Said(plan));
        Assert.Equal((2, 0, 4), (plan.Missing, plan.Unclear.Length, plan.Map.Heading));
        Assert.Equal("Notes", Assert.Single(plan.Map.Columns, column => column.Role == ColumnRole.LeftOut).Heading);
    }

    [Fact]
    public void ALongTable_IsRead()
    {
        var plan = Plan("""
            country|indicator|level
            EST|LAN-1|4
            EST|INF-2|..
            JPN|XXX-1|2
            """);
        Assert.Equal(["EST LAN-1 4 C2"], Said(plan));
        Assert.Equal((1, "B4"), (plan.Missing, Assert.Single(plan.Unclear).Place));
    }

    // As tables are published.
    [Fact]
    public void RepeatedHeadings_BlankRows_Totals_AndNotes_AreNoCountries()
    {
        var plan = Plan("""
            Contry|LAN-1|LAN-2
            Estonia|4|3
            Contry|LAN-1|LAN-2
            |  |
            Japan|2|1
            World||
            Note: estimates in italics
            """ + string.Concat(Enumerable.Repeat("\n||", 1000)));
        Assert.Equal(["EST LAN-1 4 B2", "EST LAN-2 3 C2", "JPN LAN-1 2 B5", "JPN LAN-2 1 C5"], Said(plan));
        Assert.Empty(plan.Unclear);
        Assert.True(plan.Map.Country!.IsGuess);
    }

    [Fact]
    public void TwoRowsOfOneCountry_AreOne_WhereTheySayTheSame_AndAskedWhereTheyDoNot()
    {
        var plan = Plan("""
            Country|LAN-1|LAN-2
            Swaziland|3|2
            Eswatini|3|4
            """);
        Assert.Equal(["SWZ LAN-1 3 B2"], Said(plan));
        Assert.Equal("C3", Assert.Single(plan.Unclear).Place);
    }

    [Fact]
    public void ANameThatIsUnclear_IsAsked_AndTakenOnceSomebodySaidIt()
    {
        const string table = """
            Country|LAN-1
            Korea|3
            Atlantis|2
            |1
            """;
        var plan = Plan(table);
        Assert.Equal([("A2", "Korea"), ("A3", "Atlantis"), ("A4", "")], plan.Unclear.Select(cell => (cell.Place, cell.Text)));
        Assert.Contains("KOR (South Korea)", plan.Unclear[0].Why, StringComparison.Ordinal);
        Assert.Equal(["KOR LAN-1 3 B2"], Said(Plan(table, new() { ["Korea"] = "KOR" })));
    }

    [Fact]
    public void WhatIsNoLevel_IsUnclear_NeverRounded()
    {
        var plan = Plan("""
            Country|LAN-1|LAN-2|LAN-3|LAN-4
            EST|2,5|6|-1|1/2
            JPN|2,0|3.0|4 %|x
            """);
        Assert.Equal(["JPN LAN-1 2 B3", "JPN LAN-2 3 C3", "JPN LAN-3 4 D3"], Said(plan));
        Assert.Equal((1, 4), (plan.Missing, plan.Unclear.Length));
    }

    [Fact]
    public void AColumnThatSaysZeroForNothing_IsReadSo_OnlyIfSomebodySaidIt()
    {
        var map = TableMap.Of(Sheet("Country|LAN-1|LAN-2\nEST|0|0"), Framework);
        var told = map with { Columns = [.. map.Columns.Select(column => column.Code == "LAN-2" ? column with { ZeroIsMissing = true } : column)] };
        Assert.Equal(["EST LAN-1 0 B2"], Said(TablePlan.Of(told, Framework, Nothing)));
    }

    [Theory]
    [InlineData("Name|LAN-1\nEST|1", "TableNoCountry")]
    [InlineData("Country|GCI\nEST|1", "TableNoLevels")]
    [InlineData("Country|LAN-1|LAN 1\nEST|1|2", "TableTwice")]
    [InlineData("", "TableNoCountry")]
    public void ATableThatSaysTooLittle_IsRefused(string table, string key) => Assert.Equal(key, Assert.Throws<InputException>(() => Plan(table)).Key);

    private static TablePlan Plan(string table, Dictionary<string, string>? said = null) => TablePlan.Of(TableMap.Of(Sheet(table), Framework), Framework, said ?? Nothing);

    private static FileSheet Sheet(string table) => new("", false,
    [
        .. table.ReplaceLineEndings("\n").Split('\n').Select((line, row) => new FileRow(row + 1,
            [.. line.Split('|').Select((text, column) => new FileCell(column + 1, FileCellKind.Text, text)).Where(cell => cell.Text.Length > 0)])).Where(row => !row.Cells.IsEmpty),
    ]);

    private static IEnumerable<string> Said(TablePlan plan) => plan.Levels.Select(level => FormattableString.Invariant($"{level.Country} {level.Indicator} {level.Level} {level.Place}"));
}
