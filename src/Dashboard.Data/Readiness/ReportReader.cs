using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Forms;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Assessments;
using Dashboard.Data.Catalog;
using Dashboard.Data.Release;
using Dashboard.Data.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dashboard.Data.Readiness;

/// <summary>What somebody asks of the reader, in their own words; codes are looked up.</summary>
/// <param name="Country">Code or name of the subject.</param>
/// <param name="Against">Code or name of the group, or of a single country.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="Cycle">Code of the cycle; null for the latest in which the reader sees the subject.</param>
/// <param name="WithObservers">Whether observers and partners of the group count.</param>
/// <param name="Preview">Whether a draft of the reader's own nation stands in for its approved assessment of the subject, where the reader may open it.</param>
/// <param name="Source">Which of several assessments of the subject to use; null for the preferred one.</param>
public sealed record ReportRequest(
    string Country, string Against, Statistic Statistic = Statistic.Median, string? Cycle = null, bool WithObservers = false, bool Preview = false, SourceChoice? Source = null);

/// <summary>Where a country stands, and against every group.</summary>
/// <param name="Reports">The answers to the question in every cycle, as in <see cref="ReportHistory"/>.</param>
/// <param name="Groups">One report for each group that has members to compare with, in the groups' order.</param>
/// <param name="Marking">The marking of all of them together.</param>
public sealed record Overview(ImmutableArray<GapReport> Reports, ImmutableArray<GapReport> Groups, Marking Marking);

/// <summary>What may be asked about besides countries.</summary>
/// <param name="Groups">The groups, by code.</param>
/// <param name="Cycles">The cycles, the earliest first.</param>
/// <param name="Forms">The forms that an answer can be written into, by code.</param>
public sealed record Askable(ImmutableArray<CountryGroup> Groups, ImmutableArray<Cycle> Cycles, ImmutableArray<OfferedForm> Forms);

/// <summary>The one way to a report: everything stored of a cycle goes through the release rule, and what comes out is analysed.</summary>
public sealed class ReportReader(IDbContextFactory<DashboardContext> contexts, FrameworkCache frameworks, TermsSource terms, SheetSource sheets, KnownReadings known)
{
    private KnownReadings.Generation? _now;

    /// <summary>A reader whose answers are all of one moment, for what is told together.</summary>
    /// <param name="auditHead">The last entry of the audit when whoever reads was looked up: what they may see and what there is to see are of one moment.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<ReportReader> AtOnceAsync(long auditHead, CancellationToken cancel = default) =>
        new(contexts, frameworks, terms, sheets, known) { _now = await known.AsOfAsync(auditHead, cancel) };

    /// <summary>Answers a question for a reader.</summary>
    /// <exception cref="Core.InputException">The viewer reads no scores, an unknown country, group or cycle, or a source that is not there for this reader.</exception>
    public Task<GapReport> ReadAsync(Viewer viewer, ReportRequest request, CancellationToken cancel = default) => AnswerAsync(viewer, request, request.Preview, async (reader, isDemonstration) =>
    {
        var (question, reading, table) = await AskAsync(reader, request);
        var earlier = await reader.BeforeAsync(table.Cycle, reading, atMost: 1);
        return GapAnalysis.Run(question, table, earlier.FirstOrDefault()) with { IsDemonstration = isDemonstration };
    }, cancel);

    /// <summary>Answers a question for a reader in every cycle up to the one that they ask for.</summary>
    /// <param name="viewer">Who reads.</param>
    /// <param name="request">The question.</param>
    /// <param name="area">Code of an area of which they read what the answers rest on too; null for none.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="Core.InputException">As <see cref="ReadAsync"/>, or the framework has no such area.</exception>
    public Task<ReportHistory> ReadHistoryAsync(Viewer viewer, ReportRequest request, string? area = null, CancellationToken cancel = default) =>
        AnswerAsync(viewer, (request, area), request.Preview, (reader, isDemonstration) => HistoryAsync(reader, request, isDemonstration, area is not null, area), cancel);

