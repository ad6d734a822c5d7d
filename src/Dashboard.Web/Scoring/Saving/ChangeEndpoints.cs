using Dashboard.Core;
using Dashboard.Data.Accounts;
using Dashboard.Data.Assessments;
using Dashboard.Data.Opinions;
using Dashboard.Web.Accounts;
using Dashboard.Web.Scoring.Together;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring.Saving;

/// <summary>
/// Where the script of the scoring page sends what a planner answers, and that of a second opinion what its reviewer does. By requests and
/// not by the page's circuit: a change is sent again until it is acknowledged, whatever became of the circuit, the server or the sign-in
/// meanwhile.
/// </summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this WebApplication app)
    {
        // Only our own pages: the origin is checked for all of them, and a foreign form cannot send JSON.
        app.MapPost(Urls.Changes, (ChangeRequest change, HttpContext request, ScoreStore scores, ChangeFeed feed, DemonstrationMode demonstration, CancellationToken cancel) => AnswerAsync(change, request, async who =>
        {
            var outcome = await scores.SaveAsync(who.Viewer, new CellKey(change.Assessment, change.Indicator ?? ""), change.ToAnswer(), change.Base, change.Change, cancel);
            feed.Poke();
            return ChangeReply.Of(outcome, demonstration.NameOf);
        })).DisableAntiforgery();
        app.MapPost(Urls.OpinionChanges, (ChangeRequest change, HttpContext request, OpinionStore opinions, CancellationToken cancel) => AnswerAsync(change, request, async who =>
            ChangeReply.Of(await opinions.SaveAsync(who.Viewer, change.Assessment, change.Indicator ?? "", change.ToAnswer(), change.Base, change.Change, cancel)))).DisableAntiforgery();
        app.MapPost(Urls.OutboxKey, (SealedKey sealedKey, HttpContext request, OutboxKeys keys) =>
            keys.Open(WhoAsks(request), sealedKey.Seal) is { } key ? Results.Json(new { key }) : Results.StatusCode(StatusCodes.Status403Forbidden)).DisableAntiforgery();
    }

    private static async Task<IResult> AnswerAsync(ChangeRequest change, HttpContext request, Func<SignedIn, Task<ChangeReply>> save)
    {
        var who = WhoAsks(request);
        if (change.Account != OutboxKeys.AccountOf(who))
            return Results.StatusCode(StatusCodes.Status409Conflict);
        try
        {
            return Results.Json(await save(who));
        }
        catch (InputException refused)
        {
            return Results.Json(new ChangeReply("refused", Why: refused.Message));
        }
    }

    private static SignedIn WhoAsks(HttpContext request) => request.Features.Get<SignedIn>() ?? throw new InvalidOperationException("The endpoint is for who is signed in.");

    private sealed record SealedKey(string Seal);
}
