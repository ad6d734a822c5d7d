using System.Reflection;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests;

public class CodeNameTests
{
    public static TheoryData<Type> Enumerations =>
        [.. typeof(CodeName).Assembly.GetExportedTypes().Where(t => t.IsEnum).OrderBy(t => t.Name, StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Enumerations))]
    public void Of_ThenParse_IsTheSameValue(Type type) => typeof(CodeNameTests).GetMethod(nameof(RoundTrip), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, null);

    [Theory]
    [InlineData(ScoreState.NotAssessed, "not-assessed")]
    [InlineData(ScoreState.Scored, "scored")]
    public void Of_IsLowerCaseWithHyphens(ScoreState state, string name) => Assert.Equal(name, CodeName.Of(state));

    [Fact]
    public void Parse_Unknown_NamesTheChoices() => Assert.Equal(
        "Unknown statistic 'modus': choose one of median, mean, upper-quartile, best.",
        Assert.Throws<InputException>(() => CodeName.Parse<Statistic>("statistic", "modus")).Message);

    [Theory]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("upperquartile")]
    public void Parse_NeitherNumberNorOtherSpelling(string text) =>
        Assert.Throws<InputException>(() => CodeName.Parse<Statistic>("statistic", text));

    [Fact]
    public void Of_ValueThatDoesNotExist_IsAFault() => Assert.Throws<ArgumentOutOfRangeException>(() => CodeName.Of((Basis)99));

    [Fact]
    public void Memberships_SpeakTheSameNames() => Assert.Equal(
        MembershipRole.ContributingParticipant, CodeName.Parse<MembershipRole>("role", "contributing-participant"));

    private static void RoundTrip<T>() where T : struct, Enum
    {
        var names = Enum.GetValues<T>().Select(CodeName.Of).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
        Assert.All(Enum.GetValues<T>(), value => Assert.Equal(value, CodeName.Parse<T>("value", " " + CodeName.Of(value).ToUpperInvariant())));
    }
}
