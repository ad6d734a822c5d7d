using System.Reflection;
using Dashboard.Exports.Briefings;

namespace Dashboard.Web.Tests.Shell.Colours;

/// <summary>
/// Colours by computation, in both themes. Contrast by WCAG 2.2 (1.4.3 and 1.4.11); difference by CIEDE2000 as people of each kind of sight
/// see it. Direction is told by sign and word as well, so this is a floor and not what carries the meaning.
/// </summary>
public sealed class ColourTests
{
    private const double ForText = 4.5;
    private const double ForMarks = 3;

    /// <summary>About 1 is just noticed side by side; small marks apart from each other need many times that.</summary>
    private const double Apart = 10;

    /// <summary>Fields of the heat map touch, and each holds its level as a figure.</summary>
    private const double Neighbours = 8;

    private static readonly string[] Grounds = ["card", "ground"];

    private static readonly string[] Text = ["ink", "quiet", "behind", "ahead", "even", "accent"];

    private static readonly string[] Marks = ["ink", "accent", "behind", "ahead", "even", "ally", "unknown", "focus", "here"];

    // Only part things from each other, or guide the eye: nothing is lost with them.
    private static readonly string[] Rules = ["line", "grid"];

    private static readonly string[] Levels = ["level0", "level1", "level2", "level3", "level4", "level5"];

    private static readonly string[] Markings = ["mark0", "mark1", "mark2", "mark3"];

    private static readonly (string, string)[] MustNotBeConfused =
        [("behind", "ahead"), ("behind", "even"), ("ahead", "even"), ("accent", "ally"), ("accent", "behind"), ("accent", "ahead")];

    [Fact]
    public void Text_IsReadOnEveryGround() => AssertAll(ForText, tokens =>
        from text in Text from ground in Grounds select (text, ground, tokens[text].Contrast(tokens[ground])));

    /// <summary>What is chosen has a wash of the accent behind it (12 % in working.css). Gaps are never on one.</summary>
    [Fact]
    public void Text_IsReadOnWhatIsChosen() => AssertAll(ForText, tokens =>
        from text in (string[])["ink", "quiet", "ahead", "accent"] from ground in Grounds select (text, ground, tokens[text].Contrast(tokens["accent"].On(tokens[ground], 0.12))));

    [Fact]
    public void Text_IsReadOnColours() => AssertAll(ForText, tokens =>
        from ground in Levels.Append("accent").Append("here") select ($"on-{ground}", ground, tokens[$"on-{ground}"].Contrast(tokens[ground])));

    [Fact]
    public void Marking_IsRead() => AssertAll(ForText, tokens =>
        from mark in Markings select ("white", mark, Colour.Of("#fff").Contrast(tokens[mark])));

    [Fact]
    public void Marks_AreSeenOnEveryGround() => AssertAll(ForMarks, tokens =>
        from mark in Marks from ground in Grounds select (mark, ground, tokens[mark].Contrast(tokens[ground])));

    /// <summary>As they are drawn, some of them lighter than their colour.</summary>
    [Theory]
    [InlineData(".ally", "opacity", "ally")]
    [InlineData(".allies", "stroke-opacity", "ally")]
    [InlineData(".column", "fill-opacity", "ally")]
    [InlineData(".band", "stroke-opacity", "accent")]
    public void Marks_AreSeenAsTheyAreDrawn(string rule, string property, string colour) => AssertAll(ForMarks, tokens =>
        from ground in Grounds select (rule, ground, tokens[colour].On(tokens[ground], Tokens.Opacity(rule, property)).Contrast(tokens[ground])));

    /// <summary>The outline is all that is drawn of a field without a filling.</summary>
    [Theory]
    [InlineData(".empty")]
    [InlineData("rect.met")]
    public void Outlines_AreMarks(string rule) => Assert.Contains(Tokens.ColourOf(rule, "stroke"), Marks);

    [Fact]
    public void ColoursThatMeanDifferentThings_AreToldApartByEverybody() => AssertAll(Apart, tokens =>
        from pair in MustNotBeConfused from sight in Enum.GetValues<Sight>()
        select (pair.Item1, $"{pair.Item2} {sight}", tokens[pair.Item1].Difference(tokens[pair.Item2], sight)));

    [Fact]
    public void Levels_AreToldApartByEverybody_AndTheLowestFromTheGround() => AssertAll(Neighbours, tokens =>
        from pair in Levels.Zip(Levels.Skip(1)).Concat(Grounds.Select(ground => (ground, Levels[0]))) from sight in Enum.GetValues<Sight>()
        select (pair.Item1, $"{pair.Item2} {sight}", tokens[pair.Item1].Difference(tokens[pair.Item2], sight)));

    /// <summary>The higher, the further from the ground: deeper on light, brighter on dark; and all of them of the accent's hue.</summary>
    [Fact]
    public void Levels_AreOneHue_AndLeaveTheGroundStepByStep() => Assert.All(Tokens.Themes, theme =>
    {
        var (name, tokens) = theme;
        Assert.All(Levels, level => Assert.InRange(tokens[level].Hue, tokens["accent"].Hue - 5, tokens["accent"].Hue + 5));
        var lightness = Levels.Prepend("card").Select(level => tokens[level].Lab(Sight.Full).L).ToList();
        Assert.Equal(name == "light" ? lightness.OrderDescending() : lightness.Order(), lightness);
    });

    [Fact]
    public void EveryToken_IsMeasured()
    {
        string[] measured = [.. Grounds, .. Text, .. Marks, .. Rules, .. Levels, .. Levels.Select(level => $"on-{level}"), .. Markings, "on-accent", "on-here"];
        Assert.Equal(measured.Distinct().Order(), Tokens.Light.Names.Order());
    }

    [Fact]
    public void Workbook_HasTheLightColours()
    {
        var palette = typeof(BriefingWorkbook).Assembly.GetType("Dashboard.Exports.Briefings.Palette", throwOnError: true)!;
        var colours = palette.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).ToList();

        Assert.NotEmpty(colours);
        Assert.All(colours, field => Assert.Equal((field.Name, Tokens.Light[field.Name.ToLowerInvariant()]), (field.Name, Colour.Of((string)field.GetRawConstantValue()!))));
    }

    private static void AssertAll(double least, Func<Tokens, IEnumerable<(string One, string Other, double Measured)>> measure)
    {
        var measured = Tokens.Themes.SelectMany(theme => measure(theme.Tokens).Select(m => (theme.Theme, m.One, m.Other, Measured: Math.Round(m.Measured, 2)))).ToList();

        Assert.NotEmpty(measured);
        var tooLittle = measured.Where(m => m.Measured < least).ToList();
        Assert.True(tooLittle.Count == 0, $"Less than {least}: {string.Join("; ", tooLittle)}");
    }
}
