using System.Globalization;
using CsCheck;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>Random worlds for laws, from fixed seeds.</summary>
internal static class Worlds
{
    public const int Many = 400;
    private static readonly string[] Countries = ["EST", "FIN", "FRA", "JPN", "NOR", "USA"];

    private static readonly Gen<string> Answers = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 5], Gen.OneOf(Gen.Const(""), Gen.Const("l"), Gen.Const("m"), Gen.Const("h")), (level, confidence) => level.ToString(CultureInfo.InvariantCulture) + confidence)),
        (2, Gen.Const("-")),
        (1, Gen.Const("x")),
        (1, Gen.Int[0, 5].Select(level => FormattableString.Invariant($"w{level}"))));

    private static readonly Gen<double> Weight = Gen.OneOf(Gen.Const(1.0), Gen.Double[0.01, 10], Gen.Int[1, 9].Select(n => n / 10.0));

    public static Gen<Framework> Framework { get; } =
        Gen.Select(Weight, Weight.Array[1, 5]).Array[1, 4].Select(areas => World.FrameworkOf(areas));

    /// <summary>A framework and four to six countries with an answer to every indicator; some members hold no assessment.</summary>
    public static Gen<World> Any { get; } = Framework.SelectMany(Within);

    /// <summary>Two cycles: other answers, other members, and a third of the time another framework.</summary>
    public static Gen<(World Before, World Now)> Two { get; } =
        from framework in Framework
        from changed in Gen.Int[0, 2]
        from other in Framework
        from before in Within(framework)
        from now in Within(changed == 0 ? other with { Version = "2" } : framework)
        from membersBefore in Gen.Shuffle(Countries, 2, 5)
        from membersNow in Gen.Shuffle(Countries, 2, 5)
        select (before with { CycleCode = "2025", Day = new DateOnly(2025, 6, 30), Members = [.. membersBefore] }, now with { Members = [.. membersNow] });

    /// <summary>Checks a law on <see cref="Many"/> values, the same in every run.</summary>
    public static void Hold<T>(Gen<T> values, Action<T> law)
    {
        for (var seed = 0UL; seed < Many; seed++)
        {
            var value = values.Generate(new PCG(7, seed), null, out _);
            try
            {
                law(value);
            }
            catch (Exception fault)
            {
                Assert.Fail($"Seed {seed}: {fault.Message}\n{Describe(value)}");
            }
        }
    }

    /// <summary>A place in a world: a country that holds an assessment and one of its indicators.</summary>
    public static Gen<(World World, string Country, int Indicator)> Place(Gen<World> worlds) =>
        from world in worlds
        from country in Gen.Int[0, world.Answers.Count - 1].Select(n => world.Answers.Keys.ElementAt(n))
        from indicator in Gen.Int[0, world.Framework.Indicators.Length - 1]
        select (world, country, indicator);

    public static World Change(this World world, string country, int indicator, string answer) =>
        world with { Answers = world.Answers.SetItem(country, world.Answers[country].SetItem(indicator, answer)) };

    private static Gen<World> Within(Framework framework) =>
        from count in Gen.Int[3, 5]
        from countries in Gen.Shuffle(Countries, count)
        from answers in Answers.Array[framework.Indicators.Length].Array[count + 1]
        select countries.Append(World.Subject).Distinct().Zip(answers).Aggregate(
            new World(framework, [.. Countries.Except([World.Subject])]),
            (world, pair) => world.With(pair.First, string.Join(' ', pair.Second)));

    private static string Describe<T>(T value) => value switch
    {
        World world => string.Join("; ", world.Answers.Select(a => $"{a.Key}: {string.Join(' ', a.Value)}"))
            + " | " + string.Join("; ", world.Framework.Areas.Select(a => FormattableString.Invariant($"{a.Weight}: {string.Join(' ', a.Indicators.Select(i => i.Weight))}"))),
        ValueTuple<World, World> two => Describe(two.Item1) + "\n" + Describe(two.Item2),
        ValueTuple<World, string, int> place => $"{place.Item2} {place.Item3} in {Describe(place.Item1)}",
        _ => value?.ToString() ?? "",
    };
}
