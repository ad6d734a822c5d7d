using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Opinions;
using Dashboard.Data.Release;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Data.Tests.Assessments;

/// <summary>Brings assessments into the states of the workflow's table, and tries its actions on them.</summary>
/// <param name="stores">The stores.</param>
/// <param name="steward">Who does whatever is to be done first: the operator of the command line.</param>
/// <param name="lastEditor">Who saves the last answer before an assessment goes on.</param>
internal sealed class WorkflowSteps(IServiceProvider stores, Viewer steward, Viewer lastEditor)
{
    private const string Before = "2025";
    private static readonly string[] Areas = [.. FrameworkJson.BuiltIn.Areas.Select(a => a.Code)];

    private AssessmentStore Store => Get<AssessmentStore>();

    /// <summary>The step of the rule that an action takes; null if the rule is another one.</summary>
    public static SheetStep? StepOf(string action) => action switch
    {
        "sign" => SheetStep.SignArea,
        "submit" or "agree" or "approve" or "return" or "comment" => CodeName.Parse<SheetStep>("step", action),
        _ => null,
    };

    /// <summary>Makes what an assessment of the next cycle is carried over from.</summary>
    public async Task AnswerBeforeAsync(IEnumerable<string> countries)
    {
        await Get<CatalogStore>().AddCycleAsync(steward, Before, new DateOnly(2025, 6, 30), null);
        foreach (var country in countries)
        {
            var before = await Store.BeginAsync(steward, country, Before, Basis.Estimated, "restricted");
            await AnswerAsync(steward, before, "LAN-3", Answer.Of(2));
            await GoAsync(before, "approved");
        }
    }

    /// <summary>A draft with an answer, ready for an action.</summary>
    public async Task<Assessment> BeginAsync(string country, string cycle, string action)
    {
        var begun = await Store.BeginAsync(steward, country, cycle, Basis.Estimated, "restricted");
        await AnswerAsync(lastEditor, begun, "LAN-1", Answer.Of(3));
        return await ReadyAsync(begun, action);
    }

    /// <summary>A revision of what is approved, ready for an action.</summary>
    public async Task<Assessment> ReviseAsync(Assessment approved, string action) => await ReadyAsync(await Store.ReviseAsync(steward, approved.Id), action);

    /// <summary>Brings a draft into a state.</summary>
    public async Task<Assessment> ReachAsync(Assessment draft, string state, string action)
    {
        await GoAsync(draft, state == "superseded" ? "approved" : state);
        if (state == "superseded")
            await Store.ReviseAsync(steward, draft.Id);
        // What is signed already would not be signed again.
        if (action == "sign" && state is "draft" or "returned")
            await AnswerAsync(lastEditor, draft, "LAN-1", Answer.Of(1));
        return draft;
    }

    /// <summary>The revision as a viewer sees it; null if they do not.</summary>
    public Task<OpenedSheet?> OpenAsync(Viewer viewer, Assessment on) => Store.OwnAsync(viewer, on.Country, on.Cycle, on.Basis, on.Revision);

    /// <summary>Why an action was refused; null if it was done.</summary>
    public async Task<string?> TryAsync(string action, Viewer by, Assessment on)
    {
        try
        {
            if (action == "answer")
                return await SaveAsync(by, on, "LAN-1", Answer.Of(5)) is SaveOutcome.Refused refused ? refused.Why : null;
            await (Task)(action switch
            {
                "sign" => Get<SignOffStore>().SignAsync(by, (await OpenAsync(steward, on))!, "LAN"),
                "submit" => Store.MoveAsync(by, on.Id, AssessmentStatus.InReview),
                "agree" => Get<SignOffStore>().AgreeAsync(by, new CellKey(on.Id, "LAN-2"), 1),
                "approve" => Store.MoveAsync(by, on.Id, AssessmentStatus.Approved),
                "return" => Store.MoveAsync(by, on.Id, AssessmentStatus.Returned, "Look again."),
                "comment" => Get<CommentStore>().AddAsync(by, new CellKey(on.Id, "LAN-1"), null, "Which exercise shows it?"),
                "carry" => Get<CarryStore>().CarryAsync(by, on.Id),
                "confirm" => Get<CarryStore>().ConfirmAsync(by, on.Id, (await OpenAsync(steward, on))!.Scores),
                "opinion" => Get<OpinionStore>().BeginAsync(by, on.Id),
                "revise" => Store.ReviseAsync(by, on.Id),
                "release" => Get<ReleaseStore>().ReleaseAsync(by, on.Id, "GBR", ""),
                "publish" => Get<CatalogStore>().PublishAsync(by, on.Cycle),
                _ => throw new ArgumentOutOfRangeException(nameof(action), action, "no such action"),
            });
            return null;
        }
        catch (InputException refused)
        {
            return refused.Message;
        }
    }

    private async Task<Assessment> ReadyAsync(Assessment draft, string action)
    {
        if (action == "confirm")
            await Get<CarryStore>().CarryAsync(steward, draft.Id);
        if (action == "agree")
            await AnswerAsync(lastEditor, draft, "LAN-2", Answer.NotApplicable("no such force"));
        await AnswerAsync(lastEditor, draft, "LAN-1", Answer.Of(4));
        return draft;
    }

    private async Task GoAsync(Assessment draft, string state)
    {
        await Get<SignOffStore>().SignAsync(steward, (await OpenAsync(steward, draft))!, Areas);
        if (state == "draft")
            return;
        await Store.MoveAsync(steward, draft.Id, AssessmentStatus.InReview);
        if (state == "returned")
            await Store.MoveAsync(steward, draft.Id, AssessmentStatus.Returned, "Look again.");
        if (state is not ("reviewed" or "approved"))
            return;
        if ((await OpenAsync(steward, draft))!.Scores.FirstOrDefault(s => s.NeedsConsent) is { } open)
            await Get<SignOffStore>().AgreeAsync(steward, new CellKey(draft.Id, open.Indicator), open.Version);
        await Store.MoveAsync(steward, draft.Id, AssessmentStatus.Approved);
        if (state == "approved")
            await Store.MoveAsync(steward, draft.Id, AssessmentStatus.Approved);
    }

    private async Task AnswerAsync(Viewer by, Assessment on, string indicator, Answer answer) => Assert.IsType<SaveOutcome.Saved>(await SaveAsync(by, on, indicator, answer));

    private async Task<SaveOutcome> SaveAsync(Viewer by, Assessment on, string indicator, Answer answer)
    {
        var version = (await OpenAsync(steward, on))!.Scores.FirstOrDefault(s => s.Indicator == indicator)?.Version ?? 0;
        return await Get<ScoreStore>().SaveAsync(by, new CellKey(on.Id, indicator), answer, version, new Guid(on.Id, (short)version, short.Parse(indicator[^1..], System.Globalization.CultureInfo.InvariantCulture), new byte[8]));
    }

    private T Get<T>() where T : notnull => stores.GetRequiredService<T>();
}
