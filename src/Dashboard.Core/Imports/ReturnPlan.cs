using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Imports;

/// <summary>What is to be done with one answer of workbooks that came back.</summary>
public enum ReturnKind
{
    /// <summary>It is saved if the whole is confirmed: nobody changed it since it was given out.</summary>
    Change,
    /// <summary>Somebody changed it in the system since it was given out, to something else: one of both has to be chosen.</summary>
    Conflict,
    /// <summary>Two files say different things of it: one of them has to be chosen.</summary>
    Disagreement,
    /// <summary>The file says what is stored by now.</summary>
    Already,
    /// <summary>It cannot be saved, and says why.</summary>
    Refused,
}

/// <summary>What a file says of an indicator.</summary>
/// <param name="File">The file.</param>
/// <param name="Version">The version that was given out with it.</param>
/// <param name="Was">The answer that was.</param>
/// <param name="Answer">The answer that it holds.</param>
public sealed record ReturnedChange(string File, int Version, Answer Was, Answer Answer);

/// <summary>One indicator of which a file says something new, or cannot be read.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Area">Code of its area.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="Changes">What the files say, each thing once, in the order of the files; empty if it cannot be read.</param>
/// <param name="Now">What is stored now; null for nothing, or for what may not be seen.</param>
/// <param name="Trouble">Why it is refused; null otherwise.</param>
public sealed record ReturnedCell(string Indicator, string Area, ReturnKind Kind, ImmutableArray<ReturnedChange> Changes, Score? Now, string? Trouble = null)
{
    /// <summary>The version that is stored now; 0 for nothing.</summary>
    public int Version => Now?.Version ?? 0;

    /// <summary>Whether somebody has to choose.</summary>
    public bool AsksChoice => Kind is ReturnKind.Conflict or ReturnKind.Disagreement;
}

/// <summary>
/// What scoring workbooks that came back would change of an assessment as it is now. Pure: nothing is saved by it, and an answer that no file
/// changed is never touched, whatever became of it in the system meanwhile.
/// </summary>
public sealed record ReturnPlan
{
    private ReturnPlan(ImmutableArray<ReturnedCell> cells, int untouched) => (Cells, Untouched) = (cells, untouched);

    /// <summary>The indicators that a file changes or that cannot be read, in framework order; rows of no indicator come last.</summary>
    public ImmutableArray<ReturnedCell> Cells { get; }

    /// <summary>How many indicators the files hold and leave as they were given out.</summary>
    public int Untouched { get; }

    /// <summary>How many of a kind.</summary>
    public int Count(ReturnKind kind) => Cells.Count(cell => cell.Kind == kind);

    /// <summary>The plan for files that came back.</summary>
    /// <param name="viewer">Who brings them.</param>
    /// <param name="framework">The framework of the assessment's cycle.</param>
    /// <param name="isFrozen">Whether the cycle no longer lets the assessment change.</param>
    /// <param name="now">The assessment as they may see it now.</param>
    /// <param name="files">The files, one or several.</param>
    /// <exception cref="InputException">A file is of another assessment, revision or framework, or the assessment is closed: nothing of it is taken.</exception>
    public static ReturnPlan Of(Viewer viewer, Framework framework, bool isFrozen, OpenedSheet now, params ImmutableArray<ReturnedSheet> files)
    {
        foreach (var file in files)
            Require(file, now.Assessment, framework);
        if (WorkflowRule.WhyClosed(now.Assessment, isFrozen) is { } closed)
            throw closed;
        var stored = now.Scores.ToDictionary(score => score.Indicator, StringComparer.OrdinalIgnoreCase);
        var rows = files.SelectMany(file => file.Answers.Select(answer => (File: file, Answer: answer))).ToLookup(row => row.Answer.Indicator, StringComparer.OrdinalIgnoreCase);
        var cells = ImmutableArray.CreateBuilder<ReturnedCell>();
        var untouched = 0;
        foreach (var area in framework.Areas)
            foreach (var indicator in area.Indicators.Where(indicator => rows.Contains(indicator.Code)))
            {
                if (CellOf(viewer, now, area.Code, indicator.Code, framework, stored.GetValueOrDefault(indicator.Code), [.. rows[indicator.Code]]) is { } cell)
                    cells.Add(cell);
                else
                    untouched++;
            }

        foreach (var (file, answer) in rows.SelectMany(row => row).Where(row => framework.Indicators.All(indicator => !Same(indicator.Code, row.Answer.Indicator))))
            cells.Add(new ReturnedCell(answer.Indicator, "", ReturnKind.Refused, [], null, answer.Trouble ?? InputException.Of("ReturnNoIndicator", file.File, answer.Place, answer.Indicator).Message));
        return new ReturnPlan(cells.ToImmutable(), untouched);
    }

