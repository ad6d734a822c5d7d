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

    /// <summary>A marking tighter than the assessment's; null where the assessment's holds.</summary>
    public Marking? Marking { get; init; }

    /// <summary>The grade as it is written, for example B2.</summary>
    public string Grade => FormattableString.Invariant($"{Reliability}{Credibility}");

    /// <summary>Checks what can be checked without knowing the source.</summary>
    /// <exception cref="InputException">No title or source, an expiry before the date, or a credibility outside 1 to 6.</exception>
    public void Check()
    {
        if (string.IsNullOrWhiteSpace(Title) || string.IsNullOrWhiteSpace(Source))
            throw InputException.Of("EvidenceIncomplete", Indicator);
        if (Expiry <= Date)
            throw InputException.Of("EvidenceExpired", Indicator, Title, Expiry, Date);
        if (Credibility is < 1 or > 6)
            throw InputException.Of("CredibilityOutside", Indicator, Credibility, Title);
    }
}
