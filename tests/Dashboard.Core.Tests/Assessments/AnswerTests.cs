using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Tests.Assessments;

public class AnswerTests
{
    private static readonly string Longest = new('x', Answer.RationaleLength);

    public static TheoryData<Answer> Good =>
    [
        Answer.NotAssessed, Answer.Of(0), Answer.Of(5, Confidence.High, "seen"), Answer.Of(3, rationale: Longest),
        Answer.CarriedOver(Answer.Of(3, Confidence.High, "seen")), Answer.CarriedOver(Answer.NotApplicable("no such force")), Answer.NotApplicable("no such force"), Answer.NotAssessed with { Rationale = "asked the agency" },
    ];

    public static TheoryData<Answer, string> Bad => new()
    {
        { new(ScoreState.Scored), "needs a level from 0 to 5" },
        { new(ScoreState.NotAssessed, 3), "cannot carry the level 3" },
        { new(ScoreState.NotApplicable, 0, Rationale: "none"), "cannot carry the level 0" },
        { Answer.Of(-1), "-1 is outside the scale" },
        { Answer.Of(6), "6 is outside the scale" },
        { new(ScoreState.Carried, 6), "6 is outside the scale" },
        { new(ScoreState.Carried), "say why it is not applicable" },
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

    [Fact]
    public void CarriedOver_IsNoAnswer_UntilItIsConfirmed()
    {
        foreach (var earlier in (Answer[])[Answer.Of(3, Confidence.High, "seen"), Answer.NotApplicable("no such force")])
        {
            var carried = Answer.CarriedOver(earlier);
            Assert.Equal((ScoreState.Carried, false, earlier), (carried.State, carried.IsGiven, carried.Confirmed()));
            Assert.Equal((earlier, true), (earlier.Confirmed(), earlier.IsGiven));
        }

        // What was no answer then is none now.
        Assert.Equal(Answer.NotAssessed, Answer.CarriedOver(Answer.NotAssessed));
        var twice = Answer.CarriedOver(Answer.Of(3));
        Assert.Equal(twice, Answer.CarriedOver(twice));
    }

    [Fact]
    public void Carried_IsMadeByCarryingOverAlone_AndKeepsItsLevelWhileItsTextIsWritten()
    {
        var carried = Answer.CarriedOver(Answer.Of(3, Confidence.High, "seen"));
        Assert.True((carried with { Rationale = "seen again" }).MayFollow(carried));
        Assert.True(Answer.Of(4).MayFollow(carried));
        Assert.True(Answer.NotAssessed.MayFollow(carried));
        foreach (var current in (Answer?[])[null, Answer.NotAssessed, Answer.Of(3, Confidence.High, "seen"), carried with { Level = 2 }, carried with { Confidence = Confidence.Low }])
            Assert.False(carried.MayFollow(current));
    }
}
