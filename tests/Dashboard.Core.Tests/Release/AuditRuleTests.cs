using System.Text;
using Dashboard.Core.Audit;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tests.Release;

public class AuditRuleTests
{
    private const string OwnScore = "JPN/2026/JPN/self-assessed/1/LAN-1";

    private static Viewer Auditor(string nation, string clearance = "secret") => new("Ono", nation, clearance, Roles.Auditor, []);

    private static AuditEntry Entry(string nation = "JPN", string action = "score-saved", string subject = OwnScore, string? classification = "restricted") => AuditEntry.Seal(
        AuditEntry.Origin, 1, new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc), new Viewer("Sato", nation, "secret", Roles.Planner, []),
        new AuditFact(action, subject, new { Level = 2 }, new { Level = 3 }, Classification: classification));

    private static AuditReading? Read(Viewer viewer, AuditEntry entry) => AuditRule.Read(viewer, "JPN", Sheets.Terms, entry, null);

    public static TheoryData<Viewer, AuditEntry, bool, WithheldReason?> Cases => new()
    {
        { Auditor("JPN"), Entry(), true, null },
        { Auditor("JPN", "restricted"), Entry(), true, null },
        { Auditor("JPN", "unclassified"), Entry(), true, WithheldReason.AboveClearance },
        { Auditor("JPN", "nonsense"), Entry(), true, WithheldReason.AboveClearance },
        { Auditor("JPN"), Entry(classification: "cosmic"), true, WithheldReason.AboveClearance },
        { Auditor("JPN"), Entry("EST", subject: "EST/2026/EST/self-assessed/1/LAN-1"), true, WithheldReason.NotReleased },
        { Auditor("EST"), Entry("EST", subject: "EST/2026/EST/self-assessed/1/LAN-1"), true, null },
        { Auditor("EST"), Entry(), false, null },
        { Auditor("JPN"), Entry(action: "assessment-added", subject: "EST/2026/JPN/estimated/1"), true, null },
        { Auditor("JPN"), Entry(action: "assessment-added", subject: "EST/2026/EST/self-assessed/1"), true, WithheldReason.NotReleased },
        { Auditor("JPN"), Entry(subject: "JPN"), true, WithheldReason.NotReleased },
        { Auditor("JPN", "confidential"), Entry(classification: null), true, WithheldReason.AboveClearance },
        { Auditor("JPN", "secret"), Entry(classification: null), true, null },
        { Auditor("JPN", "unclassified"), Entry(action: "cycle-added", subject: "2026", classification: null), true, null },
        { Auditor("JPN", "unclassified"), Entry(action: "cycle-added", subject: "2026", classification: "secret"), true, WithheldReason.AboveClearance },
        { Auditor("JPN") with { Roles = Roles.Administrator | Roles.Executive | Roles.Planner }, Entry(), false, null },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Read_ShowsWhoAndWhat_AndWhatItHoldsOnlyToItsNationAndWithinClearance(Viewer viewer, AuditEntry entry, bool isSeen, WithheldReason? withheld)
    {
        var reading = Read(viewer, entry);
        Assert.Equal(isSeen, reading is not null);
        if (reading is null)
            return;
        Assert.Equal((entry.Sequence, entry.At, "Sato", entry.Nation, entry.Action, entry.Subject), (reading.Sequence, reading.At, reading.Actor, reading.Nation, reading.Action, reading.Subject));
        Assert.Equal(withheld, reading.Withheld);
        Assert.Equal(withheld is null, reading.Details is not null);
        Assert.False(reading.IsBroken);
        if (reading.Details is { } details)
            Assert.Equal(new AuditChange("level", "2", "3"), Assert.Single(details.Changes()));
    }

    [Fact]
    public void Read_AnEntryWhoseColumnsWereChanged_ShowsNothingThatItHolds()
    {
        Assert.True(Read(Auditor("EST"), Entry() with { Nation = "EST", Subject = "EST/2026/EST/self-assessed/1/LAN-1" })!.IsBroken);
        Assert.True(Read(Auditor("JPN"), Entry() with { Content = Encoding.UTF8.GetBytes("rubbish") })!.IsBroken);
    }

    [Theory]
    [InlineData(Roles.Auditor, true, true)]
    [InlineData(Roles.Administrator, true, false)]
    [InlineData(Roles.Planner | Roles.Reviewer | Roles.ReleasingOfficer | Roles.Executive, false, false)]
    public void Administrators_HaveItChecked_AndOnlyAuditorsReadIt(Roles roles, bool verifies, bool reads)
    {
        var viewer = Auditor("JPN") with { Roles = roles };
        Assert.Equal((verifies, reads), (AuditRule.MayVerify(viewer), AuditRule.MayRead(viewer)));
    }

    [Fact]
    public void Classification_OfAScore_IsTheHigherOfItsOwnAndTheAssessments()
    {
        var sheet = Sheets.Of("JPN", marking: new Marking("restricted", compilation: "secret"));
        string Of(Marking? own) => AuditRule.ClassificationOf(ClassificationLadder.Default, sheet.Assessment, sheet.Scores[0] with { Marking = own });
        Assert.Equal(("restricted", "confidential", "restricted"), (Of(null), Of(new Marking("confidential")), Of(new Marking("unclassified"))));
    }

    [Theory]
    [InlineData(null, null, "restricted")]
    [InlineData("secret", null, "secret")]
    [InlineData(null, "confidential", "confidential")]
    [InlineData("confidential", "secret", "secret")]
    public void Classification_OfAWholeAssessment_CountsTheCompilationAndEveryScore(string? compilation, string? ofOneScore, string expected)
    {
        var sheet = Sheets.Of("JPN", marking: new Marking("restricted", compilation: compilation));
        if (ofOneScore is not null)
            sheet = sheet with { Scores = sheet.Scores.SetItem(3, sheet.Scores[3] with { Marking = new Marking(ofOneScore) }) };
        Assert.Equal(expected, AuditRule.ClassificationOf(ClassificationLadder.Default, sheet));
    }

    [Fact]
    public void Marking_OfReadings_IsTheHighestShown_ForTheAuditorsNationOnly()
    {
        var (auditor, ladder) = (Auditor("JPN", "restricted"), ClassificationLadder.Default);
        var readings = new[] { Entry(), Entry(classification: "secret"), Entry(action: "cycle-added", classification: null) }.Select(e => Read(auditor, e)!);
        Assert.Equal("RESTRICTED · REL TO JPN", AuditRule.MarkingOf(auditor, readings.Aggregate(ladder.Lowest, (so, r) => AuditRule.Higher(ladder, so, r))).ToLine());
    }
}
