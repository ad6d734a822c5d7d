using Dashboard.Web.Charts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Gaps;

/// <summary>What the marks of the strips mean: those that are drawn.</summary>
internal static class GapKey
{
    private static readonly Marks Subject = new Marks().Add($"<circle class=\"subject\" cx=\"7\" cy=\"8\" r=\"6\"/>").Done();
    private static readonly Marks CouldLie = new Marks().Add($"<rect class=\"band\" y=\"2\" width=\"26\" height=\"12\" rx=\"6\"/>").Done();
    private static readonly Marks Range = new Marks().Add($"<rect class=\"unknown\" x=\"1\" y=\"2\" width=\"24\" height=\"12\" rx=\"6\"/>").Done();
    private static readonly Marks Benchmark = new Marks().Add($"<line class=\"bench\" x1=\"2\" x2=\"2\" y1=\"0\" y2=\"16\"/>").Done();
    private static readonly Marks Reported = new Marks().Add($"<circle class=\"ally\" cx=\"4\" cy=\"8\" r=\"3\"/>").Done();
    private static readonly Marks Alike = new Marks().Add($"<line class=\"allies\" x1=\"4\" x2=\"4\" y1=\"4\" y2=\"12\"/>").Done();
    private static readonly Marks Estimated = new Marks().Add($"<circle class=\"ally estimated\" cx=\"4\" cy=\"8\" r=\"3\"/>").Done();

    public static IEnumerable<KeyEntry> Of(GapFacts facts)
    {
        yield return new(14, Subject, facts.Wording.Subject);
        yield return new(26, CouldLie, Words.Get("Key.CouldLie"));
        if (facts.HasRangesOnly)
            yield return new(26, Range, Words.Get("Key.Range"));
        yield return new(4, Benchmark, facts.Wording.Benchmark);
        if (facts.Has(estimated: false))
            yield return new(8, Reported, Words.Get("Key.Reported"));
        if (facts.HasColumns)
            yield return new(8, Alike, Words.Get("Key.Alike"));
        if (facts.Has(estimated: true))
            yield return new(8, Estimated, Words.Get("Key.Estimated"));
    }
}
