using System.CommandLine;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;
using Dashboard.Core.Wording;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;

namespace Dashboard.Web.CommandLine;

/// <summary>assessment begin, revise, submit, approve; carry is in <see cref="CarryCommand"/>, sign, agree, comment and return are in <see cref="SignOffCommands"/>, release, withdraw and mark are in <see cref="ReleaseCommands"/></summary>
internal static class AssessmentCommand
{
    public static Option<string?> BasisOption() => new("--basis")
    {
        Description = "self-assessed (default for the own country), estimated (default for others), peer-reviewed or exercise-observed.",
        HelpName = "BASIS",
    };

    public static Command Create()
    {
        var command = Steps();
        foreach (var step in SignOffCommands.All())
            command.Add(step);
        return command;
    }

    private static Command Steps() => new("assessment", "Begin an assessment, move it along (draft, in review, approved), mark it and release it.")
    {
        Begin(),
        OnExisting("revise", "Begin a new revision of an approved assessment; the approved one stays in reports until the new one is approved.",
            (store, viewer, sheet, cancel) => store.ReviseAsync(viewer, sheet.Assessment.Id, cancel)),
        CarryCommand.Create(),
        Move("submit", "Send an assessment to review.", AssessmentStatus.InReview),
        Move("approve", "Sign an assessment in review: as reviewer, and after that as releasing officer where one is asked for. The last signature approves it; it then enters reports.", AssessmentStatus.Approved),
        ReleaseCommands.Release(),
        ReleaseCommands.Withdraw(),
        ReleaseCommands.Mark(),
    };

    /// <summary>The own nation's latest assessment of a country.</summary>
    /// <exception cref="InputException">Unknown country, cycle or basis, or no such assessment.</exception>
    public static async Task<OpenedSheet> OwnAsync(Session session, string countryText, string? cycleText, string? basisText, CancellationToken cancel)
    {
        if (!session.Viewer.WorksOnAssessments)
            throw new InputException($"{session.Viewer.Name} only reads and may not score, move, mark or release assessments: leave --as out to act as the home nation's operator.");
        var country = Country.Require(countryText).Alpha3;
        var cycle = Cycle.Require(await session.Get<CatalogStore>().CyclesAsync(cancel), cycleText).Code;
        var basis = BasisOf(session.Viewer, country, basisText);
        return await session.Get<AssessmentStore>().OwnAsync(session.Viewer, country, cycle, basis, cancel: cancel)
            ?? throw new InputException($"{session.Viewer.Nation} has no assessment of {country} ({CodeName.Of(basis)}) in {cycle} that {session.Viewer.Name} may see: begin one with 'assessment begin {country} --cycle {cycle}'.");
    }

    public static Basis BasisOf(Viewer viewer, string country, string? text) =>
        text is not null ? CodeName.Parse<Basis>("basis", text) : Bases.DefaultFor(viewer.Nation, country);

    private static Command Begin()
    {
        var country = SharedOptions.Country("The country to assess.");
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = BasisOption();
        var classification = new Option<string?>("--classification") { Description = "Its classification (default: the lowest).", HelpName = "LEVEL" };
        var command = new Command("begin", "Begin an assessment as an empty draft, released to nobody else.") { country, cycle, basis, classification };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var code = Country.Require(options.GetRequiredValue(country)).Alpha3;
            var level = options.GetValue(classification) ?? session.Get<ClassificationLadder>().Lowest;
            var chosen = Cycle.Require(await session.Get<CatalogStore>().CyclesAsync(cancel), options.GetValue(cycle));
            var begun = await session.Get<AssessmentStore>().BeginAsync(session.Viewer, code, chosen.Code, BasisOf(session.Viewer, code, options.GetValue(basis)), level, cancel);
            return await SayAsync(session, begun);
        });
        return command;
    }

    private static Command Move(string name, string what, AssessmentStatus to) =>
        OnExisting(name, what, (store, viewer, sheet, cancel) => store.MoveAsync(viewer, sheet.Assessment.Id, to, cancel: cancel), tellsConcerns: true);

    private static Command OnExisting(
        string name, string what, Func<AssessmentStore, Viewer, OpenedSheet, CancellationToken, Task<Assessment>> step, bool tellsConcerns = false)
    {
        var country = SharedOptions.Country("The country assessed.");
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = BasisOption();
        var command = new Command(name, what) { country, cycle, basis };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var sheet = await OwnAsync(session, options.GetRequiredValue(country), options.GetValue(cycle), options.GetValue(basis), cancel);
            var done = await step(session.Get<AssessmentStore>(), session.Viewer, sheet, cancel);
            if (tellsConcerns)
                await TellAsync(session, sheet, cancel);
            if (sheet.Assessment == done)
                await session.Errors.WriteLineAsync("Signed as reviewer; a releasing officer signs next, then it is approved.");
            return await SayAsync(session, done);
        });
        return command;
    }

    // Beside what was done, so that a script that reads the output is not disturbed.
    private static async Task TellAsync(Session session, OpenedSheet sheet, CancellationToken cancel)
    {
        var catalog = session.Get<CatalogStore>();
        var cycle = Cycle.Require(await catalog.CyclesAsync(cancel), sheet.Assessment.Cycle);
        var framework = await catalog.FrameworkAsync(cycle, cancel);
        var wording = new ConcernWording(cycle, framework, CultureInfo.InvariantCulture);
        foreach (var concern in SheetChecks.Of(framework, sheet, cycle.AsOf))
            await session.Errors.WriteLineAsync(wording.Sentence(concern));
    }

    private static async Task<int> SayAsync(Session session, Assessment a)
    {
        await session.Output.WriteLineAsync(Standing(a));
        return 0;
    }

    /// <summary>Which assessment, and where it stands.</summary>
    public static string Standing(Assessment a) =>
        string.Create(CultureInfo.InvariantCulture, $"{a.Country} {a.Cycle}, {CodeName.Of(a.Basis)} by {a.Assessor}, revision {a.Revision}: {CodeName.Of(a.Status)}.");
}
