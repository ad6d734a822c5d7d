using Dashboard.Core;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Web.Accounts;
using Dashboard.Web.Scoring.Together;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring.Saving;

/// <summary>
/// Where the scoring page's script sends what a planner answers. By requests and not by the page's circuit: a change is sent again until it
/// is acknowledged, whatever became of the circuit, the server or the sign-in meanwhile.
/// </summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this WebApplication app)
    {
        // Only our own pages: the origin is checked for all of them, and a foreign form cannot send JSON.
        app.MapPost(Urls.Changes, SaveAsync).DisableAntiforgery();
        app.MapPost(Urls.OutboxKey, (SealedKey sealedKey, HttpContext request, OutboxKeys keys) =>
            keys.Open(WhoAsks(request), sealedKey.Seal) is { } key ? Results.Json(new { key }) : Results.StatusCode(StatusCodes.Status403Forbidden)).DisableAntiforgery();
    }

    private static async Task<IResult> SaveAsync(ChangeRequest change, HttpContext request, ScoreStore scores, ChangeFeed feed, DemonstrationMode demonstration, CancellationToken cancel)
    {
        var who = WhoAsks(request);
        if (change.Account != OutboxKeys.AccountOf(who))
            return Results.StatusCode(StatusCodes.Status409Conflict);
        try
        {
            var outcome = await scores.SaveAsync(who.Viewer, new CellKey(change.Assessment, change.Indicator), change.ToAnswer(), change.Base, change.Change, cancel);
            feed.Poke();
            return Results.Json(ChangeReply.Of(outcome, demonstration.NameOf));
        }
        catch (InputException refused)
        {
            return Results.Json(new ChangeReply("refused", Why: refused.Message));
        }
    }

    private static SignedIn WhoAsks(HttpContext request) => request.Features.Get<SignedIn>() ?? throw new InvalidOperationException("The endpoint is for who is signed in.");

    private sealed record SealedKey(string Seal);
}
