using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Data.Assessments;

namespace Dashboard.Web.CommandLine;

/// <summary>score JPN LAN-1 3</summary>
internal static class ScoreCommand
{
    private const int NotSaved = 1;

    public static Command Create()
    {
        var country = SharedOptions.Country("The country assessed.");
        var indicator = new Argument<string>("INDICATOR") { Description = "Code of the indicator, for example LAN-1." };
        var answer = new Argument<string>("ANSWER") { Description = "A level 0 to 5, not-assessed or not-applicable." };
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = AssessmentCommand.BasisOption();
        var confidence = new Option<string?>("--confidence") { Description = "low, moderate or high (default: unstated, which counts as low).", HelpName = "CONFIDENCE" };
        var because = new Option<string>("--because") { Description = "The rationale; required for not-applicable.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var command = new Command("score", "Save one answer of an assessment of the reader's nation.") { country, indicator, answer, cycle, basis, confidence, because };
        command.Does(create: false, options => (Given: AnswerOf(options.GetRequiredValue(answer), options.GetValue(confidence), options.GetRequiredValue(because)), Options: options), async (input, session, cancel) =>
        {
            var (given, options) = input;
            var sheet = await AssessmentCommand.OwnAsync(session, options.GetRequiredValue(country), options.GetValue(cycle), options.GetValue(basis), cancel);
            var code = options.GetRequiredValue(indicator);
            var seen = sheet.Scores.FirstOrDefault(s => string.Equals(s.Indicator, code, StringComparison.OrdinalIgnoreCase));
            var change = Guid.CreateVersion7(session.Get<TimeProvider>().GetUtcNow());
            var outcome = await session.Get<ScoreStore>().SaveAsync(
                session.Viewer, new CellKey(sheet.Assessment.Id, code), given, seen?.Version ?? 0, change, cancel);
            return await SayAsync(outcome, session.Output, session.Errors);
        });
        return command;
    }

    private static Answer AnswerOf(string text, string? confidenceText, string because)
    {
        var confidence = confidenceText is null ? Confidence.Unstated : CodeName.Parse<Confidence>("confidence", confidenceText);
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var level))
            return Answer.Of(level, confidence, because);
        return string.Equals(text, CodeName.Of(ScoreState.NotApplicable), StringComparison.OrdinalIgnoreCase) ? Answer.NotApplicable(because)
            : string.Equals(text, CodeName.Of(ScoreState.NotAssessed), StringComparison.OrdinalIgnoreCase) ? Answer.NotAssessed with { Rationale = because }
            : throw InputException.UnknownChoice("answer", text, ["a whole level 0 to 5", CodeName.Of(ScoreState.NotAssessed), CodeName.Of(ScoreState.NotApplicable)]);
    }

    private static async Task<int> SayAsync(SaveOutcome outcome, TextWriter output, TextWriter errors)
    {
        switch (outcome)
        {
            case SaveOutcome.Saved saved:
                await output.WriteLineAsync($"{saved.Score.Indicator}: {Say(saved.Score.Answer)}, version {saved.Score.Version}.");
                return 0;
            case SaveOutcome.Conflict { Current: { } theirs }:
                await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"Nothing was saved: {theirs.ChangedBy} saved {theirs.Indicator} as {Say(theirs.Answer)} at {theirs.ChangedAt:yyyy-MM-dd HH:mm:ss} UTC. Look at it and decide again."));
                return NotSaved;
            case SaveOutcome.Refused refused:
                await errors.WriteLineAsync(refused.Why);
                return NotSaved;
            default:
                await errors.WriteLineAsync("Nothing was saved: the answer was removed meanwhile. Enter it again.");
                return NotSaved;
        }
    }

    private static string Say(Answer answer) =>
        answer is { State: ScoreState.Scored, Level: { } level } ? level.ToString(CultureInfo.InvariantCulture) : CodeName.Of(answer.State);
}
