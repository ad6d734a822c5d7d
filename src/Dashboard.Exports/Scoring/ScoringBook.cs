using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Imports;
using Dashboard.Core.Release;

namespace Dashboard.Exports.Scoring;

/// <summary>An assessment as it is taken along to be scored without a connection.</summary>
/// <param name="Sheet">What the planner may see of it.</param>
/// <param name="Framework">The framework of its cycle.</param>
/// <param name="Cycle">The cycle.</param>
/// <param name="Marking">The marking of all that it shows.</param>
/// <param name="Areas">Codes of the areas that are taken along.</param>
/// <param name="Own">Codes of those that the planner may score: the others are there to be read.</param>
/// <param name="IsDemonstration">Whether its data are made up.</param>
public sealed record ScoringBook(
    OpenedSheet Sheet, Framework Framework, Cycle Cycle, Marking Marking, ImmutableArray<string> Areas, ImmutableArray<string> Own, bool IsDemonstration)
{
    /// <summary>The areas that are taken along, in framework order.</summary>
    internal IEnumerable<Area> Taken => Framework.Areas.Where(area => Areas.Contains(area.Code));

    internal SheetStamp Stamp() => SheetStamp.Of(Sheet.Assessment, Framework, Sheet.Scores,
        Taken.SelectMany(area => area.Indicators).Select(indicator => indicator.Code).Where(code => !Sheet.Withheld.Contains(code)));

    /// <summary>"JPN-2026-self-assessed": what it is, for names of files and for the audit.</summary>
    public string Name => $"{Sheet.Assessment.Country}-{Cycle.Code}-{CodeName.Of(Sheet.Assessment.Basis)}";
}
