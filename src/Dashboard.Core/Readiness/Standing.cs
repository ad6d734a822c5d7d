using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>One country in an analysis: what is seen of it and the scores that follow.</summary>
/// <param name="Country">What the reader sees of it, one cell for each indicator in framework order.</param>
/// <param name="Readiness">Its area scores and its total.</param>
public sealed record Standing(CountryScores Country, CountryReadiness Readiness)
{
    /// <summary>Its alpha-3.</summary>
    public string Code => Country.Country;

    /// <summary>Its score in an area by its place in the framework, or its total for null.</summary>
    public Aggregate Score(int? area) => area is { } a ? Readiness.Areas[a] : Readiness.Total;

    /// <summary>What is seen of an indicator: a level, or which kind of nothing.</summary>
    /// <param name="indicator">Its place in the framework.</param>
    public FigureState StateOf(int indicator) => Country.Cells[indicator] switch
    {
        { IsScored: true } => FigureState.Scored,
        { State: CellState.Withheld } => FigureState.Withheld,
        _ when Country.Source is null => Country.Withheld is null ? FigureState.NotReported : FigureState.Withheld,
        { State: CellState.NotApplicable } => FigureState.NotApplicable,
        _ => FigureState.NotAssessed,
    };

    internal static Standing Of(ScoreTable table, string country)
    {
        var scores = table.Of(country);
        return new Standing(scores, CountryReadiness.Of(table.Framework, scores.Cells));
    }

    /// <summary>Why the country has no score in <paramref name="score"/>; null if it has one.</summary>
    public Unknown? UnknownFor(in Aggregate score) =>
        score.Value is not null ? null
        : Country.Withheld is not null ? Unknown.Withheld
        : Country.Source is null ? Unknown.NotReported
        : score.IsApplicable ? Unknown.Insufficient : Unknown.NotApplicable;

    /// <summary>The indicators that the country's scores say nothing about: not scored, or in an area without a score.</summary>
    internal bool[] Silent(Framework framework)
    {
        var silent = new bool[Country.Cells.Length];
        for (var a = 0; a < framework.Areas.Length; a++)
            for (var i = framework.Offsets[a]; i < framework.Offsets[a] + framework.Areas[a].Indicators.Length; i++)
                silent[i] = !Country.Cells[i].IsScored || Readiness.Areas[a].Value is null;
        return silent;
    }
}
