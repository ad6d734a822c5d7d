using System.Collections.Immutable;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;

namespace Dashboard.Core.Release;

/// <summary>What a release decision depends on besides the marking and the reader.</summary>
/// <param name="Ladder">The classifications in use.</param>
/// <param name="Groups">The groups that a marking may name.</param>
/// <param name="Today">The day of reading: a release to a group reaches those who belong to it then.</param>
public sealed record ReleaseTerms(ClassificationLadder Ladder, ImmutableArray<CountryGroup> Groups, DateOnly Today)
{
    /// <summary>Who scores what blind now.</summary>
    public ImmutableArray<BlindReviewer> Blind { get; init; } = [];

    /// <summary>The nations that a marking reaches: its originator, the nations it names, and the members today of the groups it names. An unknown code reaches nobody.</summary>
    public ImmutableSortedSet<string> Audience(Marking marking, string originator) =>
        NationsOf(marking).Append(originator).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>The nations that a marking names, itself or through a group; some may come twice. A part that follows its assessment names none: see <see cref="Marking.Within"/>.</summary>
    internal IEnumerable<string> NationsOf(Marking marking) => marking.FollowsAssessment ? [] : marking.Releases
        .SelectMany(code => GroupOf(code) is { } group ? group.MembersAt(Today) : [code]);

    private CountryGroup? GroupOf(string code) => Groups.FirstOrDefault(g => g.Code == code);

    /// <summary>The shortest way to name an audience: a group's code (largest group first) stands for all its members of today, whoever is left is named.</summary>
    internal IEnumerable<string> NamesOf(ImmutableSortedSet<string> audience)
    {
        var left = audience;
        var names = new List<string>();
        foreach (var (code, members) in Groups.Select(g => (g.Code, Members: g.MembersAt(Today))).OrderByDescending(g => g.Members.Length).ThenBy(g => g.Code, StringComparer.Ordinal))
        {
            if (members.Length < 3 || !members.All(audience.Contains) || !members.Any(left.Contains))
                continue;
            names.Add(code);
            left = left.Except(members);
        }

        return names.Concat(left);
    }

    /// <summary>Why <paramref name="viewer"/> may not see an assessment, or null if they may: by its marking, or because they give a second opinion on it.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="assessment">The assessment.</param>
    public WithheldReason? Withholds(Viewer viewer, Assessment assessment) =>
        viewer.ReadsScores && Blind.Any(b => b.Is(viewer, assessment)) ? WithheldReason.Blind : Withholds(viewer, assessment.Marking, assessment.Assessor);

    /// <summary>Whether an entry of the audit is about an assessment that <paramref name="viewer"/> scores blind.</summary>
    internal bool IsBlindTo(Viewer viewer, string subject) => Blind.Any(b => b.Is(viewer, subject));

    /// <summary>Why <paramref name="viewer"/> may not see something by its marking, or null if they may. Of a whole assessment the marking alone does not decide.</summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="marking">Its marking.</param>
    /// <param name="originator">The nation it belongs to.</param>
    internal WithheldReason? Withholds(Viewer viewer, Marking marking, string originator) =>
        !viewer.ReadsScores ? WithheldReason.NoReadingRole
        // First, so that the reason says nothing of the classification of what is not released.
        : !IsReleasedTo(viewer.Nation, marking, originator) ? WithheldReason.NotReleased
        : !Ladder.Reaches(viewer.Clearance, marking.Classification) ? WithheldReason.AboveClearance
        : marking.Compilation is { } whole && !Ladder.Reaches(viewer.Clearance, whole) ? WithheldReason.CompilationAboveClearance
        : null;

    /// <summary>Whether a nation is reached, as originator or by the release; its people need the clearance all the same.</summary>
    internal bool IsReleasedTo(string nation, Marking marking, string originator) => nation == originator || NationsOf(marking).Contains(nation);

    /// <summary>Why <paramref name="viewer"/> may not see a score of an assessment that they may see, or null if they may: only by its own tighter marking.</summary>
    public WithheldReason? Withholds(Viewer viewer, Score score, Assessment assessment) =>
        score.Marking is null ? null : Withholds(viewer, score.Marking.Within(assessment.Marking), assessment.Assessor);

    /// <summary>Why <paramref name="viewer"/> may not see a piece of evidence behind a score that they may see, or null if they may: only by its own tighter marking.</summary>
    public WithheldReason? Withholds(Viewer viewer, Evidence piece, Assessment assessment) =>
        piece.Marking is null ? null : Withholds(viewer, piece.Marking.Within(assessment.Marking), assessment.Assessor);

    /// <summary>Checks that the marking of a part is tighter than that of its assessment, or as tight.</summary>
    /// <param name="part">The marking of a score or a piece of evidence; null for none of its own.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="indicator">Where the part stands, for the message.</param>
    /// <exception cref="InputException">An unknown or lower classification, somebody whom the assessment is not released to, or a compilation.</exception>
    public void RequireTighter(Marking? part, Assessment assessment, string indicator)
    {
        if (part is null)
            return;
        var whole = assessment.Marking;
        if (Ladder.Rank(Ladder.Require(part.Classification)) < Ladder.Rank(whole.Classification))
            throw InputException.Of("MarkedLower", indicator, part.Classification, whole.Classification);
        if (part.Compilation is not null)
            throw InputException.Of("PartHasCompilation", indicator);
        var wider = Audience(part.Within(whole), assessment.Assessor).Except(Audience(whole, assessment.Assessor));
        if (!wider.IsEmpty)
            throw InputException.Of("MarkedWider", indicator, string.Join(", ", wider));
    }

    /// <summary>The marking of two things of one originator together: the higher classifications, released to whom both are.</summary>
    internal Marking Tighter(Marking one, Marking other, string originator) => new(
        Ladder.Higher(one.Classification, other.Classification),
        Audience(one, originator).Intersect(Audience(other, originator)),
        one.Compilation is { } a && other.Compilation is { } b ? Ladder.Higher(a, b) : one.Compilation ?? other.Compilation);
}
