using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What an administrator does, as the browser tests do it. By classes and codes where pages are looked at in other languages.</summary>
internal static class Administering
{
    /// <summary>The row of a person.</summary>
    public static ILocator Person(this IPage page, string name) => page.Locator(".people-list tbody tr", new() { Has = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }) });

    /// <summary>Opens the panel of a person.</summary>
    public static async Task ChooseAsync(this IPage page, string name)
    {
        await page.ReadyAsync();
        await page.Person(name).GetByRole(AriaRole.Button).ClickAsync();
        await page.Locator("#person-title").WaitForAsync();
    }

    public static Task ChoosePlannerAsync(IPage page) => page.ChooseAsync("Planner, Estonia");

    /// <summary>Fills in an invitation of a planner for two areas; it is not sent.</summary>
    public static async Task FillInvitationAsync(IPage page)
    {
        await page.ReadyAsync();
        await page.Locator(".sheet-head button").ClickAsync();
        await page.Locator("[aria-describedby=invite-name-rule]").FillAsync($"Hanako Aoki {await page.Locator(".people-list tbody tr").CountAsync()}");
        await page.Locator(".person-panel select").SelectOptionAsync("secret");
        await page.Locator(".rights .tick input").First.CheckAsync();
        await page.Locator(".scope summary").ClickAsync();
        await page.Locator(".areas-of input").Nth(0).CheckAsync();
        await page.Locator(".areas-of input").Nth(3).CheckAsync();
    }

    /// <summary>Sends it: the link is shown.</summary>
    public static async Task InviteAsync(IPage page)
    {
        await FillInvitationAsync(page);
        await page.Locator(".person-panel .primary").ClickAsync();
        await page.Locator(".issued").WaitForAsync();
    }

    /// <summary>Lets the same administrator change one person's rights in two windows, so that this one is told.</summary>
    public static async Task BeOvertakenAsync(IPage page)
    {
        await ChoosePlannerAsync(page);
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await ChoosePlannerAsync(other);
        var executive = other.Locator(".rights > fieldset").First.Locator("input").Nth(3);
        await executive.SetCheckedAsync(!await executive.IsCheckedAsync());
        await other.Locator(".person-panel .primary").ClickAsync();
        await Assertions.Expect(other.Locator(".saved")).Not.ToBeEmptyAsync();
        await other.CloseAsync();
        await page.Locator(".rights > fieldset").First.Locator("input").Nth(5).CheckAsync();
        await page.Locator(".person-panel .primary").ClickAsync();
        await page.Locator(".person-panel .conflict").WaitForAsync();
    }

    /// <summary>Asks for what cannot be: the last administrator is none any more.</summary>
    public static async Task BeRefusedAsync(IPage page)
    {
        await page.ChooseAsync("Administrator");
        await page.Locator(".rights > fieldset").First.Locator("input").Nth(4).UncheckAsync();
        await page.Locator(".rights > fieldset").First.Locator("input").Nth(3).CheckAsync();
        await page.Locator(".person-panel .primary").ClickAsync();
        await page.Locator(".person-panel form .alert").WaitForAsync();
    }
}
