namespace Dashboard.Web.Tests.Security;

/// <summary>docs/security.md speaks of every requirement, and what it cites is there.</summary>
public sealed class SecurityDocumentTests
{
    // One requirement a line: OWASP ASVS 5.0.0, levels 1 and 2.
    private static readonly string[] Wanted = Repository.Read("tests/Dashboard.Web.Tests/Security/asvs-5.0.txt").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private const string Sound = """
        # Signing in
        | V1.1.1 | L1 | one | **met by** `SecurityDocumentTests.Table_SpeaksOfEveryRequirement_AndWhatItCitesIsThere`, `src/Dashboard.Web/Security/Limits.cs: ExportsPerMinute`, `Limits:ExportsPerMinute`, `AllowPlainHttp`, `Logging:Console:FormatterName` and [this](#signing-in) |
        | V1.1.2 | L2 | two | **not met**: it is missing |
        | V1.1.3 | L2 | three | **does not apply**: there is none (`global.json`) |
        """;

    [Fact]
    public void Table_SpeaksOfEveryRequirement_AndWhatItCitesIsThere()
    {
        Assert.Equal(253, Wanted.Length);
        var complaints = SecurityDocument.Check(Repository.Read("docs/security.md"), Wanted).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Fact]
    public void Summary_CountsTheTable()
    {
        var text = Repository.Read("docs/security.md");
        var counts = SecurityDocument.Count(text);
        Assert.Equal(253, counts.Sum());
        Assert.Contains($"**{counts[0]} met, {counts[1]} do not apply, {counts[2]} not met**", text);
    }

    [Theory]
    [InlineData("V1.1.2 | L2", "V1.1.1 | L1", "V1.1.2 L2: is not in the table", "V1.1.1 L1: is there 2 times")]
    [InlineData("V1.1.2 | L2", "V1.1.9 | L2", "V1.1.2 L2: is not in the table", "V1.1.9 L2: is no requirement of levels 1 and 2")]
    [InlineData("V1.1.2 | L2", "V1.1.2 | L1", "V1.1.2 L2: is not in the table", "V1.1.2 L1: is no requirement of levels 1 and 2")]
    [InlineData("**not met**: it", "It", "V1.1.2: has none of the three outcomes")]
    [InlineData("**not met**: it", "**met by** what", "V1.1.2: cites nothing that meets it")]
    [InlineData(" | two", "", "V1.1.2: has not the four columns")]
    [InlineData("Tests.Table_SpeaksOf", "Tests.Table_SpeaksWellOf", "V1.1.1: cites 'SecurityDocumentTests.Table_SpeaksWellOfEveryRequirement_AndWhatItCitesIsThere', which is not there")]
    [InlineData("Security/Limits.cs", "Security/Bounds.cs", "V1.1.1: cites 'src/Dashboard.Web/Security/Bounds.cs: ExportsPerMinute', which is not there")]
    [InlineData("cs: ExportsPerMinute", "cs: Exports", "V1.1.1: cites 'src/Dashboard.Web/Security/Limits.cs: Exports', which is not there")]
    [InlineData("Limits:ExportsPerMinute", "Limits:ExportsPerHour", "V1.1.1: cites 'Limits:ExportsPerHour', which is not there")]
    [InlineData("AllowPlainHttp", "AllowAnything", "V1.1.1: cites 'AllowAnything', which is not there")]
    [InlineData("Console:FormatterName", "FormatterName", "V1.1.1: cites 'Logging:FormatterName', which is not there")]
    [InlineData("(#signing-in)", "(#signing-out)", "V1.1.1: links to #signing-out, which is not there")]
    [InlineData("global.json", "local.json", "V1.1.3: cites 'local.json', which is not there")]
    public void Table_ThatIsWrong_IsToldSo(string sound, string wrong, params string[] complaints)
    {
        string[] wanted = ["V1.1.1 L1", "V1.1.2 L2", "V1.1.3 L2"];
        Assert.Empty(SecurityDocument.Check(Sound, wanted));
        Assert.Equal(complaints, SecurityDocument.Check(Sound.Replace(sound, wrong, StringComparison.Ordinal), wanted));
    }
}
