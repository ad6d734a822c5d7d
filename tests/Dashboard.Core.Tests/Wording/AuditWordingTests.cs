using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Dashboard.Core.Assessments;
using Dashboard.Core.Wording;

namespace Dashboard.Core.Tests.Wording;

public partial class AuditWordingTests
{
    [Fact]
    public void EveryActionOfTheSource_HasAWord()
    {
        var actions = Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories).SelectMany(file => Recorded().Matches(File.ReadAllText(file))).Select(m => m.Groups[1].Value).Distinct().ToList();
        Assert.True(actions.Count >= 8);
        foreach (var status in Enum.GetValues<AssessmentStatus>().Except([AssessmentStatus.Draft]))
            actions.Add($"assessment-{CodeName.Of(status)}");
        Assert.All(actions, action => Assert.Contains(action, AuditWording.Actions));
    }

    [Theory]
    [InlineData("en", "Answer saved")]
    [InlineData("ja", "回答を保存")]
    [InlineData("fr", "Réponse enregistrée")]
    public void Action_IsSaidInTheReadersLanguage_AndAnUnknownOneAsItIs(string language, string word)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        Assert.Equal((word, "satellite-launched", "orbit"), (AuditWording.Action("score-saved", culture), AuditWording.Action("satellite-launched", culture), AuditWording.Field("orbit", culture)));
    }

    private static string Source([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(file, "..", "..", "..", "..", "src"));

    [GeneratedRegex("""new AuditFact\("([a-z]+(?:-[a-z]+)*)", """)]
    private static partial Regex Recorded();
}
