using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What an administrator does with country groups and with the tasks of who left, as the browser tests do it. By names of fields, as pages are looked at in other languages.</summary>
internal static class Grouping
{
    private static ILocator Form(IPage page, string name) => page.Locator($"form:has(input[name=_handler][value={name}])");

    /// <summary>Adds a country to the group whose page is open.</summary>
    public static async Task AddAsync(this IPage page, string country, string from)
    {
        var form = Form(page, "add-membership");
        await form.Locator("[name=country]").SelectOptionAsync(country);
        await form.Locator("[name=from]").FillAsync(from);
        await form.Locator("button").ClickAsync();
    }

    /// <summary>Opens the membership of a country.</summary>
    public static async Task OpenMembershipAsync(this IPage page, string country)
    {
        await page.Locator($".memberships a.button[href*='change={country}_']").ClickAsync();
        await page.Locator("#membership-title").WaitForAsync();
    }

    public static Task OpenFranceAsync(IPage page) => page.OpenMembershipAsync("FRA");

    /// <summary>Adds a country that belongs to the group already: it is refused.</summary>
    public static async Task OverlapAsync(IPage page)
    {
        await page.AddAsync("FRA", "2020-01-01");
        await page.Locator(".alert").WaitForAsync();
    }

    /// <summary>Lets another window change what is open in this one, so that this one is told.</summary>
    public static async Task BeOvertakenAsync(IPage page)
    {
        await page.OpenMembershipAsync("ALB");
        var role = page.Locator(".decision [name=role]");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await other.Locator(".decision [name=role]").SelectOptionAsync(await role.InputValueAsync() == "member" ? "full-member" : "member");
        await other.Locator(".decision button.primary").ClickAsync();
        await other.Locator(".decision").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await other.CloseAsync();
        await page.Locator(".decision button.primary").ClickAsync();
        await page.Locator(".alert").WaitForAsync();
    }

    /// <summary>Adds a group of the installation's own, or opens it where a look before added it, and a country that observes.</summary>
    public static async Task AddOwnAsync(IPage page)
    {
        if (await page.Locator("a[href='/groups/NB8']").CountAsync() > 0)
        {
            await page.GotoAsync("/groups/NB8");
            return;
        }

        var form = Form(page, "add-group");
        await form.Locator("[name=code]").FillAsync("NB8");
        await form.Locator("[name=english]").FillAsync("Nordic-Baltic Eight");
        await form.Locator("[name=japanese]").FillAsync("北欧バルト8か国");
        await form.Locator("button").ClickAsync();
        await page.AddAsync("EST", "1992-01-01");
        await page.AddAsync("NOR", "1992-01-01");
    }

    /// <summary>Gives a group a country's name: it is refused.</summary>
    public static async Task NameLikeACountryAsync(IPage page)
    {
        var form = Form(page, "add-group");
        await form.Locator("[name=code]").FillAsync("USA");
        await form.Locator("[name=english]").FillAsync("United");
        await form.Locator("button").ClickAsync();
        await page.Locator(".alert").WaitForAsync();
    }

    /// <summary>Hands tasks over to whom they may not go.</summary>
    public static async Task HandOverInVainAsync(IPage page)
    {
        var form = Form(page, "hand-over-all");
        await form.Locator("[name=from]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await form.Locator("[name=heir]").SelectOptionAsync(await form.Locator("[name=from]").InputValueAsync());
        await form.Locator("button").ClickAsync();
        await page.Locator(".alert").WaitForAsync();
    }
}
