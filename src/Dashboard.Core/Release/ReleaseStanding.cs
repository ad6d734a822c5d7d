using System.Collections.Immutable;
using Dashboard.Core.Assessments;

namespace Dashboard.Core.Release;

/// <summary>The approved revisions of one assessment, and what of them is released to other nations.</summary>
/// <param name="Approved">At least one, newest first.</param>
public sealed record ReleaseStanding(ImmutableArray<Assessment> Approved)
{
    /// <summary>The standing of an assessment; null if none of its revisions is approved.</summary>
    /// <param name="revisions">All revisions of one assessment, in any order and status.</param>
    public static ReleaseStanding? Of(IEnumerable<Assessment> revisions)
    {
        var approved = revisions.Where(a => a.Status == AssessmentStatus.Approved).OrderByDescending(a => a.Revision).ToImmutableArray();
        return approved.IsEmpty ? null : new ReleaseStanding(approved);
    }

    /// <summary>The newest approved revision: the one to decide on.</summary>
    public Assessment Latest => Approved[0];

    /// <summary>The newest revision that is released to anybody; null if none is.</summary>
    public Assessment? Released => Approved.FirstOrDefault(a => a.Marking.ReleasableTo.Length > 0);

    /// <summary>To whom it is released now, codes joined by commas; empty if to nobody.</summary>
    public string ReleasableTo => Released?.Marking.ReleasableTo ?? "";

    /// <summary>Whether others still see an earlier revision: a newer one is approved and not released.</summary>
    public bool IsWaiting => Released is { } released && released.Revision != Latest.Revision;

    /// <summary>
    /// What a decision changes: the newest revision is released to those named and to nobody else, and every earlier one to nobody any
    /// more, so that whoever is left out does not fall back to an old one. Only the revisions that change, as they will be.
    /// </summary>
    /// <param name="releasableTo">Codes joined by commas; empty withdraws it from everybody.</param>
    public IEnumerable<Assessment> Decide(string releasableTo) => Approved
        .Select((a, place) => a with { Marking = a.Marking.ReleasedTo(place == 0 ? releasableTo : "") })
        .Where((decided, place) => decided != Approved[place]);

    /// <summary>What a decision would change for other nations today.</summary>
    /// <param name="terms">Groups and the day.</param>
    /// <param name="releasableTo">Codes joined by commas; empty withdraws it from everybody.</param>
    public AudienceChange Change(ReleaseTerms terms, string releasableTo)
    {
        var after = Others(Latest with { Marking = Latest.Marking.ReleasedTo(releasableTo) });
        var before = Approved.SelectMany(Others).ToImmutableSortedSet(StringComparer.Ordinal);
        var latest = Others(Latest);
        return new AudienceChange(after.Except(before), before.Except(after), after.Intersect(before).Except(latest), after.Intersect(latest));

        ImmutableSortedSet<string> Others(Assessment a) => terms.Audience(a.Marking, a.Assessor).Remove(a.Assessor);
    }
}

/// <summary>What a decision on a release changes for other nations, alpha-3 codes; no nation stands in two of the sets.</summary>
/// <param name="Gain">See it then and do not now.</param>
/// <param name="Lose">See it now and do not then.</param>
/// <param name="Move">See an earlier revision now and the newest then.</param>
/// <param name="Keep">See the newest now and then.</param>
public sealed record AudienceChange(
    ImmutableSortedSet<string> Gain, ImmutableSortedSet<string> Lose, ImmutableSortedSet<string> Move, ImmutableSortedSet<string> Keep);
