using Dashboard.Core.Assessments;
using static Dashboard.Core.Assessments.AssessmentStatus;

namespace Dashboard.Core.Tests.Assessments;

public class WorkflowTests
{
    private static readonly HashSet<(AssessmentStatus, AssessmentStatus)> Steps =
        [(Draft, InReview), (Returned, InReview), (InReview, Approved), (InReview, Returned)];

    public static TheoryData<AssessmentStatus, AssessmentStatus> AllPairs
    {
        get
        {
            var pairs = new TheoryData<AssessmentStatus, AssessmentStatus>();
            foreach (var from in Enum.GetValues<AssessmentStatus>())
                foreach (var to in Enum.GetValues<AssessmentStatus>())
                    pairs.Add(from, to);
            return pairs;
        }
    }

    [Fact]
    public void AllPairs_AreSixteen() => Assert.Equal(16, AllPairs.Count);

    [Theory, MemberData(nameof(AllPairs))]
    public void MayBecome_OnlyTheFourSteps(AssessmentStatus from, AssessmentStatus to) =>
        Assert.Equal(Steps.Contains((from, to)), from.MayBecome(to));

    [Theory]
    [InlineData(Draft, true)]
    [InlineData(InReview, false)]
    [InlineData(Approved, false)]
    [InlineData(Returned, true)]
    public void IsOpen_DraftAndReturned(AssessmentStatus status, bool open) => Assert.Equal(open, status.IsOpen());
}
