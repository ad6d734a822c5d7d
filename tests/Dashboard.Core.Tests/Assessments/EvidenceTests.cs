using Dashboard.Core.Assessments;

namespace Dashboard.Core.Tests.Assessments;

public class EvidenceTests
{
    private static readonly DateOnly Day = new(2026, 1, 31);
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly Evidence Whole = new()
    {
        AssessmentId = 1, Indicator = "LAN-1", Title = "Test results", Source = "Ministry", Date = Day,
    };

    public static TheoryData<Evidence> Good =>
    [
        Whole, Whole with { Expiry = Day.AddDays(1) }, Whole with { Credibility = 1 }, Whole with { Reliability = SourceReliability.A },
        Whole with { Title = new string('x', 400), Source = "防衛省 <script>alert(1)</script>" },
        Whole with { Title = "تقرير عن المهارات اللغوية", Source = "👩‍💻" },
        Whole with { Date = Today.AddDays(1) }, Whole with { Date = new DateOnly(1900, 1, 1), Expiry = new DateOnly(2199, 12, 31) },
        Whole with { Reference = "https://www.mod.go.jp/report?page=1#top" }, Whole with { Reference = "MOD:2025-17" }, Whole with { Reference = "Registry 12/2025: annex B" },
    ];

    public static TheoryData<Evidence, string> Bad => new()
    {
        { Whole with { Title = " " }, "needs a title and a source" },
        { Whole with { Source = "" }, "needs a title and a source" },
        { Whole with { Title = new string('x', 401) }, "has 401 characters; shorten it to 400" },
        { Whole with { Source = new string('x', 100_000) }, "has 100000 characters; shorten it to 400" },
        { Whole with { Reference = new string('x', 401) }, "has 401 characters" },
        { Whole with { Title = "Test\u0000results" }, "character that is not seen" },
        { Whole with { Title = "Test\nresults" }, "character that is not seen" },
        { Whole with { Source = "Ministry \u202Eyrtsinim" }, "character that is not seen" },
        { Whole with { Reference = "https://example.org/\u2066x" }, "character that is not seen" },
        { Whole with { Date = new DateOnly(1, 1, 1) }, "cannot be of 0001-01-01; give a day from 1900-01-01 to today" },
        { Whole with { Date = new DateOnly(1899, 12, 31) }, "cannot be of 1899-12-31" },
        { Whole with { Date = new DateOnly(2999, 1, 1), Expiry = null }, "cannot be of 2999-01-01" },
        { Whole with { Date = Today.AddDays(2) }, "cannot be of 2026-03-03" },
        { Whole with { Expiry = Day }, "expires on 2026-01-31, which is not after its date 2026-01-31" },
        { Whole with { Expiry = Day.AddDays(-1) }, "expires on 2026-01-30" },
        { Whole with { Expiry = new DateOnly(2999, 1, 1) }, "cannot hold until 2999-01-01; give a day up to 2199-12-31" },
        { Whole with { Reference = "javascript:alert(document.cookie)" }, "does not begin with http:// or https://" },
        { Whole with { Reference = " JavaScript:alert(1)//" }, "does not begin with http:// or https://" },
        { Whole with { Reference = "javascript:1//https://example.org" }, "does not begin with http:// or https://" },
        { Whole with { Reference = "data:text/html,<script>alert(1)</script>" }, "does not begin with http:// or https://" },
        { Whole with { Reference = "ftp://example.org/report" }, "does not begin with http:// or https://" },
        { Whole with { Reference = "file:///etc/passwd" }, "does not begin with http:// or https://" },
        { Whole with { Reference = "http:///report" }, "does not begin with http:// or https://" },
        { Whole with { Reliability = (SourceReliability)6 }, "choose A to F" },
        { Whole with { Origin = (EvidenceOrigin)5 }, "who vouches" },
        { Whole with { Credibility = 0 }, "choose 1 to 6" },
        { Whole with { Credibility = 7 }, "choose 1 to 6" },
    };

    [Theory, MemberData(nameof(Good))]
    public void Check_WholeEvidence_Passes(Evidence evidence) => Assert.Null(Record.Exception(() => evidence.Check(Today)));

    [Theory, MemberData(nameof(Bad))]
    public void Check_BrokenEvidence_SaysWhereAndWhat(Evidence evidence, string part)
    {
        var fault = Assert.Throws<InputException>(() => evidence.Check(Today));
        Assert.StartsWith("LAN-1: ", fault.Message);
        Assert.Contains(part, fault.Message);
        Assert.InRange(fault.Message.Length, 20, 250);
    }

    [Theory]
    [InlineData("https://example.org/a", "https://example.org/a")]
    [InlineData("HTTP://example.org", "http://example.org/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("//example.org", null)]
    [InlineData("MOD:2025-17", null)]
    [InlineData("", null)]
    public void Link_IsHttpOrHttps_OrNone(string reference, string? link) =>
        Assert.Equal(link, (Whole with { Reference = reference }).Link()?.ToString());

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(-1, true, false)]
    [InlineData(0, true, false)]
    [InlineData(1, false, true)]
    [InlineData(90, false, true)]
    [InlineData(91, false, false)]
    public void Expiry_IsTheFirstDayOnWhichItNoLongerHolds(int? daysFromToday, bool expired, bool soon)
    {
        var piece = Whole with { Expiry = daysFromToday is { } days ? Today.AddDays(days) : null };
        Assert.Equal((expired, soon), (piece.HasExpired(Today), piece.ExpiresSoon(Today)));
    }

    [Fact]
    public void Grade_Unjudged_IsF6() => Assert.Equal("F6", Whole.Grade);

    [Fact]
    public void Grade_IsWrittenAsLetterAndNumber() =>
        Assert.Equal("B2", (Whole with { Reliability = SourceReliability.B, Credibility = 2 }).Grade);
}
