using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Language;

namespace Dashboard.Core.Wording;

/// <summary>Says what the checks of an assessment found: the same on page and on the command line.</summary>
/// <param name="cycle">The cycle of the assessment: ages refer to its day.</param>
/// <param name="framework">The framework of that cycle.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class ConcernWording(Cycle cycle, Framework framework, CultureInfo culture)
{
    /// <summary>A kind in a few words, as the title of a list.</summary>
    public string Title(ConcernKind kind) => Texts.Of(kind, culture);

    /// <summary>Where it is: the indicator's code and name, the area's name, or the assessment.</summary>
    public string Where(Concern concern) => concern switch
    {
        { At: null } => Texts.Get(culture, "Concern.Whole"),
        { Kind: ConcernKind.NoAreaScore or ConcernKind.NotSigned, At: { } area } => framework.NameOf(framework.Areas.First(a => a.Code == area), culture),
        { At: { } code } => $"{code} {framework.NameOf(framework.Indicators[framework.IndexOf(code)], culture)}",
    };

    /// <summary>What it is and how to mend it.</summary>
    public string What(Concern concern) => Texts.Get(culture, $"Concern.{concern.Kind}{Variant(concern)}",
        concern.Count, concern.Of, cycle.AsOf, SheetChecks.RecentMonths);

    private static string Variant(Concern concern) => concern switch
    {
        { Kind: ConcernKind.Expired or ConcernKind.Discussed, Count: 1 } => "One",
        { Kind: ConcernKind.NotShown, Of: > 0 } => "Unstated",
        _ => "",
    };

    /// <summary>Where, what and how to mend it, in one sentence.</summary>
    public string Sentence(Concern concern) => Where(concern) + Texts.Get(culture, "Colon") + What(concern);
}
