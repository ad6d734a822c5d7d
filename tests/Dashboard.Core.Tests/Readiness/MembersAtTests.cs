using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Readiness;

public class MembersAtTests
{
    [Fact]
    public void Distribution_CountsEqualScoresTogether_EstimatesApart_TheLowestFirst()
    {
        var report = World.Of("A 1 1").With(World.Home, "3 3").With("USA", "5 5").With("EST", "3 4").With("BEL", "2 2").With("CAN", "4 3").Report();

        Assert.Equal([new(2, 1, 0), new(3.5, 2, 0), new(5, 1, 0)], report.Areas[0].Distribution);
        Assert.Equal(2, report.MostAlike);
    }

    [Theory]
    [InlineData(1e-10, 1)] // summed in another order
    [InlineData(1e-6, 2)]
    public void Distribution_OfScoresThatDifferByLessThanAPlace_IsOne(double difference, int expected) =>
        Assert.Equal(expected, MembersAt.Of([Member("EST", 2, Basis.Estimated), Member("USA", 2 + difference, Basis.SelfAssessed)]).Length);

    [Fact]
    public void Distribution_TellsEstimatesFromReports() =>
        Assert.Equal([new(2, 1, 2)], MembersAt.Of([Member("EST", 2, Basis.Estimated), Member("USA", 2, Basis.PeerReviewed), Member("BEL", 2, Basis.Estimated)]));

    [Fact]
    public void Distribution_WithoutMembers_IsEmpty_AndSoIsTheSpread()
    {
        var report = World.Of("A 1").With(World.Home, "3").Report();

        Assert.Empty(report.Areas[0].Distribution);
        Assert.Null(report.Areas[0].Spread);
        Assert.Equal(0, report.MostAlike);
    }

    private static MemberScore Member(string country, double value, Basis basis) => new(new Source(country, basis, country, 1, AssessmentStatus.Approved), value);
}
