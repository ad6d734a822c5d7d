using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Assessments;

public class AnswerTests
{
    private static readonly string Longest = new('x', Answer.RationaleLength);

    public static TheoryData<Answer> Good =>
    [
        Answer.NotAssessed, Answer.Of(0), Answer.Of(5, Confidence.High, "seen"), Answer.Of(3, rationale: Longest),
        Answer.NotApplicable("no such force"), Answer.NotAssessed with { Rationale = "asked the agency" },
    ];

    public static TheoryData<Answer, string> Bad => new()
    {
        { new(ScoreState.Scored), "needs a level from 0 to 5" },
        { new(ScoreState.NotAssessed, 3), "cannot carry the level 3" },
        { new(ScoreState.NotApplicable, 0, Rationale: "none"), "cannot carry the level 0" },
        { Answer.Of(-1), "-1 is outside the scale" },
        { Answer.Of(6), "6 is outside the scale" },
        { Answer.NotApplicable(""), "say why it is not applicable" },
        { Answer.NotApplicable(" \t"), "say why it is not applicable" },
        { Answer.Of(3, rationale: Longest + "x"), "4001 characters" },
        { Answer.NotApplicable(Longest + "x"), "4001 characters" },
    };

    [Theory, MemberData(nameof(Good))]
    public void Check_WholeAnswer_Passes(Answer answer) =>
        Assert.Null(Record.Exception(() => answer.Check(FrameworkJson.BuiltIn, "LAN-1")));

    [Theory, MemberData(nameof(Bad))]
    public void Check_BrokenAnswer_SaysWhereAndWhat(Answer answer, string part)
    {
        var fault = Assert.Throws<InputException>(() => answer.Check(FrameworkJson.BuiltIn, "LAN-1"));
        Assert.StartsWith("LAN-1: ", fault.Message);
        Assert.Contains(part, fault.Message);
    }

    [Fact]
    public void NotAssessed_CarriesNoLevel() => Assert.Null(Answer.NotAssessed.Level);
}
