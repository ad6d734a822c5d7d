using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;

namespace Dashboard.Web.CommandLine;

/// <summary>assessment sign JPN, assessment agree JPN LAN-1, assessment comment JPN LAN-1 --text ..., assessment return JPN --reason ...</summary>
internal static class SignOffCommands
{
    public static IEnumerable<Command> All() => [Sign(), Agree(), Comment(), Return()];

    private static Command Sign()
    {
        var areas = new Option<string?>("--areas") { Description = "Codes of the areas, with commas between (default: all).", HelpName = "LAN,INF" };
        return OnSheet("sign", "Vouch for areas as they are now, before the assessment is sent to review.", [areas], async (options, session, sheet, cancel) =>
        {
            var catalog = session.Get<CatalogStore>();
            var framework = await catalog.FrameworkAsync(Cycle.Require(await catalog.CyclesAsync(cancel), sheet.Assessment.Cycle), cancel);
            var codes = options.GetValue(areas)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? framework.Areas.Select(a => a.Code);
            var signed = await session.Get<SignOffStore>().SignAsync(session.Viewer, sheet.Assessment.Id, codes.Select(framework.RequireArea).Distinct().ToDictionary(a => a.Code, a => Signature.SealOf(a, sheet)), cancel);
            return signed.IsEmpty ? "Signed as they are already." : $"Signed: {string.Join(", ", signed)}.";
        });
    }

    private static Command Agree()
    {
        var indicator = new Argument<string>("INDICATOR") { Description = "An indicator that is said not to apply." };
        return OnSheet("agree", "Agree, as reviewer, that an indicator does not apply.", [indicator], async (options, session, sheet, cancel) =>
        {
            var code = options.GetRequiredValue(indicator);
            var seen = sheet.Scores.FirstOrDefault(s => string.Equals(s.Indicator, code, StringComparison.OrdinalIgnoreCase))?.Version ?? 0;
            return await session.Get<SignOffStore>().AgreeAsync(session.Viewer, new CellKey(sheet.Assessment.Id, code), seen, cancel) is SaveOutcome.Saved saved
                ? $"Agreed: {saved.Score.Indicator} does not apply."
                : throw new InputException($"{code} was changed meanwhile: look at it again.");
        });
    }

    private static Command Comment()
    {
        var indicator = new Argument<string>("INDICATOR") { Description = "The indicator." };
        var text = new Option<string>("--text") { Description = "What is said.", HelpName = "TEXT", Required = true };
        return OnSheet("comment", "Say something of an answer, for those who work on the assessment.", [indicator, text], async (options, session, sheet, cancel) =>
        {
            var said = await session.Get<CommentStore>().AddAsync(session.Viewer, new CellKey(sheet.Assessment.Id, options.GetRequiredValue(indicator)), null, options.GetRequiredValue(text), cancel);
            return string.Create(CultureInfo.InvariantCulture, $"{said.Indicator}: thread {said.Id} begun.");
        });
    }

    private static Command Return()
    {
        var reason = new Option<string?>("--reason") { Description = "Why; may be left out where an open comment says it.", HelpName = "TEXT" };
        return OnSheet("return", "Send an assessment in review back to its planners.", [reason], async (options, session, sheet, cancel) =>
            AssessmentCommand.Standing(await session.Get<AssessmentStore>().MoveAsync(session.Viewer, sheet.Assessment.Id, AssessmentStatus.Returned, options.GetValue(reason) ?? "", cancel)));
    }

    private static Command OnSheet(string name, string what, Symbol[] inputs, Func<ParseResult, Session, OpenedSheet, CancellationToken, Task<string>> work)
    {
        var country = SharedOptions.Country("The country assessed.");
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = AssessmentCommand.BasisOption();
        var command = new Command(name, what) { country, cycle, basis };
        foreach (var input in inputs)
        {
            if (input is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)input);
        }

        command.Does(create: false, async (options, session, cancel) =>
        {
            var sheet = await AssessmentCommand.OwnAsync(session, options.GetRequiredValue(country), options.GetValue(cycle), options.GetValue(basis), cancel);
            await session.Output.WriteLineAsync(await work(options, session, sheet, cancel));
            return 0;
        });
        return command;
    }
}
