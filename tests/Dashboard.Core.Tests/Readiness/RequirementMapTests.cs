using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

public sealed class RequirementMapTests
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    // A cell of every kind: met, missed, not assessed, not applicable, withheld.
    private static readonly World Countries = WorldOf(3)
        .With(World.Home, "3 2").With("EST", "4 1").With("DEU", "3 ?").With("FIN", "- 3").With("USA", "3 5!").With("AUT", "2 2");

    [Fact]
    public void EveryStanding_IsHeldAgainstTheProfile()
    {
        var map = RequirementMap.Of(Countries.Report())!;
        Assert.Equal([Outcome.Met, Outcome.Missed], Outcomes(map.Subject));
        Assert.Equal(
            [("AUT", Outcome.Missed, Outcome.Missed), ("DEU", Outcome.Met, Outcome.Unknown), ("EST", Outcome.Met, Outcome.Missed), ("FIN", Outcome.NotApplicable, Outcome.Met), ("USA", Outcome.Met, Outcome.Unknown)],
            map.Members.Select(row => (row.Standing.Code, Outcomes(row)[0], Outcomes(row)[1])));
    }

    [Fact]
    public void Counts_AreOfTheMembersAlone_AndAddUp()
    {
        var map = RequirementMap.Of(Countries.Report())!;
        Assert.Equal([new Tally(3, 1, 0, 1), new Tally(1, 2, 2, 0)], map.Columns.Select(column => column.Members));
        Assert.Equal(new Tally(1, 1, 0, 0), map.Subject.Tally);
        Assert.All(map.Columns, column => Assert.Equal(map.Members.Length, column.Members.Applicable + column.Members.NotApplicable));
        Assert.Equal((1, 2), (map.MeetingAll, map.MissingSome));
    }

    [Fact]
    public void WhatIsNotSeen_IsUnknown_AndNeverMissed()
    {
        var world = WorldOf(0).With(World.Home, "3 2").With("EST", "0! ?") with { Memberships = [new("EST", MembershipRole.Member), new("LVA", MembershipRole.Member)] };
        var map = RequirementMap.Of(world.Report())!;
        Assert.Equal([FigureState.Withheld, FigureState.NotAssessed], States(map.Members[0]));
        Assert.Equal([FigureState.NotReported, FigureState.NotReported], States(map.Members[1]));
        Assert.All(map.Members, row => Assert.Equal(new Tally(0, 0, 2, 0), row.Tally));
        Assert.All(map.Members, row => Assert.False(row.Tally.IsJudged));
    }

    /// <summary>In either direction and by every column: values in order, those without one last, ties by name.</summary>
    [Fact]
    public void Sorting_IsByValueThenName_WithWhatIsNotKnownLast()
    {
        var world = Countries.With("GRC", "? ?").With("ALB", "? 0!").With("BEL", "3 ?");
        var map = RequirementMap.Of(world.Report())!;
        foreach (var name in (string[])[RequirementMap.ByMet, RequirementMap.ByMissed, RequirementMap.ByUnknown, "A-1", "A-2"])
            foreach (var sign in (string[])["", "-"])
            {
                var rows = map.Sorted(map.OrderOf(sign + name), English);
                Assert.Equal(map.Members.Select(row => row.Standing.Code).Order(), rows.Select(row => row.Standing.Code).Order());
                foreach (var (before, after) in rows.Zip(rows.Skip(1)))
                {
                    var (first, second) = (RequirementMap.ValueOf(before, name), RequirementMap.ValueOf(after, name));
                    Assert.True(first is not null || second is null, $"{sign}{name}: {after.Standing.Code} is known and last");
                    if (first == second)
                        Assert.True(string.Compare(NameOf(before), NameOf(after), English, CompareOptions.None) < 0, $"{sign}{name}: {NameOf(before)} before {NameOf(after)}");
                    else if (second is not null)
                        Assert.Equal(sign == "-", first > second);
                }
            }

        Assert.Equal("AUT", map.Sorted(map.OrderOf("A-1"), English)[0].Standing.Code);
        Assert.Equal(["ALB", "GRC"], map.Sorted(map.OrderOf("missed"), English).TakeLast(2).Select(row => row.Standing.Code));
    }

    [Fact]
    public void Sorting_IsByTheMostMet_UnlessSaidOtherwise()
    {
        var map = RequirementMap.Of(Countries.Report())!;
        Assert.Equal(new CountryOrder("met", true), map.OrderOf(" "));
        Assert.Equal(["Estonia", "Finland", "Germany", "United States", "Austria"], map.Sorted(map.OrderOf(null), English).Select(NameOf));
        Assert.Equal(map.Sorted(map.OrderOf("-MET"), English), map.Sorted(map.OrderOf(null), English));
        Assert.Equal(["Austria", "Estonia", "Finland", "Germany", "United States"], map.Sorted(map.OrderOf("country"), English).Select(NameOf));
        Assert.Equal(map.Sorted(map.OrderOf("country"), English).Reverse(), map.Sorted(map.OrderOf("-country"), English));
    }

    [Fact]
    public void WhatTheFrameworkDoesNotHave_IsRefusedWithWhatItHas()
    {
        var report = Countries.Report();
        Assert.Contains("FIRST", Assert.Throws<InputException>(() => RequirementMap.Of(report, "XX")).Message);
        Assert.Contains("country, A-1, A-2, met, missed, unknown", Assert.Throws<InputException>(() => RequirementMap.Of(report, "first")!.OrderOf("XX")).Message);
    }

    [Fact]
    public void FrameworkWithoutProfiles_HasNoMap()
    {
        var report = World.Of("A 1").With(World.Home, "3").Report();
        Assert.Null(RequirementMap.Of(report));
        Assert.Throws<InputException>(() => RequirementMap.Of(report, "FIRST"));
    }

    private static World WorldOf(int minimum)
    {
        var framework = World.FrameworkOf("A 1 1");
        return new World(framework with { Profiles = [new RequirementProfile("FIRST", "First participation", framework.Indicators.ToImmutableSortedDictionary(i => i.Code, _ => minimum, StringComparer.Ordinal))] });
    }

    private static List<Outcome> Outcomes(RequirementRow row) => [.. row.Result.Requirements.Select(line => line.Outcome)];

    private static List<FigureState> States(RequirementRow row) => [row.Standing.StateOf(0), row.Standing.StateOf(1)];

    private static string NameOf(RequirementRow row) => Country.NameOf(row.Standing.Code, English);
}
