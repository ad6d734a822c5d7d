using System.Globalization;
using Bunit;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Release;
using Dashboard.Data.Readiness;
using Dashboard.Web.Trends;
using Microsoft.Extensions.DependencyInjection;

namespace Dashboard.Web.Tests.Trends;

/// <summary>Where the framework changed, no line joins what cannot be compared, and the drawing says why.</summary>
public sealed class BrokenTrendTests(Server server) : IClassFixture<Server>
{
    [Fact]
    public async Task Line_IsBrokenBetweenTwoFrameworks_AndTheBreakIsMarked()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        await using var scope = server.Get<IServiceScopeFactory>().CreateAsyncScope();
        var read = await scope.ServiceProvider.GetRequiredService<ReportReader>().ReadHistoryAsync(Viewer.Operator("JPN", ClassificationLadder.Default), new ReportRequest("JPN", "NATO"));
        var (whole, broken) = (new TrendFacts(read), new TrendFacts(new ReportHistory([.. read.Reports.Select(ByAnother)], read.Marking)));

        Assert.Equal((0, 2), (Panel(whole).FindAll(".break-mark").Count, Panel(whole).FindAll(".subject-line").Count));
        var panel = Panel(broken);
        Assert.Equal("framework changed", panel.Find(".break-word").TextContent.Trim());
        var at = Number(panel.Find(".break-mark").GetAttribute("x1"));
        var points = panel.FindAll("circle.subject").Select(dot => Number(dot.GetAttribute("cx"))).ToList();
        Assert.Equal((points[0] + points[1]) / 2, at, 0.01);
        // What is on one side of it is joined; nothing is across it.
        Assert.Equal([(points[1], points[2])], panel.FindAll(".subject-line").Select(line => (Number(line.GetAttribute("x1")), Number(line.GetAttribute("x2")))));
        Assert.DoesNotContain(panel.FindAll(".benchmark-line"), line => Number(line.GetAttribute("x1")) < at && Number(line.GetAttribute("x2")) > at);
        Assert.Contains("The framework changed in 2025: lines are broken there.", broken.Sentences.Lead());
    }

    // The first cycle by a framework that weighs its first area otherwise.
    private static GapReport ByAnother(GapReport report)
    {
        var framework = report.Framework;
        return report.Cycle.Code != "2024" ? report : report with
        {
            Framework = new Framework(framework.Code, framework.Name, "0.9", framework.Scale,
                [framework.Areas[0] with { Weight = framework.Areas[0].Weight + 1 }, .. framework.Areas.Skip(1)], framework.Profiles, framework.Rules, framework.Translations),
        };
    }

    private static IRenderedComponent<TrendPanel> Panel(TrendFacts facts)
    {
        var browser = new BunitContext();
        return browser.Render<TrendPanel>(parameters => parameters.Add(panel => panel.Facts, facts).Add(panel => panel.Line, facts.Lines.Single(line => line.Code == "ORG")));
    }

    private static double Number(string? text) => double.Parse(text!, CultureInfo.InvariantCulture);
}
