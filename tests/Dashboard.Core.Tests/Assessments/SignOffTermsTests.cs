using Dashboard.Core.Assessments;

namespace Dashboard.Core.Tests.Assessments;

public class SignOffTermsTests
{
    [Fact]
    public void Default_AsksAllThree_InTheirOrder() =>
        Assert.Equal([SignOffStep.AreaLead, SignOffStep.Reviewer, SignOffStep.ReleasingOfficer], SignOffTerms.Default.Steps);

    [Theory]
    [InlineData("reviewer", false, false)]
    [InlineData("area-lead, reviewer", true, false)]
    [InlineData("releasing-officer,reviewer", false, true)]
    [InlineData(" Reviewer , Releasing-Officer, area-lead,", true, true)]
    public void Parse_TakesAnyOrder(string text, bool leads, bool officer)
    {
        var terms = SignOffTerms.Parse(text);
        Assert.Equal((leads, officer), (terms.AsksAreaLeads, terms.AsksOfficer));
        Assert.Equal(terms.Steps.Order(), terms.Steps);
    }

    [Theory]
    [InlineData("area-lead", "SignOffUnclear")]
    [InlineData("", "SignOffUnclear")]
    [InlineData("reviewer, reviewer", "SignOffUnclear")]
    [InlineData("reviewer, minister", "Unknown.sign-off-step")]
    public void Parse_WithoutReviewer_Twice_OrUnknown_IsRefused(string text, string key) =>
        Assert.Equal(key, Assert.Throws<InputException>(() => SignOffTerms.Parse(text)).Key);
}