    /// <summary>Answers a question as <see cref="ReadHistoryAsync"/> does, with what the answers of all areas rest on: all that is taken into a briefing, and more than any page shows.</summary>
    /// <exception cref="Core.InputException">As <see cref="ReadAsync"/>.</exception>
    public Task<ReportHistory> ReadBriefingAsync(Viewer viewer, ReportRequest request, CancellationToken cancel = default) =>
        AnswerAsync(viewer, (request, "briefing", true), request.Preview, (reader, isDemonstration) => HistoryAsync(reader, request, isDemonstration, withGrounds: true, area: null), cancel);

    private async Task<ReportHistory> HistoryAsync(ReaderTables reader, ReportRequest request, bool isDemonstration, bool withGrounds, string? area)
    {
        var (question, reading, table) = await AskAsync(reader, request);
        List<ScoreTable> tables = [table, .. await reader.BeforeAsync(table.Cycle, reading)];
        var grounds = withGrounds ? await GroundsAsync(reader, table, reading, area) : null;
        return new ReportHistory(HistoryOf(question, tables, isDemonstration), GapAnalysis.MarkingOf([question], tables, grounds), grounds);
    }

    private static ImmutableArray<GapReport> HistoryOf(GapQuestion question, List<ScoreTable> newestFirst, bool isDemonstration) =>
        [.. newestFirst.Select((table, i) => GapAnalysis.Run(question, table, newestFirst.ElementAtOrDefault(i + 1)) with { IsDemonstration = isDemonstration }).Reverse()];

    /// <summary>Answers a question as <see cref="ReadHistoryAsync"/> does, and in its cycle against each group besides.</summary>
    /// <exception cref="Core.InputException">As <see cref="ReadAsync"/>.</exception>
    public Task<Overview> ReadOverviewAsync(Viewer viewer, ReportRequest request, CancellationToken cancel = default) => AnswerAsync(viewer, (request, "overview"), request.Preview, async (reader, isDemonstration) =>
    {
        var (question, reading, table) = await AskAsync(reader, request);
        List<ScoreTable> tables = [table, .. await reader.BeforeAsync(table.Cycle, reading)];
        List<GapQuestion> each = [.. reader.Release.Groups.Select(group => question with { Group = group }).Where(q => !q.PeersAt(table.Cycle.AsOf).IsEmpty)];
        return new Overview(HistoryOf(question, tables, isDemonstration), [.. each.Select(q => GapAnalysis.Run(q, table) with { IsDemonstration = isDemonstration })],
            GapAnalysis.MarkingOf([question, .. each], tables));
    }, cancel);

    /// <summary>Holds every member of a group against the others in one cycle.</summary>
    /// <param name="viewer">Who reads.</param>
    /// <param name="request">The question; its country is the group, which is held against itself.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="Core.InputException">The viewer reads no scores, an unknown group or cycle, or nobody belonged to the group then.</exception>
    public Task<GroupReports> ReadGroupAsync(Viewer viewer, ReportRequest request, CancellationToken cancel = default) => AnswerAsync(viewer, (request, "group"), isPreview: false, async (reader, isDemonstration) =>
    {
        var group = CountryGroup.Require(reader.Release.Groups, request.Country);
        var table = await reader.GroupSeenAsync(group, request.Cycle, request.WithObservers);
        var read = GroupReports.Of(group, request.Statistic, request.WithObservers, table);
        return read with { Reports = [.. read.Reports.Select(report => report with { IsDemonstration = isDemonstration })] };
    }, cancel);

    /// <summary>What may be asked about.</summary>
    /// <exception cref="Core.InputException">The viewer reads no scores.</exception>
    public Task<Askable> ReadAskableAsync(Viewer viewer, CancellationToken cancel = default) =>
        AnswerAsync(viewer, "askable", isPreview: false, async (reader, _) => new Askable(reader.Release.Groups, [.. reader.Cycles], await FormsAsync()), cancel);

    // Known to all readers alike: it must not end with whoever asked first.
    private async Task<ImmutableArray<OfferedForm>> FormsAsync()
    {
        await using var context = await contexts.CreateDbContextAsync(CancellationToken.None);
        return [.. await context.Forms.AsNoTracking().OrderBy(f => f.Code).Select(f => new OfferedForm(f.Code, f.Name)).ToListAsync(CancellationToken.None)];
    }

