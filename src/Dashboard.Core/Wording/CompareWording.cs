using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Says how a country stands beside the members one by one.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class CompareWording(GapReport report, CultureInfo culture)
{
    private readonly GapWording _gaps = new(report, culture);

    /// <summary>How many members that count score higher: in the area asked for, else where the gap is widest and clear, else in total.</summary>
    /// <param name="area">Code of the area that is looked at; null for all.</param>
    public string Headline(string? area)
    {
        var row = RowOf(area);
        if (report.SubjectSource is null || row.Gap is null && area is null)
            return _gaps.Headline();
        var place = row.Code is null ? Texts.Get(culture, "Compare.InTotal") : Texts.Get(culture, "Compare.InArea", _gaps.AreaName(row.Code, inSentence: true));
        if (row.Score.Value is not { } score)
            return Texts.Get(culture, "Compare.NoScore", place, _gaps.SubjectInSentence, Texts.Of(row.ScoreUnknown!.Value, culture));
        if (row.Members is [])
            return Texts.Get(culture, "Compare.NoPeers", place, _gaps.SubjectInSentence);
        var higher = row.Members.Count(member => member.Value - score > Position.Tie);
        if (report.Question.Group.IsOneCountry)
            return Texts.Get(culture, higher > 0 ? "Compare.OneHigher" : "Compare.OneNotHigher", place, higher, row.N, _gaps.GroupInSentence, _gaps.SubjectInSentence);
        if (row.N == 1)
            return Texts.Get(culture, higher > 0 ? "Compare.OnlyHigher" : "Compare.OnlyNotHigher", place, higher, row.N, _gaps.Group, _gaps.SubjectInSentence);
        var key = higher == 0 ? "Compare.None" : higher == 1 ? "Compare.HigherOne" : "Compare.Higher";
        return Texts.Get(culture, key, place, higher, row.N, _gaps.Group, _gaps.SubjectInSentence);
    }

    /// <summary>How sure that is, and whose word the figures are.</summary>
    /// <param name="area">Code of the area that is looked at; null for all.</param>
    public IEnumerable<string> Lead(string? area)
    {
        if (RowOf(area) is { Gap: { } gap } row)
            yield return Texts.Get(culture, "Compare.Gap", _gaps.Against, Shown.Gap(gap, culture), Texts.Of(row.Finding, culture));
        yield return _gaps.Sources();
    }

    /// <summary>The word for what stands in the place of a figure.</summary>
    public static string Word(FigureState state, CultureInfo culture) => state switch
    {
        FigureState.NotAssessed => Texts.Of(Release.CellState.NotAssessed, culture),
        FigureState.NotApplicable => Texts.Of(Unknown.NotApplicable, culture),
        FigureState.Withheld => Texts.Of(Unknown.Withheld, culture),
        FigureState.NotReported => Texts.Of(Unknown.NotReported, culture),
        _ => Texts.Of(Unknown.Insufficient, culture),
    };

    private GapRow RowOf(string? area) => string.IsNullOrWhiteSpace(area)
        ? report.Areas.FirstOrDefault(row => row.Finding == Finding.Behind) ?? report.Total
        : report.Areas.First(row => row.Code == report.Framework.RequireArea(area).Code);
}
