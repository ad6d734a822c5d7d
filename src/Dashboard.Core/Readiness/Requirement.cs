using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Readiness;

/// <summary>How an indicator stands against a requirement.</summary>
public enum Outcome
{
    /// <summary>At or above the minimum.</summary>
    Met,
    /// <summary>Below the minimum.</summary>
    Missed,
    /// <summary>Not assessed, or withheld from the reader.</summary>
    Unknown,
    /// <summary>The indicator does not apply.</summary>
    NotApplicable,
}

/// <summary>One line of a requirement profile for one country.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Minimum">The level asked for.</param>
/// <param name="Cell">What the reader sees of the country.</param>
/// <param name="Outcome">How it stands.</param>
public sealed record Requirement(string Indicator, int Minimum, Cell Cell, Outcome Outcome);

/// <summary>A requirement profile held against one country, in framework order.</summary>
/// <param name="Profile">Code of the profile.</param>
/// <param name="Requirements">Its lines.</param>
public sealed record ProfileResult(string Profile, ImmutableArray<Requirement> Requirements)
{
    /// <summary>How many lines have this outcome.</summary>
    public int Count(Outcome outcome) => Requirements.Count(r => r.Outcome == outcome);

    internal static ProfileResult Of(Framework framework, RequirementProfile profile, ImmutableArray<Cell> cells) => new(
        profile.Code,
        [.. framework.Indicators.Select((indicator, i) => (indicator.Code, Cell: cells[i]))
            .Where(line => profile.Minimum.ContainsKey(line.Code))
            .Select(line => new Requirement(line.Code, profile.Minimum[line.Code], line.Cell, Judge(line.Cell, profile.Minimum[line.Code])))]);

    /// <summary>The outcome of an answer for a minimum: met at or above it, missed below; what is not known is neither.</summary>
    public static Outcome Judge(Cell cell, int minimum) => cell.State switch
    {
        CellState.Scored => cell.Level >= minimum ? Outcome.Met : Outcome.Missed,
        CellState.NotApplicable => Outcome.NotApplicable,
        _ => Outcome.Unknown,
    };
}
