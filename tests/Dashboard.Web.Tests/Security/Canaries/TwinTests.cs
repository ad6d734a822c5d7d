using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>
/// What somebody gets does not change with what they may not see: neither n nor "of", no rank, no limit of an axis and no marking gives
/// it away.
/// </summary>
public sealed class TwinTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    [Theory]
    [InlineData("partner", false)]
    [InlineData("partner", true)]
    [InlineData("foreign", false)]
    [InlineData("foreign", true)]
    [InlineData("uncleared", false)]
    [InlineData("uncleared", true)]
    [InlineData("administrator", false)]
    [InlineData("auditor-est", false)]
    public async Task Output_IsTheSame_WhateverIsHidden(string key, bool drops)
    {
        await server.StoreAsync(new Variant());
        var here = await OutputsAsync(key);
        await server.StoreAsync(new Variant(key, drops));
        var there = await OutputsAsync(key);
        await server.StoreAsync(new Variant());
        foreach (var (what, text) in here)
            Assert.True(text == there[what], $"{what} tells {key} what is hidden: {Difference(text, there[what])}");
    }

    // The comparison can fail: it does for those who may see what changes.
    [Theory]
    [InlineData("partner", "foreign")]
    [InlineData("foreign", "partner")]
    public async Task Output_Differs_ForWhoeverMaySeeIt(string hiddenFrom, string reader)
    {
        await server.StoreAsync(new Variant());
        var here = await OutputsAsync(reader);
        await server.StoreAsync(new Variant(hiddenFrom));
        var there = await OutputsAsync(reader);
        await server.StoreAsync(new Variant());
        Assert.Contains(here, output => output.Value != there[output.Key]);
    }

    private async Task<Dictionary<string, string>> OutputsAsync(string key)
    {
        var client = await server.OfAsync(key);
        var outputs = new Dictionary<string, string>();
        foreach (var address in Addresses.Steady)
            outputs.Add(address, Reader.Steady(await Reader.GetAsync(client, address)));
        if (Everybody.All[key].ReadsScores)
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
