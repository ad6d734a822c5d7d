using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Release;

/// <summary>What one reader may see of a country in a cycle.</summary>
/// <param name="Country">Alpha-3.</param>
/// <param name="Source">Whose assessment is used; null if the reader sees none.</param>
/// <param name="Withheld">Why the reader sees none although there is one; null otherwise.</param>
/// <param name="Cells">One cell for each indicator in framework order.</param>
/// <param name="Alternatives">Other assessments of the country that the reader may see, in order of preference.</param>
public sealed record CountryScores(
    string Country, Source? Source, WithheldReason? Withheld, ImmutableArray<Cell> Cells, ImmutableArray<Source> Alternatives);

/// <summary>
/// The scores of a cycle as one reader may see them. Only <see cref="ReleaseRule"/> makes one, and every report is made of one.
/// </summary>
public sealed class ScoreTable
{
    private readonly ImmutableSortedDictionary<string, CountryScores> _countries;

    internal ScoreTable(Cycle cycle, Framework framework, IEnumerable<CountryScores> countries, ReportMarkings markings)
    {
        Cycle = cycle;
        Framework = framework;
        Markings = markings;
        _countries = countries.ToImmutableSortedDictionary(c => c.Country, c => c, StringComparer.Ordinal);
        Unreported = [.. Enumerable.Repeat(new Cell(CellState.NotAssessed), framework.Indicators.Length)];
    }

    /// <summary>The cycle.</summary>
    public Cycle Cycle { get; }

    /// <summary>The framework of the cycle.</summary>
    public Framework Framework { get; }

    /// <summary>The countries of which something is stored, in alphabetical order of alpha-3.</summary>
    public IEnumerable<CountryScores> Countries => _countries.Values;

    /// <summary>The countries of which the reader sees an assessment, in alphabetical order of alpha-3.</summary>
    public IEnumerable<string> Assessed => Countries.Where(c => c.Source is not null).Select(c => c.Country);

    /// <summary>The markings of what is in the table, for the marking of what is made of it.</summary>
    internal ReportMarkings Markings { get; }

    private ImmutableArray<Cell> Unreported { get; }

    /// <summary>What the reader may see of a country; every cell is not assessed if nothing is stored of it.</summary>
    public CountryScores Of(string country) =>
        _countries.TryGetValue(country, out var scores) ? scores : new CountryScores(country, null, null, Unreported, []);
}
