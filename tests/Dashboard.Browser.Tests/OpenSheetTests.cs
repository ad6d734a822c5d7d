using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a sheet shows as it is opened, and what becomes of it while it stays open.</summary>
public sealed class OpenSheetTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Jump_OnANarrowScreen_ShowsTheNameOfItsRow()
    {
        var page = await site.SheetAsync("MNE", "INF-2", look: new Look(390, 844));
        var name = (await page.Row("INF-2").Locator(".name").BoundingBoxAsync())!;
        Assert.InRange(name.Y, 0, 844 / 2);
    }

    [Fact]
    public async Task PublicationOfItsCycle_ClosesIt()
    {
        var page = await site.SheetAsync("MNE", "LAN-1");
        await Expect(page.Row("LAN-1").Level(1)).ToHaveAttributeAsync("aria-disabled", "false");
        await site.Get<CatalogStore>().PublishAsync(Viewer.Operator("JPN", ClassificationLadder.Default), "2026");
        await Expect(page.Row("LAN-1").Level(1)).ToHaveAttributeAsync("aria-disabled", "true");
        await Expect(page.Locator(".sheet-notice")).ToHaveTextAsync("The cycle is published and frozen: this assessment can no longer be changed.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Send for review" })).ToHaveCountAsync(0);
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
