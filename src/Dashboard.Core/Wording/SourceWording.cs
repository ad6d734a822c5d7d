using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Core.Wording;

/// <summary>Says whose word the figures of a report are, as of when and by which framework: the same on page and in workbook.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class SourceWording(GapReport report, CultureInfo culture)
{
    /// <summary>The marking, and whatever else must stand above every figure: that it is a demonstration, or a draft.</summary>
    /// <param name="marking">The marking of what is told where that is more than the report; null for the report's.</param>
    public string MarkingLine(Marking? marking = null) =>
        string.Join(" · ", Beside(report.IsDemonstration, report.Unapproved, culture).Prepend((marking ?? report.Marking).ToLine()));

    /// <summary>What stands beside a marking.</summary>
    /// <param name="isDemonstration">Whether it marks a demonstration.</param>
    /// <param name="unapproved">The status of what it marks where that is not approved; null where it is.</param>
    /// <param name="culture">The reader's language.</param>
    public static IEnumerable<string> Beside(bool isDemonstration, AssessmentStatus? unapproved, CultureInfo culture)
    {
        if (isDemonstration)
            yield return Texts.Get(culture, "Demonstration");
        if (unapproved is { } status)
            yield return Texts.Of(status, culture).ToUpper(culture);
    }

    /// <summary>The date, the cycle and whether it is published, the framework.</summary>
    public string AsOf() => Texts.Get(culture, "Sources.AsOf",
        report.Cycle.AsOf, report.Cycle.Code, Texts.Get(culture, report.Cycle.Published is null ? "CycleOpen" : "CyclePublished"), report.Framework.Edition);

    /// <summary>
    /// The question in one line: who is held against what, in which cycle, of which day, and whose word was asked for if any. It stands on every
    /// sheet of paper, which may be read without the others.
    /// </summary>
    public string Question() => Texts.Get(culture, "Sources.Question",
            Name(report.Question.Subject), new GapWording(report, culture).Benchmark, report.Cycle.Code, report.Cycle.AsOf)
        + (report.Question.Source is { } asked ? Texts.Get(culture, "Sources.QuestionSource", Texts.Of(asked.Basis, culture), Name(asked.Assessor)) : "")
        + (report.Question.Source?.Revision is { } revision ? Texts.Get(culture, "Sources.QuestionRevision", revision) : "");

    /// <summary>Whose word the subject's figures are, and which other assessments of it there are; nothing if the reader sees none.</summary>
    public IEnumerable<string> Subject() =>
        report.SubjectAlternatives.Select(Alternative).Prepend(Own()).OfType<string>();

    /// <summary>Whose word the subject's figures are; null if the reader sees none.</summary>
    public string? Own() => report.SubjectSource is { } own
        ? Texts.Get(culture, "Sources.Own", Name(own.Country), Texts.Of(own.Basis, culture), Name(own.Assessor), Texts.Of(own.Status, culture))
            + (report.Question.Source is { Revision: { } revision } ? Texts.Get(culture, "Sources.Revision", revision) : "")
        : null;

    /// <summary>Another assessment of the subject that the reader may ask for.</summary>
    public string Alternative(Source other) => Texts.Get(culture, "Sources.Alternative", Texts.Of(other.Basis, culture), Name(other.Assessor));

    /// <summary>The members that are seen, by basis, in the alphabetical order of their names.</summary>
    public IEnumerable<(string Basis, IReadOnlyList<Source> Members)> Members()
    {
        var sources = report.Sources.ToDictionary(source => source.Country);
        return ByName(sources.Keys).Select(code => sources[code]).GroupBy(source => source.Basis).OrderBy(g => g.Key).Select(g => (Texts.Of(g.Key, culture), (IReadOnlyList<Source>)[.. g]));
    }

    /// <summary>A member, with its assessor where that is another nation.</summary>
    public string Member(Source source) =>
        source.Assessor == source.Country ? Name(source.Country) : Texts.Get(culture, "Sources.By", Name(source.Country), Name(source.Assessor));

    /// <summary>The names of the members of which the reader sees nothing, in alphabetical order.</summary>
    public IReadOnlyList<string> NotSeen() =>
        [.. ByName(report.Peers.Where(peer => peer.Country.Source is null).Select(peer => peer.Code)).Select(Name)];

    /// <summary>Names one after the other, as the language separates them.</summary>
    public string List(IEnumerable<string> names) => string.Join(Texts.Get(culture, "List.Separator"), names);

    private IEnumerable<string> ByName(IEnumerable<string> codes) => Country.ByName(codes, culture).Select(country => country.Alpha3);

    /// <summary>The short name of a country.</summary>
    public string Name(string country) => Country.NameOf(country, culture);
}
