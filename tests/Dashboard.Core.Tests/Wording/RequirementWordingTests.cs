using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Readiness;
using Dashboard.Core.Tests.Release;
using Dashboard.Core.Wording;
using static Dashboard.Core.Tests.Wording.Reports;

namespace Dashboard.Core.Tests.Wording;

public class RequirementWordingTests
{
    [Fact]
    public void Requirements_AreCounted_AndTheMissedNamed()
    {
        var report = Of("JPN", ("LAN", Level(2)), ("EXE", Answer.NotAssessed));
        var wording = new RequirementWording(report, CultureInfo.InvariantCulture);
        var first = report.Profiles[0];
        Assert.Equal(report.Framework.Profiles[0].Name, wording.Name(first));
        Assert.Equal($"{first.Count(Outcome.Met)} met, {first.Count(Outcome.Missed)} missed, {first.Count(Outcome.Unknown)} unknown", wording.Counts(first));
        Assert.StartsWith("LAN-1 at 2, needs 3", wording.Missed(first));
    }

    [Fact]
    public void Requirements_AllMet_NameNothingMissed()
    {
        var report = Of("JPN", [.. Sheets.Framework.Areas.Select(area => (area.Code, Level(5)))]);
        Assert.All(report.Profiles, result => Assert.Equal("", new RequirementWording(report, CultureInfo.InvariantCulture).Missed(result)));
    }
}
