using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>
/// What somebody gets does not change with what they may not see: neither n nor "of", no rank, no limit of an axis and no marking gives
/// it away.
/// </summary>
public sealed class TwinTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    [Theory]
    [InlineData("partner")]
    [InlineData("foreign")]
    [InlineData("uncleared")]
    public Task Output_IsTheSame_WhateverIsHidden(string key) => IsTheSameAsync(key, new Variant(key), new Variant(key, Drops: true));

    [Theory]
    [InlineData("administrator")]
    [InlineData("auditor-est")]
    public Task Output_IsTheSame_WhateverIsHiddenFromThoseWhoReadNoScores(string key) => IsTheSameAsync(key, new Variant(key));

    // The comparison can fail: it does for those who may see what changes.
    [Theory]
    [InlineData("partner", "foreign")]
    [InlineData("foreign", "partner")]
    public async Task Output_Differs_ForWhoeverMaySeeIt(string hiddenFrom, string reader)
    {
        await server.StoreAsync(new Variant());
        // Reports are enough: one of them tells.
        var here = await OutputsAsync(reader, "/gaps/");
        await server.StoreAsync(new Variant(hiddenFrom));
        var there = await OutputsAsync(reader, "/gaps/");
        await server.StoreAsync(new Variant());
        Assert.Contains(here, output => output.Value != there[output.Key]);
    }

    private async Task IsTheSameAsync(string key, params Variant[] others)
    {
        await server.StoreAsync(new Variant());
        var here = await OutputsAsync(key);
        foreach (var other in others)
        {
            await server.StoreAsync(other);
            var there = await OutputsAsync(key);
            foreach (var (what, text) in here)
                Assert.True(text == there[what], $"{what} tells {key} what is hidden ({other}): {Difference(text, there[what])}");
        }

        await server.StoreAsync(new Variant());
    }

    private async Task<Dictionary<string, string>> OutputsAsync(string key, string only = "")
    {
        var client = await server.OfAsync(key);
        var outputs = new Dictionary<string, string>();
        foreach (var address in Addresses.Steady.Where(address => address.StartsWith(only, StringComparison.Ordinal)))
            outputs.Add(address, Reader.Steady(await Reader.GetAsync(client, address)));
        if (Everybody.All[key].ReadsScores && only.Length == 0)
            foreach (var command in ReaderCommands.Giving)
                outputs.Add(command, Reader.Steady(await Reader.RunAsync(server, Everybody.All[key], command)));
        return outputs;
    }

    private static string Difference(string here, string there)
    {
        var place = here.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"'{Around(here, place)}' and '{Around(there, place)}'";

        static string Around(string text, int place) => text[Math.Max(0, place - 120)..Math.Min(text.Length, place + 120)];
    }
}
