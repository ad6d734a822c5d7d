using System.Text.Json;
using Dashboard.Data.Opinions;
using Dashboard.Web.Scoring.Grid;
using Dashboard.Web.Scoring.Saving;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Opinions;

/// <summary>What the page of a second opinion hands to its script: what its reviewer said, the key of the outbox, words and addresses. Nothing of the assessment's answers.</summary>
internal static class OpinionPageFacts
{
    public static string Of(OpinionView view, OutboxKey outbox)
    {
        var stored = view.Own!.Answers.ToDictionary(a => a.Indicator);
        var words = PageFacts.TextsOfScript();
        words["overtaken"] = PageFacts.Format("Opinion.Overtaken");
        return JsonSerializer.Serialize(
            new
            {
                Facts = new
                {
                    Opinion = view.Own.Opinion.Id,
                    Rows = view.Framework.Indicators.Select(i => new { i.Code, IsOpen = true, Stored = StoredFacts.Of(stored.GetValueOrDefault(i.Code)) }),
                },
                Outbox = outbox,
                Words = words,
                Addresses = new { Changes = Urls.OpinionChanges, Key = Urls.OutboxKey },
                Scale = new { view.Framework.Minimum, view.Framework.Maximum },
            },
            JsonSerializerOptions.Web);
    }
}