    private static void Require(ReturnedSheet file, Assessment own, Framework framework)
    {
        var stamp = file.Stamp;
        if (stamp.Country != own.Country || stamp.Cycle != own.Cycle || stamp.Assessor != own.Assessor || stamp.Basis != own.Basis)
            throw InputException.Of("ReturnElsewhere", file.File, Say(stamp.Country, stamp.Cycle, stamp.Assessor, stamp.Basis), Say(own.Country, own.Cycle, own.Assessor, own.Basis));
        if (stamp.Hash != framework.Hash)
            throw InputException.Of("ReturnFramework", file.File, stamp.Edition, framework.Edition);
        if (stamp.Revision != own.Revision)
            throw InputException.Of("ReturnRevision", file.File, stamp.Revision, own.Revision);
    }

    private static ReturnedCell? CellOf(Viewer viewer, OpenedSheet now, string area, string indicator, Framework framework, Score? stored, (ReturnedSheet File, ReturnedAnswer Answer)[] rows)
    {
        if (rows.FirstOrDefault(row => row.Answer.Trouble is not null) is { Answer: not null } unread)
            return new ReturnedCell(indicator, area, ReturnKind.Refused, [], stored, unread.Answer.Trouble);
        ImmutableArray<ReturnedChange> changes =
        [
            .. rows.Select(row => (row.File, Stamped: row.File.Stamp.Scores.FirstOrDefault(s => Same(s.Indicator, indicator)), Said: row.Answer.Answer!))
                .Where(row => row.Stamped is not null && row.Said != row.Stamped.Answer)
                .Select(row => new ReturnedChange(row.File.File, row.Stamped!.Version, row.Stamped.Answer, row.Said))
                .DistinctBy(change => change.Answer),
        ];
        if (changes.IsEmpty)
            return null;
        var kind = changes.Length > 1 ? ReturnKind.Disagreement
            : changes[0].Answer == Kept(stored) ? ReturnKind.Already
            : changes[0].Version != (stored?.Version ?? 0) ? ReturnKind.Conflict
            : ReturnKind.Change;
        return kind != ReturnKind.Already && WhyNot(viewer, now, area, indicator, framework, stored, changes) is { } why
            ? new ReturnedCell(indicator, area, ReturnKind.Refused, changes, stored, why)
            : new ReturnedCell(indicator, area, kind, changes, stored);
    }

    private static string? WhyNot(Viewer viewer, OpenedSheet now, string area, string indicator, Framework framework, Score? stored, ImmutableArray<ReturnedChange> changes)
    {
        if (now.Withheld.Contains(indicator))
            return InputException.Of("MarkedAbove", indicator, viewer.Name).Message;
        if (WorkflowRule.WhyNotAnswer(viewer, now.Assessment, isFrozen: false, area) is { } refused)
            return refused.Message;
        try
        {
            foreach (var change in changes)
                change.Answer.Check(framework, indicator);
            return changes.All(change => change.Answer.MayFollow(stored?.Answer)) ? null : InputException.Of("CarriedNotSaved", indicator).Message;
        }
        catch (InputException wrong)
        {
            return wrong.Message;
        }
    }

    // What is stored, its line breaks as a file gives them back.
    private static Answer Kept(Score? stored) => stored is null ? Answer.NotAssessed : stored.Answer with { Rationale = AnswerText.Kept(stored.Answer.Rationale) };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string Say(string country, string cycle, string assessor, Basis basis) => $"{country} {cycle}, {Language.Texts.RefusalWord(basis)}, {assessor}";
}
