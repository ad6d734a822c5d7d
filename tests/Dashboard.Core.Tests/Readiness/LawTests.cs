using System.Collections.Immutable;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>What holds for every framework, every emptiness and every group.</summary>
public sealed class LawTests
{
    [Fact]
    public void RaisingALevel_NeverLowersAScoreNorWidensAGapBehind() => Worlds.Hold(Worlds.Place(Worlds.Any), at =>
    {
        if (!char.IsAsciiDigit(at.World.Answers[World.Subject][at.Indicator][0]) || at.World.Answers[World.Subject][at.Indicator][0] == '5')
            return;
        var answer = at.World.Answers[World.Subject][at.Indicator];
        var (before, after) = (at.World.Report(draws: 0), at.World.Change(World.Subject, at.Indicator, (char)(answer[0] + 1) + answer[1..]).Report(draws: 0));
        foreach (var (was, now) in Pairs(before, after))
        {
            Assert.True((now.Score.Value ?? 0) >= (was.Score.Value ?? 0) - 1e-12);
            Assert.True((now.Gap ?? 0) >= (was.Gap ?? 0) - 1e-12);
            Assert.Equal(was.Score.Value is null, now.Score.Value is null);
        }
    });

    [Fact]
    public void ALostAnswer_NeverNarrowsTheRange() => Worlds.Hold(Worlds.Place(Worlds.Any), at =>
    {
        if (at.World.Answers[at.Country][at.Indicator] == "x")
            return;
        var (was, now) = (at.World.Readiness(at.Country), at.World.Change(at.Country, at.Indicator, "-").Readiness(at.Country));
        foreach (var (a, b) in was.Areas.Append(was.Total).Zip(now.Areas.Append(now.Total)).Where(pair => pair.First.IsApplicable))
        {
            Assert.True(b.Range!.Value.Low <= a.Range!.Value.Low + 1e-12);
            Assert.True(b.Range!.Value.High >= a.Range!.Value.High - 1e-12);
        }
    });

    [Fact]
    public void AFurtherUnansweredIndicator_NeverNarrowsTheRange_AndLeavesTheScoreOrMakesItInsufficient() => Worlds.Hold(Worlds.Any, world =>
    {
        var longer = Lengthened(world, "-");
        foreach (var country in world.Answers.Keys)
        {
            var (was, now) = (world.Readiness(country).Areas[^1], longer.Readiness(country).Areas[^1]);
            Assert.True(now.Value is null || was.Value is { } score && Math.Abs(score - now.Value.Value) < 1e-12);
            if (was.Range is { } before)
                Assert.True(now.Range!.Value.Low <= before.Low + 1e-12 && now.Range!.Value.High >= before.High - 1e-12);
        }
    });

    [Fact]
    public void ANotApplicableIndicator_ChangesNothing() => Worlds.Hold(Worlds.Any, world =>
    {
        var longer = Lengthened(world, "x");
        foreach (var country in world.Answers.Keys)
            Assert.Equal(world.Readiness(country).Areas.Append(world.Readiness(country).Total), longer.Readiness(country).Areas.Append(longer.Readiness(country).Total));
        foreach (var (was, now) in Pairs(world.Report(draws: 0), longer.Report(draws: 0)))
            Assert.Equal((was.Gap, was.Benchmark, was.MatchedGap, was.N), (now.Gap, now.Benchmark, now.MatchedGap, now.N));
    });

    [Fact]
    public void TheRange_ContainsTheScore() => Worlds.Hold(Worlds.Any, world =>
    {
        foreach (var score in world.Answers.Keys.Select(c => world.Readiness(c)).SelectMany(r => r.Areas.Append(r.Total)).Where(s => s.Value is not null))
            Assert.True(score.Range!.Value.Contains(score.Value!.Value));
    });

    [Fact]
    public void TheBenchmark_DoesNotContainTheSubject() => Worlds.Hold(Worlds.Place(Worlds.Any), at =>
    {
        var member = at.World with { Members = at.World.Members.Add(World.Subject) };
        foreach (var (was, now) in Pairs(member.Report(draws: 0), member.Change(World.Subject, at.Indicator, "5h").Report(draws: 0)))
            Assert.Equal((was.Benchmark, was.N), (now.Benchmark, now.N));
        Assert.Equal(at.World.Report(draws: 0).Total.Benchmark, member.Report(draws: 0).Total.Benchmark);
    });