    // A draft changes with every answer: what is made of it is made anew. Everything else is known until something that it depends on is changed.
    private async Task<T> AnswerAsync<T>(Viewer viewer, object asked, bool isPreview, Func<ReaderTables, bool, Task<T>> answer, CancellationToken cancel)
    {
        ReleaseRule.RequireReader(viewer);
        if (isPreview)
        {
            var (fresh, isDemonstration) = await BeginAsync(cancel);
            return await answer(fresh with { Viewer = viewer, SheetsOf = cycle => SheetsAsync(cycle, cancel) }, isDemonstration);
        }

        var now = _now ?? await known.NowAsync(cancel);
        var (all, demonstration) = await now.GetAsync("beginning", () => BeginAsync(CancellationToken.None), cancel);
        // Who scores something blind reads less than others of the same rights.
        var reader = all.Release.Blind.Any(b => b.Name == viewer.Name) ? viewer : viewer.AsReader();
        return await now.GetAsync((reader.Name, reader.RightsText, asked), () => answer(
            all with { Viewer = reader, SheetsOf = cycle => now.GetAsync(cycle.Code, () => SheetsAsync(cycle, CancellationToken.None), CancellationToken.None) }, demonstration), cancel);
    }

    private async Task<(ReaderTables Tables, bool IsDemonstration)> BeginAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var cycles = await context.Cycles.AsNoTracking().OrderBy(c => c.AsOf).ThenBy(c => c.Code).ToListAsync(cancel);
        return (new ReaderTables(null!, await terms.OfAsync(context, cancel), cycles, null!), await context.Installations.AnyAsync(i => i.IsDemonstration, cancel));
    }

    private async Task<CycleSheets> SheetsAsync(Cycle cycle, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await CycleSheets.ReadAsync(context, frameworks, cycle, cancel);
    }

    private static async Task<(GapQuestion Question, Reading Reading, ScoreTable Table)> AskAsync(ReaderTables reader, ReportRequest request)
    {
        var chosen = Cycle.Require(reader.Cycles, request.Cycle);
        // Whoever names no country is offered those of which they see an assessment, and no others.
        var subject = Country.Find(request.Country)?.Alpha3 ?? throw Country.Unknown(request.Country, (await SeenAsync(new Reading(reader.Viewer.Nation))).Assessed);
        var question = new GapQuestion(subject, CountryGroup.RequireOrCountry(reader.Release.Groups, request.Against), request.Statistic, request.WithObservers, request.Source);
        var reading = new Reading(subject, request.Preview, request.Source);
        var table = await SeenAsync(reading);
        Require(request.Source, table.Of(subject));
        return (question, reading, table);

        Task<ScoreTable> SeenAsync(Reading of) => request.Cycle is null ? reader.LatestSeenAsync(of) : reader.OfAsync(chosen, of);
    }

    private async Task<Grounds?> GroundsAsync(ReaderTables reader, ScoreTable table, Reading reading, string? area)
    {
        var required = area is null ? null : table.Framework.RequireArea(area);
        await using var context = await contexts.CreateDbContextAsync();
        var country = await context.Assessments.AsNoTracking().Where(a => a.Cycle == table.Cycle.Code && a.Country == reading.Country).OrderBy(a => a.Id).ToListAsync();
        return ReleaseRule.Behind(reader.Viewer, reader.Release, table.Framework, [.. await sheets.OfAsync(context, country, CancellationToken.None)], reading, required);
    }

    // What is withheld is answered like what is not there.
    private static void Require(SourceChoice? chosen, CountryScores scores)
    {
        if (chosen is null || (scores.Source is { } used && chosen.IsOf(used.Basis, used.Assessor) && (chosen.Revision ?? used.Revision) == used.Revision))
            return;
        if (chosen.Revision is { } number)
            throw Core.InputException.Of("NoRevision", number, Named(chosen.Basis, chosen.Assessor), scores.Country);
        var seen = scores.Alternatives.Prepend(scores.Source).OfType<Source>().Select(s => Named(s.Basis, s.Assessor)).ToList();
        throw Core.InputException.UnknownChoice("source", Named(chosen.Basis, chosen.Assessor), seen,
            seen.Count > 0 ? Texts.Refusal("SourceOf", scores.Country) : Texts.Refusal("NoSourceOf", scores.Country));

        static string Named(Basis basis, string assessor) => Texts.Refusal("SourceBy", Texts.RefusalWord(basis), assessor);
    }
}
