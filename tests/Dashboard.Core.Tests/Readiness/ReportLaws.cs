using CsCheck;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public class ReportLaws
{
    private static readonly Gen<(Case One, Case Other)> Twins = Case.SomeAreas.SelectMany(areas => Gen.Select(Case.In(areas), Case.In(areas)));

    [Fact]
    public void Benchmark_DoesNotContainTheSubject() => Law.Holds(Twins, x =>
    {
        var changed = x.One.Replace(s => s == x.One.Own ? x.Other.Own : s);
        var (before, after) = (InGroup(x.One.World).Report(), InGroup(changed.World).Report());
        foreach (var (one, other) in Case.Rows(before).Zip(Case.Rows(after)))
        {
            Assert.Equal(one.Benchmark, other.Benchmark);
            Assert.Equal(one.Members, other.Members);
        }
    });

    [Fact]
    public void OrderOfCountries_DoesNotMatter() => Law.Holds(Twins, x =>
    {
        var (one, other) = (x.One.World, x.Other.World);

        Assert.Equal(
            Case.Text(one.Report(Statistic.Mean, other, draws: 60)),
            Case.Text((one with { Sheets = [.. one.Sheets.Reverse()] }).Report(Statistic.Mean, other with { Sheets = [.. other.Sheets.Reverse()] }, draws: 60)));
    });

    [Fact]
    public void SameQuestion_GivesTheSameReport() => Law.Holds(Case.Any, c =>
        Assert.Equal(Case.Text(c.World.Report(draws: 60)), Case.Text(c.World.Report(draws: 60))), 100);

    /// <summary>Who joins the group changes no draw of those who were there.</summary>
    [Fact]
    public void Draws_OfTheSubject_DoNotDependOnTheGroup() => Law.Holds(Case.Any, c =>
    {
        var alone = c with { Sheets = [c.Own] };
        Assert.Equal(
            Case.Rows(alone.World.Report(draws: 60)).Select(row => row.CouldLie), Case.Rows(c.World.Report(draws: 60)).Select(row => row.CouldLie));
    }, 100);

    [Fact]
    public void WithheldLevels_ChangeNothing() => Law.Holds(Gen.Select(Twins, Gen.Int[0, 5], Gen.Int[0, 5]), x =>
    {
        var ((now, before), level, earlierLevel) = x;

        Assert.Equal(
            Case.Text(now.World.Report(earlier: before.World, draws: 60)),
            Case.Text(Overwrite(now, level).World.Report(earlier: Overwrite(before, earlierLevel).World, draws: 60)));
    });

    // Every level that the reader may not see becomes the same one, and more of a withheld assessment is answered.
    private static Case Overwrite(Case c, int level) => c.Replace(sheet => sheet with
    {
        Answers = [.. sheet.Answers.Select(token => sheet.Secret ? $"{level}h" : token.EndsWith('!') ? $"{level}!" : token)],
    });

    private static World InGroup(World world) => world with { Memberships = world.Memberships.Add(new Membership(World.Home, MembershipRole.Member)) };
}
