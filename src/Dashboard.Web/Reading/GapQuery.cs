using System.Collections.Frozen;
using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Reading;

/// <summary>The question in an address, the same for the page and for every format of it; what is left out is the default.</summary>
internal sealed record GapQuery(
    string? Against = null, string? Statistic = null, string? Cycle = null, string? Preview = null, string? Basis = null, string? Assessor = null, string? Revision = null,
    string? Observers = null)
{
    /// <summary>The names that the question has in an address.</summary>
    public static readonly FrozenSet<string> Names =
        typeof(GapQuery).GetProperties().Select(property => property.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InputException">No such statistic or basis, a preview or observers that are neither true nor false, or a basis without an assessor or the reverse.</exception>
    public ReportRequest Of(string subject) => new(
        subject,
        string.IsNullOrWhiteSpace(Against) ? Urls.DefaultGroup : Against,
        string.IsNullOrWhiteSpace(Statistic) ? Core.Readiness.Statistic.Median : CodeName.Parse<Statistic>("statistic", Statistic),
        string.IsNullOrWhiteSpace(Cycle) ? null : Cycle,
        IsTrue(Observers) ?? throw InputException.UnknownChoice("observers", Observers!, Truths),
        IsTrue(Preview) ?? throw InputException.UnknownChoice("preview", Preview!, Truths),
        Source: RevisionOf(Revision) is not { } revision ? SourceOf(Basis, Assessor)
            : SourceOf(Basis, Assessor) is { } source ? source with { Revision = revision } : throw InputException.Of("RevisionOfNothing"));

    /// <summary>The number of a revision in an address; null for none.</summary>
    /// <exception cref="InputException">It is no number above 0.</exception>
    public static int? RevisionOf(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw InputException.Of("NoRevisionNumber", InputException.Shorten(text));

    private static readonly string[] Truths = ["true", "false"];

    // Null where it is neither.
    private static bool? IsTrue(string? text) => string.IsNullOrWhiteSpace(text) ? false : bool.TryParse(text, out var isTrue) ? isTrue : null;

    private static SourceChoice? SourceOf(string? basis, string? assessor) => (string.IsNullOrWhiteSpace(basis), string.IsNullOrWhiteSpace(assessor)) switch
    {
        (true, true) => null,
        (false, false) => new SourceChoice(CodeName.Parse<Basis>("basis", basis!), Country.Require(assessor!).Alpha3),
        _ => throw InputException.Of("SourceInHalf"),
    };
}
