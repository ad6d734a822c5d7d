using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>What the answers that a report uses of one country rest on, as far as one reader may see it.</summary>
/// <param name="Rationales">Why each visible answer was given, by the code of its indicator; none where nobody said why, or the answer is withheld.</param>
/// <param name="Evidence">The evidence that may be seen, in the order in which it was added; none behind an answer that is withheld.</param>
/// <param name="WithheldEvidence">The code of the indicator of each piece that may not be seen, though the answer may.</param>
/// <param name="Marking">The marking of all of it together with the answers.</param>
/// <param name="Originator">The nation it belongs to, alpha-3.</param>
public sealed record Grounds(
    ImmutableDictionary<string, string> Rationales, ImmutableArray<Evidence> Evidence, ImmutableArray<string> WithheldEvidence, Marking Marking, string Originator)
{
    /// <summary>The evidence of an indicator.</summary>
    public IEnumerable<Evidence> Of(string indicator) => Evidence.Where(e => e.Indicator == indicator);
}
