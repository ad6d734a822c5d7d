using Dashboard.Core.Assessments;

namespace Dashboard.Browser.Tests;

/// <summary>The program as it is delivered: area leads, a reviewer and a releasing officer sign.</summary>
public sealed class SignOffSite(Chromium chromium) : Site(chromium)
{
    protected override SignOffTerms SignOff => SignOffTerms.Default;
}
