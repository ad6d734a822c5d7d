using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Release;

/// <summary>One approved assessment as a reader may take it along, or a country of which they may see none.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Framework">Its framework.</param>
/// <param name="Scores">What may be seen; without a source where nothing may.</param>
/// <param name="IsUsed">Whether it is the one that reports use of its country.</param>
/// <param name="Behind">What stands behind each cell, in framework order; empty for whoever is of another nation than the one that assessed: the words stay with their originator.</param>
/// <param name="Marking">The marking of what is shown, words included; null where nothing is.</param>
public sealed record ListedSheet(Cycle Cycle, Framework Framework, CountryScores Scores, bool IsUsed, ImmutableArray<Behind> Behind, Marking? Marking)
{
    /// <summary>Whether its rationales and evidence may be read by whoever reads it.</summary>
    public bool ShowsWords => !Behind.IsEmpty;

    /// <summary>The markings, with their originators, of what some of them show; each once.</summary>
    public static IEnumerable<(Marking Marking, string Originator)> PartsOf(IEnumerable<ListedSheet> sheets) =>
        sheets.Where(sheet => sheet.Marking is not null).Select(sheet => (sheet.Marking!, sheet.Scores.Source!.Assessor)).Distinct();
}

/// <summary>What one answer rests on, counted.</summary>
/// <param name="Rationale">Why it was given; empty where nobody said, or the answer is withheld.</param>
/// <param name="Evidence">Pieces of evidence that may be seen.</param>
/// <param name="Withheld">Pieces that may not, though the answer may.</param>
public readonly record struct Behind(string Rationale, int Evidence, int Withheld);
