using System.CommandLine;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;

namespace Dashboard.Web.CommandLine;

/// <summary>assessment release, withdraw, mark</summary>
internal static class ReleaseCommands
{
    private const string None = "none";

    public static Command Release()
    {
        var to = new Option<string>("--to") { Description = "Nations and groups, with commas; nobody else sees it any more.", HelpName = "LIST", Required = true };
        return Decide("release", "Release the newest approved revision of an assessment to other nations.", to, options => options.GetRequiredValue(to));
    }

    public static Command Withdraw() =>
        Decide("withdraw", "Withdraw the release of an assessment, of all its revisions, from every other nation.", null, _ => "");

    public static Command Mark()
    {
        var country = SharedOptions.Country("The country assessed.");
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = AssessmentCommand.BasisOption();
        var classification = new Option<string>("--classification") { Description = "The classification; with --indicator also none, for as the assessment.", HelpName = "LEVEL", Required = true };
        var compilation = new Option<string?>("--compilation") { Description = "A higher classification of the whole, or none (default: as it is).", HelpName = "LEVEL" };
        var indicator = new Option<string?>("--indicator") { Description = "Mark this answer alone, not lower than its assessment.", HelpName = "INDICATOR" };
        var command = new Command("mark", "Classify an assessment, its compilation, or one answer of it.") { country, cycle, basis, classification, compilation, indicator };
        command.Does(create: false, async (options, session, cancel) =>
        {
            var sheet = await AssessmentCommand.OwnAsync(session, options.GetRequiredValue(country), options.GetValue(cycle), options.GetValue(basis), cancel);
            var (level, whole) = (options.GetRequiredValue(classification), options.GetValue(compilation));
            if (options.GetValue(indicator) is not { } code)
            {
                var to = whole is null ? sheet.Assessment.Marking.Compilation : IsNone(whole) ? null : whole;
                return await SayAsync(session, await session.Get<MarkingStore>().MarkAsync(session.Viewer, sheet.Assessment.Id, level, to, sheet.Assessment.Marking, cancel));
            }

            if (whole is not null)
                throw InputException.Of("PartHasCompilation", code);
            return await MarkScoreAsync(session, sheet, code, IsNone(level) ? null : level, cancel);
        });
        return command;
    }

    private static bool IsNone(string text) => string.Equals(text.Trim(), None, StringComparison.OrdinalIgnoreCase);

    private static async Task<int> MarkScoreAsync(Session session, OpenedSheet sheet, string code, string? level, CancellationToken cancel)
    {
        var seen = sheet.Scores.FirstOrDefault(s => string.Equals(s.Indicator, code, StringComparison.OrdinalIgnoreCase));
        if (await session.Get<MarkingStore>().MarkScoreAsync(session.Viewer, new CellKey(sheet.Assessment.Id, code), level, seen?.Version ?? 0, cancel) is not SaveOutcome.Saved saved)
            throw InputException.Of("MarkedMeanwhile", code, seen?.Marking?.Classification ?? sheet.Assessment.Marking.Classification);
        await session.Output.WriteLineAsync($"{saved.Score.Indicator}: {saved.Score.Marking?.Classification.ToUpperInvariant() ?? "as the assessment"}.");
        return 0;
    }

    private static Command Decide(string name, string what, Option<string>? to, Func<ParseResult, string> releases)
    {
        var country = SharedOptions.Country("The country assessed.");
        var cycle = SharedOptions.Cycle("The assessment cycle (default: the latest).");
        var basis = AssessmentCommand.BasisOption();
        var command = new Command(name, what) { country, cycle, basis };
        if (to is not null)
            command.Add(to);
        command.Does(create: false, async (options, session, cancel) =>
        {
            var code = Country.Require(options.GetRequiredValue(country)).Alpha3;
            var chosen = Cycle.Require(await session.Get<CatalogStore>().CyclesAsync(cancel), options.GetValue(cycle)).Code;
            return await DecideAsync(session, code, chosen, AssessmentCommand.BasisOf(session.Viewer, code, options.GetValue(basis)), releases(options), cancel);
        });
        return command;
    }

    private static async Task<int> DecideAsync(Session session, string country, string cycle, Basis basis, string releases, CancellationToken cancel)
    {
        if (!session.Viewer.ReleasesAssessments)
            throw new InputException($"{session.Viewer.Name} only reads and may not release assessments: leave --as out to act as the home nation's operator.");
        var store = session.Get<ReleaseStore>();
        var standing = (await store.ListAsync(session.Viewer, cycle, cancel)).FirstOrDefault(s => s.Latest.Country == country && s.Latest.Basis == basis)
            ?? throw new InputException($"{session.Viewer.Nation} has no approved assessment of {country} ({CodeName.Of(basis)}) in {cycle}: approve it first with 'assessment approve {country} --cycle {cycle}'.");
        var change = (await store.OpenAsync(session.Viewer, standing.Latest.Id, cancel))!;
        var decided = await store.ReleaseAsync(session.Viewer, standing.Latest.Id, releases, standing.ReleasableTo, cancel);
        await SayAsync(session, decided);
        var (gain, lose, move, _) = standing.Change(change.Terms, decided.Marking.ReleasableTo);
        foreach (var (said, nations) in new[] { ("See it now", gain), ("See the newer revision now", move), ("No longer see it", lose) }.Where(line => line.Item2.Count > 0))
            await session.Output.WriteLineAsync($"{said}: {string.Join(", ", nations)}.");
        return 0;
    }

    private static async Task<int> SayAsync(Session session, Assessment a)
    {
        var whole = a.Marking.Compilation is { } compilation ? $" (as a whole {compilation.ToUpperInvariant()})" : "";
        await session.Output.WriteLineAsync($"{a.Country} {a.Cycle}, {CodeName.Of(a.Basis)} by {a.Assessor}, revision {a.Revision}: {a.Marking.ToLine()}{whole}.");
        return 0;
    }
}
