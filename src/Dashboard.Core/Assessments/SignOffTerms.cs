using System.Collections.Immutable;

namespace Dashboard.Core.Assessments;

/// <summary>Who vouches for an assessment on its way into reports, in the order in which they do.</summary>
public enum SignOffStep
{
    /// <summary>For each area, somebody who answers it: before it is sent to review.</summary>
    AreaLead,
    /// <summary>A reviewer, for the whole.</summary>
    Reviewer,
    /// <summary>A releasing officer, after the reviewer: the last word before it enters reports.</summary>
    ReleasingOfficer,
}

/// <summary>The sign-off steps that an installation asks for.</summary>
public sealed record SignOffTerms
{
    private SignOffTerms(ImmutableArray<SignOffStep> steps) => Steps = steps;

    /// <summary>The steps in their order; the reviewer's is always among them.</summary>
    public ImmutableArray<SignOffStep> Steps { get; }

    /// <summary>All three: area leads, the reviewer, the releasing officer.</summary>
    public static SignOffTerms Default { get; } = new([.. Enum.GetValues<SignOffStep>()]);

    /// <summary>The least that there can be: one reviewer.</summary>
    public static SignOffTerms ReviewerAlone { get; } = new([SignOffStep.Reviewer]);

    /// <summary>Whether each area is signed before review.</summary>
    public bool AsksAreaLeads => Steps.Contains(SignOffStep.AreaLead);

    /// <summary>Whether a releasing officer signs after the reviewer.</summary>
    public bool AsksOfficer => Steps.Contains(SignOffStep.ReleasingOfficer);

    /// <summary>The steps as they are configured: code names with commas between, in any order, as "area-lead, reviewer".</summary>
    /// <exception cref="InputException">A word that is no step, one that comes twice, or none of a reviewer.</exception>
    public static SignOffTerms Parse(string text)
    {
        var steps = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => CodeName.Parse<SignOffStep>("sign-off step", word)).ToList();
        if (!steps.Contains(SignOffStep.Reviewer) || steps.Distinct().Count() != steps.Count)
            throw InputException.Of("SignOffUnclear", InputException.Shorten(text));
        return new SignOffTerms([.. steps.Order()]);
    }
}
