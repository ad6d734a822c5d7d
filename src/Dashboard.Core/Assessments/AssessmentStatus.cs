namespace Dashboard.Core.Assessments;

/// <summary>Where an assessment stands on its way into reports.</summary>
public enum AssessmentStatus
{
    /// <summary>Being filled in.</summary>
    Draft,
    /// <summary>Waiting for a reviewer.</summary>
    InReview,
    /// <summary>Enters reports; its scores no longer change.</summary>
    Approved,
    /// <summary>Sent back to its planners, who may change it again.</summary>
    Returned,
}

/// <summary>The steps that an assessment may take.</summary>
public static class Workflow
{
    /// <summary>Whether scores may change in this status: draft and returned.</summary>
    public static bool IsOpen(this AssessmentStatus status) => status is AssessmentStatus.Draft or AssessmentStatus.Returned;

    /// <summary>Whether the step exists: to review from an open status, and from review to approved or returned.</summary>
    public static bool MayBecome(this AssessmentStatus from, AssessmentStatus to) => (from, to) switch
    {
        (AssessmentStatus.Draft or AssessmentStatus.Returned, AssessmentStatus.InReview) => true,
        (AssessmentStatus.InReview, AssessmentStatus.Approved or AssessmentStatus.Returned) => true,
        _ => false,
    };
}
