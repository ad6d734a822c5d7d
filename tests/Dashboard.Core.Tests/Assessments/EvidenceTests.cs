using Dashboard.Core.Assessments;

namespace Dashboard.Core.Tests.Assessments;

public class EvidenceTests
{
    private static readonly DateOnly Day = new(2026, 1, 31);

    private static readonly Evidence Whole = new()
    {
        AssessmentId = 1, Indicator = "LAN-1", Title = "Test results", Source = "Ministry", Date = Day,
    };

    public static TheoryData<Evidence> Good =>
        [Whole, Whole with { Expiry = Day.AddDays(1) }, Whole with { Credibility = 1 }, Whole with { Reliability = SourceReliability.A }];

    public static TheoryData<Evidence, string> Bad => new()
    {
        { Whole with { Title = " " }, "needs a title and a source" },
        { Whole with { Source = "" }, "needs a title and a source" },
        { Whole with { Expiry = Day }, "expires on 2026-01-31, which is not after its date 2026-01-31" },
        { Whole with { Expiry = Day.AddDays(-1) }, "expires on 2026-01-30" },
        { Whole with { Credibility = 0 }, "choose 1 to 6" },
        { Whole with { Credibility = 7 }, "choose 1 to 6" },
    };

    [Theory, MemberData(nameof(Good))]
    public void Check_WholeEvidence_Passes(Evidence evidence) => Assert.Null(Record.Exception(evidence.Check));

    [Theory, MemberData(nameof(Bad))]
    public void Check_BrokenEvidence_SaysWhereAndWhat(Evidence evidence, string part)
    {
        var fault = Assert.Throws<InputException>(evidence.Check);
        Assert.StartsWith("LAN-1: ", fault.Message);
        Assert.Contains(part, fault.Message);
    }

    [Fact]
    public void Grade_Unjudged_IsF6() => Assert.Equal("F6", Whole.Grade);

    [Fact]
    public void Grade_IsWrittenAsLetterAndNumber() =>
        Assert.Equal("B2", (Whole with { Reliability = SourceReliability.B, Credibility = 2 }).Grade);
}
