using Dashboard.Core.Release;
using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>Pictures of what people see of their own accounts; each of somebody new, as it changes with being looked at.</summary>
public sealed class AccountPictures(RealSite site) : IClassFixture<RealSite>
{
    private int _people;

    [Fact]
    public Task Pictures_OfTheOwnAccount() => Pictures.TakeAsync(
    [
        ("account", AccountAsync),
        ("sign-in-real", SignInAsync),
        ("sign-in-failed", SignInFailedAsync),
        ("account-must", async look => await OpenAsync(await SomebodyAsync(look, Roles.Administrator), "/account")),
        ("account-codes", async look => await OpenAsync(await SomebodyAsync(look), "/account/codes")),
        ("account-recovery", RecoveryAsync),
        ("account-codes-on", CodesOnAsync),
        ("account-passkeys", PasskeysAsync),
        ("account-confirm", async look => await OpenAsync(await SomebodyAsync(look), "/account/confirm?back=/account")),
        ("account-password", async look => await OpenAsync(await SomebodyAsync(look), "/account/password")),
        ("sign-in-code", SecondStepAsync),
    ]);

    private async Task<IPage> AccountAsync(Look look)
    {
        var page = await PasskeysAsync(look);
        await page.SetUpCodesAsync(site);
        return await OpenAsync(page, "/account");
    }

    private async Task<IPage> SignInAsync(Look look)
    {
        var page = await SomebodyAsync(look);
        await page.Locator(".me button.link").ClickAsync();
        return page;
    }

    private async Task<IPage> SignInFailedAsync(Look look)
    {
        var page = await SignInAsync(look);
        await page.SignInAsync("Nobody");
        return page;
    }

    private async Task<IPage> RecoveryAsync(Look look)
    {
        var page = await SomebodyAsync(look);
        await page.SetUpCodesAsync(site);
        return page;
    }

    private async Task<IPage> CodesOnAsync(Look look)
    {
        var page = await RecoveryAsync(look);
        await RealSite.ConfirmAsync(page, "/account/codes");
        return page;
    }

    private async Task<IPage> PasskeysAsync(Look look)
    {
        var page = await SomebodyAsync(look);
        await page.PlugInAsync();
        await page.GotoAsync("/account/passkeys");
        await page.Locator("[data-passkey] button").ClickAsync();
        await page.Locator(".rename").WaitForAsync();
        await RealSite.ConfirmAsync(page, "/account/passkeys");
        return page;
    }

    private async Task<IPage> SecondStepAsync(Look look)
    {
        var page = await PasskeysAsync(look);
        await page.SetUpCodesAsync(site);
        await page.Locator(".me button.link").ClickAsync();
        await page.SignInAsync(Name);
        return page;
    }

    private string Name => FormattableString.Invariant($"Hanako Aoki {_people}");

    private async Task<IPage> SomebodyAsync(Look look, Roles roles = Roles.Planner)
    {
        _people++;
        await site.AddAsync(Name, roles);
        return await site.SignInAsync(Name, look);
    }

    private static async Task<IPage> OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        return page;
    }
}
