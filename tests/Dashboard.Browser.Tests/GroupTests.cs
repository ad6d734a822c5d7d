using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>An administrator keeps a country group and hands over what somebody has; an executive sees what comes of it.</summary>
public sealed class GroupTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Membership_ThatIsAdded_CountsInTheNextComparison_AndNoLongerOnceItNeverWas()
    {
        var executive = await site.OpenAsync("executive-jpn");
        await executive.GotoAsync("/gaps/JPN?against=QUAD");
        var main = executive.Locator("main");
        await Assertions.Expect(main).ToContainTextAsync(new Regex(@"Members seen: \d of 3 "));

        var page = await site.OpenAsync("administrator");
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "Groups", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Quad", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("released to Quad");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Country", Exact = true }).SelectOptionAsync("EST");
        await page.Locator("#add-membership-title").Locator("..").GetByLabel("From", new() { Exact = true }).FillAsync("2020-01-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the membership" }).ClickAsync();
        var row = page.Locator(".memberships tr", new() { HasText = "Estonia" });
        await Assertions.Expect(row).ToContainTextAsync("2020-01-01");
        await Assertions.Expect(row).ToContainTextAsync("counts");

        await executive.ReloadAsync();
        await Assertions.Expect(main).ToContainTextAsync(new Regex(@"Members seen: \d of 4 "));
        await Assertions.Expect(main).ToContainTextAsync("Estonia");

        await page.OpenMembershipAsync("EST");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Role", Exact = true }).First.SelectOptionAsync("observer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the membership" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("not counted");
        await executive.ReloadAsync();
        await Assertions.Expect(main).ToContainTextAsync(new Regex(@"Members seen: \d of 3 "));

        await page.OpenMembershipAsync("EST");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove as a mistake" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Tasks_OfAPersonInThePanel_AreHandedOverOnAPageOfTheirOwn()
    {
        var page = await site.OpenAsync("administrator");
        await page.GotoAsync("/people");
        await page.ChooseAsync("Planner, Japan");
        await page.GetByRole(AriaRole.Link, new() { Name = "Hand over tasks" }).ClickAsync();
        var from = page.GetByRole(AriaRole.Combobox, new() { Name = "From", Exact = true });
        var to = page.GetByRole(AriaRole.Combobox, new() { Name = "To", Exact = true });
        var handOver = page.GetByRole(AriaRole.Button, new() { Name = "Hand over", Exact = true });
        await Assertions.Expect(from.Locator("option:checked")).ToHaveTextAsync("Planner, Japan");
        var held = page.Locator("table tbody tr");
        await Assertions.Expect(held).ToHaveTextAsync([new Regex(@"Desk officer, Japan\s*1"), new Regex(@"Planner, Japan\s*2")]);
        // The desk answers three areas alone.
        await to.SelectOptionAsync(new SelectOptionValue { Label = "Desk officer, Japan" });
        await handOver.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is not responsible for CTR of MNE");
        await Assertions.Expect(held).ToHaveCountAsync(2);

        await from.SelectOptionAsync(new SelectOptionValue { Label = "Desk officer, Japan" });
        await to.SelectOptionAsync(new SelectOptionValue { Label = "Planner, Japan" });
        await handOver.ClickAsync();
        await Assertions.Expect(held).ToHaveTextAsync([new Regex(@"Planner, Japan\s*3")]);
        // Who sees no scores is led past them.
        await Assertions.Expect(page.Locator("script")).ToHaveCountAsync(0);
    }
}
