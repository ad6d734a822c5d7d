using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>Reliability of a source by the Admiralty grade (NATO STANAG 2511): A completely reliable to F cannot be judged.</summary>
public enum SourceReliability
{
    /// <summary>Completely reliable.</summary>
    A,
    /// <summary>Usually reliable.</summary>
    B,
    /// <summary>Fairly reliable.</summary>
    C,
    /// <summary>Not usually reliable.</summary>
    D,
    /// <summary>Unreliable.</summary>
    E,
    /// <summary>Reliability cannot be judged.</summary>
    F,
}

/// <summary>What a piece of evidence says to the level that was given.</summary>
public enum Bearing
{
    /// <summary>It speaks for the level.</summary>
    Supports,
    /// <summary>It speaks against the level; it stays beside what supports it.</summary>
    Contradicts,
}

/// <summary>Who vouches for a piece of evidence: whose word it is in the end, whoever filed it.</summary>
public enum EvidenceOrigin
{
    /// <summary>Nobody has said. It is never taken for an ally's word.</summary>
    Unstated,
    /// <summary>The assessed nation, or the nation that assesses it: its own documents, measurements and reports.</summary>
    Own,
    /// <summary>An ally, a partner or an alliance body, about what it saw or agreed to.</summary>
    Allied,
    /// <summary>An exercise with allies or partners: its evaluation, not the nation's own report of it.</summary>
    Exercise,
    /// <summary>Somebody independent who is none of these: an auditor, a certifier, a university.</summary>
    Independent,
}

/// <summary>What an answer rests on. Pieces that contradict each other both stay.</summary>
public sealed record Evidence
{
    /// <summary>Number given by the store; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>The assessment it belongs to.</summary>
    public required int AssessmentId { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>What it is.</summary>
    public required string Title { get; init; }

    /// <summary>Who says so.</summary>
    public required string Source { get; init; }

    /// <summary>The day it speaks of or was issued.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The first day on which it no longer holds; null if it does not expire.</summary>
    public DateOnly? Expiry { get; init; }

    /// <summary>A link or the number in a registry; may be empty.</summary>
    public string Reference { get; init; } = "";

    /// <summary>Admiralty grade: reliability of the source.</summary>
    public SourceReliability Reliability { get; init; } = SourceReliability.F;

    /// <summary>Admiralty grade: credibility of the information, 1 confirmed to 6 cannot be judged.</summary>
    public int Credibility { get; init; } = 6;

    /// <summary>Whether it speaks for the level or against it.</summary>
    public Bearing Bearing { get; init; }

    /// <summary>Who vouches for it.</summary>
    public EvidenceOrigin Origin { get; init; }

    /// <summary>Whether it shows a level 4 or 5 as far as its origin goes: an ally, a partner, an alliance body or an exercise with them vouches for it.</summary>
    public bool IsAllied => Origin is EvidenceOrigin.Allied or EvidenceOrigin.Exercise;

    /// <summary>A marking tighter than the assessment's; null where the assessment's holds.</summary>
    public Marking? Marking { get; init; }

    /// <summary>1 when it was added and one more at every change; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>The grade as it is written, for example B2.</summary>
    public string Grade => FormattableString.Invariant($"{Reliability}{Credibility}");

    /// <summary>Whether it no longer holds on a day.</summary>
    public bool HasExpired(DateOnly today) => Expiry <= today;

    /// <summary>Whether it still holds on a day and no longer will within <see cref="EvidenceRule.SoonDays"/> days.</summary>
    public bool ExpiresSoon(DateOnly today) => Expiry > today && Expiry.Value.DayNumber - today.DayNumber <= EvidenceRule.SoonDays;
}
