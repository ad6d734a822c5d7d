using Dashboard.Core.Assessments;
using Dashboard.Data.Opinions;
using Dashboard.Web.Tests.Security.Guarded;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Web.Tests.Security.Canaries;

/// <summary>Whoever gives a second opinion on an assessment finds its answers in nothing that they can ask for, until they hand it in.</summary>
public sealed class BlindReaderTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private const string Key = "reviewer";

    // What is in review; and a draft revision, with the approved one before it.
    [Theory]
    [InlineData(13, "/scoring/NOR?cycle=2026", new[] { 13 })]
    [InlineData(2, "/scoring/JPN?cycle=2026", new[] { 1, 2 })]
    public async Task Output_HoldsNothingOfTheAnswers_AndIsTheSameWhateverTheyAre(int sheet, string page, int[] hidden)
    {
        var client = await server.OfAsync(Key);
        Assert.Contains(Sheet.MarkOf(sheet), await Reader.GetAsync(client, page));
        var opinion = await server.Get<OpinionStore>().BeginAsync(Everybody.All[Key], sheet);

        var here = await OutputsAsync(client);
        foreach (var (what, text) in here)
            Assert.All(hidden, id => Assert.False(text.Contains(Sheet.MarkOf(id), StringComparison.Ordinal), $"{what} shows words of assessment {id}."));
        // What can be judged from is shown, and nowhere but there.
        Assert.Equal([page.Replace("?", "/opinion?", StringComparison.Ordinal)], here.Where(o => o.Value.Contains(Sheet.EvidenceMarkOf(sheet), StringComparison.Ordinal) && !o.Key.Contains("basis", StringComparison.Ordinal)).Select(o => o.Key));

        // Other levels, other words, and fewer answers.
        await using (var context = server.Context())
        {
            await context.Scores.Where(s => hidden.Contains(s.AssessmentId)).ExecuteUpdateAsync(set => set.SetProperty(s => s.Answer.Level, 5 - sheet % 3).SetProperty(s => s.ChangedBy, "Somebody else"));
            await context.Scores.Where(s => s.AssessmentId == sheet && s.Indicator.StartsWith("NET")).ExecuteDeleteAsync();
        }

        var there = await OutputsAsync(client);
        foreach (var (what, text) in here)
            Assert.True(text == there[what], $"{what} differs with answers that are hidden.");

        // For whoever may see them it does differ; and so it does for the reviewer afterwards.
        Assert.Contains(Sheet.MarkOf(sheet), await Reader.GetAsync(await server.OfAsync("desk"), page));
        await server.Get<OpinionStore>().SaveAsync(Everybody.All[Key], opinion.Id, "LAN-3", Answer.Of(2), 0);
        await server.Get<OpinionStore>().HandInAsync(Everybody.All[Key], opinion.Id);
        Assert.Contains(Sheet.MarkOf(sheet), await Reader.GetAsync(client, page));
    }

    private static async Task<Dictionary<string, string>> OutputsAsync(HttpClient client)
    {
        var outputs = new Dictionary<string, string>();
        foreach (var address in Addresses.Steady)
            outputs.Add(address, Reader.Steady(await Reader.GetAsync(client, address)));
        return outputs;
    }
}
