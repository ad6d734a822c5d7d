using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>How far an assessment is on its way into reports: all that decides on its next step besides who takes it.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="IsFrozen">Whether its cycle no longer lets it change.</param>
/// <param name="Terms">The sign-off steps that are asked for.</param>
public sealed record SheetStanding(Assessment Assessment, bool IsFrozen, SignOffTerms Terms)
{
    /// <summary>Whether nothing at all is answered.</summary>
    public bool IsEmpty { get; init; }

    /// <summary>Name of whoever saved the last change of an answer of this revision; null if nobody did, or it was not asked for: it counts in review alone.</summary>
    public string? LastEditor { get; init; }

    /// <summary>The signatures of areas that hold, by area: each says of the area what it says now.</summary>
    public ImmutableDictionary<string, Signature> Signed { get; init; } = ImmutableDictionary<string, Signature>.Empty;

    /// <summary>Codes of the areas without such a signature, in framework order.</summary>
    public ImmutableArray<string> Unsigned { get; init; } = [];

    /// <summary>The reviewer's signature, where a releasing officer has the last word; null until it is given.</summary>
    public Signature? Reviewed { get; init; }

    /// <summary>How many answers are said not to apply without a reviewer having agreed, those among them that a reader may not see.</summary>
    public int NotAgreed { get; init; }

    /// <summary>How many threads of comments are open.</summary>
    public int OpenThreads { get; init; }

    /// <summary>Whether it is in review and the releasing officer's turn.</summary>
    public bool AwaitsOfficer => Assessment.Status == AssessmentStatus.InReview && Reviewed is not null && Terms.AsksOfficer;

    /// <summary>How an assessment stands, of all that is stored of it.</summary>
    /// <param name="framework">The framework of its cycle.</param>
    /// <param name="cycle">Its cycle.</param>
    /// <param name="terms">The sign-off steps that are asked for.</param>
    /// <param name="sheet">All that is stored of it.</param>
    /// <param name="lastEditor">See <see cref="LastEditor"/>.</param>
    public static SheetStanding Of(Framework framework, Cycle cycle, SignOffTerms terms, AssessmentSheet sheet, string? lastEditor)
    {
        var signed = Signature.Standing(framework, sheet.Signatures, sheet.Scores, sheet.Evidence);
        return new SheetStanding(sheet.Assessment, cycle.Freezes(sheet.Assessment), terms)
        {
            IsEmpty = SheetChecks.IsEmpty(sheet.Scores.Select(s => s.Answer)),
            LastEditor = lastEditor,
            Signed = signed,
            Unsigned = [.. framework.Areas.Select(a => a.Code).Where(code => !signed.ContainsKey(code))],
            Reviewed = sheet.Signatures.FirstOrDefault(s => s.Step == SignOffStep.Reviewer),
            NotAgreed = sheet.Scores.Count(s => s.NeedsConsent),
            OpenThreads = sheet.Comments.Count(c => c.IsOpen),
        };
    }
}
