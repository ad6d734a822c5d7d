using System.CommandLine;
using System.Globalization;
using Dashboard.Data.Assessments;

namespace Dashboard.Web.CommandLine;

/// <summary>assessment carry JPN</summary>
internal static class CarryCommand
{
    public static Command Create()
    {
        var country = SharedOptions.Country("The country assessed.");
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = AssessmentCommand.BasisOption();
        var command = new Command("carry", "Fill what has no answer from the cycle before, to be confirmed by saving the answer; until then it counts as not assessed.") { country, cycle, basis };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var sheet = await AssessmentCommand.OwnAsync(session, options.GetRequiredValue(country), options.GetValue(cycle), options.GetValue(basis), cancel);
            var plan = await session.Get<CarryStore>().CarryAsync(session.Viewer, sheet.Assessment.Id, cancel);
            await session.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{plan.Fills.Length} carried over from {plan.From}, to be confirmed."));
            if (plan.Reworded.Length > 0)
                await session.Errors.WriteLineAsync($"Left out, because their levels are worded otherwise than in {plan.From}: {string.Join(", ", plan.Reworded)}.");
            if (plan.Elsewhere.Length > 0)
                await session.Errors.WriteLineAsync($"Left out, because {session.Viewer.Name} may not score them: {string.Join(", ", plan.Elsewhere)}.");
            return 0;
        });
        return command;
    }
}