    [Fact]
    public void TheOrderOfCountries_DoesNotMatter() => Worlds.Hold(Worlds.Any, world =>
    {
        foreach (var statistic in Enum.GetValues<Statistic>())
        {
            var backwards = world with { Members = [.. world.Members.Reverse()] };
            Same(GapAnalysis.Run(world.Question(statistic), world.Table(), draws: 50),
                GapAnalysis.Run(backwards.Question(statistic), backwards.Table(world.Sheets.Reverse()), draws: 50));
        }
    });

    [Fact]
    public void TheSameSeed_GivesTheSameDraws() => Worlds.Hold(Worlds.Any, world => Same(world.Report(draws: 100), world.Report(draws: 100)));

    [Fact]
    public void WhatIsWithheld_MovesNoFigure() => Worlds.Hold(Worlds.Place(Worlds.Any), at =>
    {
        if (at.World.Answers[at.Country][at.Indicator][0] == 'w')
            Same(at.World.Report(draws: 50), at.World.Change(at.Country, at.Indicator, "w" + ('5' - at.World.Answers[at.Country][at.Indicator][1])).Report(draws: 50));
        var hidden = at.World.Change(at.Country, at.Indicator, "w0");
        Same(hidden.Report(draws: 50), at.World.Change(at.Country, at.Indicator, "-").Report(draws: 50));
    });

    [Fact]
    public void TheBridge_AddsUpExactly() => Worlds.Hold(Worlds.Two, two =>
    {
        var (before, now) = two;
        foreach (var statistic in Enum.GetValues<Statistic>())
        {
            var question = now.Question(statistic) with { Group = Joined(before, now) };
            var report = GapAnalysis.Run(question, now.Table(), before.Table(), draws: 0);
            var earlier = GapAnalysis.Run(question, before.Table(), draws: 0);
            foreach (var row in report.Changes!.Areas.Append(report.Changes.Total))
            {
                Assert.Equal(row.Code is null ? earlier.Total.Gap : earlier.Areas.FirstOrDefault(a => a.Code == row.Code)?.Gap, row.From);
                Assert.Equal(row.Code is null ? report.Total.Gap : report.Areas.Single(a => a.Code == row.Code).Gap, row.To);
                Assert.Equal(row.From is null || row.To is null, row.Steps.IsEmpty);
                if (!row.Steps.IsEmpty)
                    Assert.Equal(row.To!.Value - row.From!.Value, row.Steps.Sum(s => s.Change), 1e-9);
            }
        }
    });

    // The members of each world at its own date.
    private static CountryGroup Joined(World before, World now) => now.Group with
    {
        Memberships =
        [
            .. before.Group.Memberships.Select(m => m with { To = World.AsOf }),
            .. now.Group.Memberships.Select(m => m with { From = World.AsOf }),
        ],
    };

    // The last area gets one more indicator.
    private static World Lengthened(World world, string answer) => world with
    {
        Framework = World.FrameworkOf([.. world.Framework.Areas.Select((a, i) =>
            (a.Weight, (double[])[.. a.Indicators.Select(x => x.Weight), .. i == world.Framework.Areas.Length - 1 ? [1.5] : Array.Empty<double>()]))]),
        Answers = world.Answers.ToImmutableSortedDictionary(a => a.Key, a => a.Value.Add(answer)),
    };

    private static IEnumerable<(GapRow Was, GapRow Now)> Pairs(GapReport was, GapReport now) =>
        was.Areas.OrderBy(r => r.Order).Append(was.Total).Zip(now.Areas.OrderBy(r => r.Order).Append(now.Total));

    private static void Same(GapReport one, GapReport other)
    {
        foreach (var (a, b) in Pairs(one, other))
        {
            Assert.Equal((a.Score, a.CouldLie, a.Weakest, a.Benchmark, a.Gap, a.GapBand), (b.Score, b.CouldLie, b.Weakest, b.Benchmark, b.Gap, b.GapBand));
            Assert.Equal((a.MatchedGap, a.Finding, a.Position, a.N, a.Answers), (b.MatchedGap, b.Finding, b.Position, b.N, b.Answers));
        }

        Assert.Equal(one.Areas.Select(r => r.Code), other.Areas.Select(r => r.Code));
    }
}
