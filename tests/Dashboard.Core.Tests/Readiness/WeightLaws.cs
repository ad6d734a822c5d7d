using System.Globalization;
using CsCheck;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class WeightLaws
{
    private const int Draws = 60;

    [Fact]
    public void DoublingAllWeights_ChangesNothing() => Law.Holds(Case.Any, c =>
        Assert.Equal(Text(c), Text(c with { Areas = [.. c.Areas.Select(Doubled)] })));

    /// <summary>A weighting is the group's: it hangs neither on codes nor on who is in the group under which name.</summary>
    [Fact]
    public void OtherNames_ChangeNothing() => Law.Holds(Case.Any, c =>
    {
        var renamed = c.Replace(s => s == c.Own ? s : s with { Country = s.Country switch { "BEL" => "TUR", "CAN" => "AUS", "EST" => "NOR", "FRA" => "POL", _ => "ALB" } });
        Assert.Equal(Text(c), Text(renamed with { Areas = [.. c.Areas.Select(text => (char)(text[0] + 10) + text[1..])] }));
    });

    [Fact]
    public void Places_LieInOrder() => Law.Holds(Case.Any, c =>
    {
        var report = c.World.Report(draws: Draws);
        var ranges = WeightRanges.Of(report, Draws);
        foreach (var row in Case.Rows(report))
        {
            Assert.Equal(row.Gap is null, ranges.For(row) is null);
            if (ranges.For(row) is not { } range)
                continue;
            Assert.Equal(row.N + 1, range.Range.Of);
            Assert.InRange(range.Plain, range.Best, range.Worst);
            Assert.True(1 <= range.Best && range.Best <= range.Range.From && range.Range.From <= range.Range.To
                && range.Range.To <= range.Worst && range.Worst <= range.Range.Of, $"{range}");
            Assert.True(range.Holds || range.Best < range.Worst, $"{range}");
        }
    });

    [Fact]
    public void RaisingOneLevel_NeverWorsensAPlace() => Law.Holds(Gen.Select(Case.Any, Gen.Int[0, 15]), x =>
    {
        var (c, place) = x;
        var raisable = Enumerable.Range(0, c.Own.Answers.Length).Where(i => c.Own.Answers[i][0] is >= '0' and < '5').ToList();
        if (raisable.Count == 0)
            return;
        var i = raisable[place % raisable.Count];
        var raised = c.Replace(s => s == c.Own ? s with { Answers = [.. s.Answers.Select((token, n) => n == i ? (char)(token[0] + 1) + token[1..] : token)] } : s);

        foreach (var (before, after) in Rows(c).Zip(Rows(raised)))
            Assert.False(after?.Plain > before?.Plain || after?.Range.From > before?.Range.From || after?.Range.To > before?.Range.To
                || after?.Best > before?.Best || after?.Worst > before?.Worst);
    });

    /// <summary>Who answered the same stands level under every weighting.</summary>
    [Fact]
    public void TwinOfTheSubject_TakesNoPlaceBeforeIt() => Law.Holds(Case.Any, c =>
    {
        foreach (var (before, after) in Rows(c).Zip(Rows(c with { Sheets = [.. c.Sheets, c.Own with { Country = "NOR" }] })))
            if (before is not null)
                Assert.Equal(before with { Range = after!.Range with { Of = before.Range.Of } }, after with { Range = after.Range with { Of = before.Range.Of } });
    });

    private static string Text(Case c) => Case.Text(Rows(c));

    private static IEnumerable<WeightRange?> Rows(Case c)
    {
        var ranges = WeightRanges.Of(c.World.Report(), Draws);
        return ranges.Areas.Append(ranges.Total);
    }

    private static string Doubled(string area)
    {
        var tokens = area.Split(' ');
        var head = tokens[0].Split('*');
        return $"{head[0]}*{Twice(head[1])} {string.Join(' ', tokens.Skip(1).Select(Twice))}";

        static string Twice(string weight) => (2 * double.Parse(weight, CultureInfo.InvariantCulture)).ToString("R", CultureInfo.InvariantCulture);
    }
}
