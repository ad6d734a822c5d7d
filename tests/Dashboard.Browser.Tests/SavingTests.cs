using Microsoft.Playwright;

namespace Dashboard.Browser.Tests;

/// <summary>What a planner answered is stored, or still there and said not to be.</summary>
public sealed class SavingTests(Site site) : IClassFixture<Site>
{
    // As browsers are at an address that is neither https nor this machine.
    [Fact]
    public async Task WhereTheBrowserMakesNoNumbersAndLocksNothing_AnswersAreStoredAllTheSame()
    {
        var page = await site.OpenAsync("planner-jpn");
        await page.AddInitScriptAsync("delete Crypto.prototype.randomUUID; delete Crypto.prototype.subtle; delete Navigator.prototype.locks;");
        await page.GotoAsync("/scoring/MNE?at=DEC-1");
        await page.ReadyAsync();
        Assert.False(await page.EvaluateAsync<bool>("'randomUUID' in crypto || 'subtle' in crypto || 'locks' in navigator"));
        var level = await page.Row("DEC-1").Level(1).GetAttributeAsync("aria-pressed") == "true" ? 4 : 1;
        await page.OnRowAsync("DEC-1");
        await page.Keyboard.PressAsync($"{level}");
        await Expect(page.State("DEC-1")).ToContainTextAsync("✓ Saved");
        Assert.Equal(level, await page.StoredLevelAsync("MNE", "DEC-1"));
        await page.Why().FillAsync("Seen at the exercise");
        await Expect(page.State("DEC-1")).ToContainTextAsync("✓ Saved");
    }

    [Fact]
    public async Task WithoutConnection_IsToldKeptOverAReload_AndSentOnce()
    {
        var page = await site.SheetAsync("MNE", "EXE");
        var stored = await page.StoredLevelAsync("MNE", "EXE-1");
        var level = stored == 2 ? 3 : 2;
        page.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await page.RouteAsync("**/scoring/changes", route => route.AbortAsync());
        await page.OnRowAsync("EXE-1");
        await page.Keyboard.PressAsync($"{level}");
        await page.Why().FillAsync("Written <b>while</b> offline 日本");
        await Expect(page.State("EXE-1")).ToContainTextAsync("Not saved yet: no connection");
        await Expect(page.Locator("#unsaved")).ToContainTextAsync("Not saved: 1");
        Assert.Equal(stored, await page.StoredLevelAsync("MNE", "EXE-1"));
        // It lies there locked.
        var kept = await page.EvaluateAsync<string>("JSON.stringify(localStorage)");
        Assert.Contains("outbox/", kept);
        Assert.DoesNotContain("Written", kept);
        Assert.DoesNotContain("EXE-1", kept);
        // What is damaged keeps nothing else from being restored.
        await page.EvaluateAsync(
            "() => { const name = Object.keys(localStorage)[0], prefix = name.slice(0, name.lastIndexOf('/') + 1);" +
            " localStorage.setItem(prefix + 'torn', 'garbage{');" +
            " localStorage.setItem(prefix + 'locked', JSON.stringify({ ...JSON.parse(localStorage.getItem(name)), data: 'AAAAAAAAAAAAAAAAAAAAAAAA' })); }");

        await page.ReloadAsync();
        await page.ReadyAsync();
        await Expect(page.State("EXE-1")).ToContainTextAsync("Not saved yet");
        await Expect(page.Why()).ToHaveValueAsync("Written <b>while</b> offline 日本");
        await Expect(page.Row("EXE-1").Level(level)).ToHaveAttributeAsync("aria-pressed", "true");
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(page.State("EXE-1")).ToContainTextAsync("Saved");
        Assert.Equal(level, await page.StoredLevelAsync("MNE", "EXE-1"));
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));
    }

    [Fact]
    public async Task LostAcknowledgement_IsSentAgain_AndHarmless()
    {
        var page = await site.SheetAsync("MNE", "ORG");
        var lost = 0;
        await page.RouteAsync("**/scoring/changes", async route =>
        {
            await route.FetchAsync();
            lost++;
            await route.AbortAsync();
        });
        await page.OnRowAsync("ORG-1");
        await page.Keyboard.PressAsync("5");
        await Expect(page.State("ORG-1")).ToContainTextAsync("Not saved yet");
        await page.Keyboard.PressAsync("1");
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(page.State("ORG-1")).ToContainTextAsync("✓ Saved");
        Assert.True(lost >= 1);
        Assert.Equal(1, await page.StoredLevelAsync("MNE", "ORG-1"));
    }

    [Fact]
    public async Task SignedOutWhileEditing_IsTold_AndSentAfterSigningInAgain_AsTheSamePersonOnly()
    {
        var page = await site.SheetAsync("MNE", "LAN");
        var cookies = await page.Context.CookiesAsync();
        await page.Context.ClearCookiesAsync();
        await page.OnRowAsync("LAN-2");
        await page.Keyboard.PressAsync("5");
        await Expect(page.State("LAN-2")).ToContainTextAsync("you are signed out");
        await Expect(page.State("LAN-2").Locator("a")).ToHaveAttributeAsync("href", "/sign-in");

        // Somebody else signs in in another window of the browser: nothing is sent in their name.
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/sign-in");
        await other.ClickAsync("button[value=planner-est]");
        await Expect(page.State("LAN-2")).ToContainTextAsync("somebody else has signed in");
        await page.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(page.State("LAN-2")).ToContainTextAsync("✓ Saved");
        Assert.Equal(5, await page.StoredLevelAsync("MNE", "LAN-2"));
    }

    [Fact]
    public async Task SignOut_LeavesNothingInTheBrowser_AndAsksFirst()
    {
        var page = await site.SheetAsync("MNE", "LAN");
        var asked = 0;
        page.Dialog += (_, dialog) =>
        {
            asked++;
            _ = dialog.AcceptAsync();
        };
        await page.RouteAsync("**/scoring/changes", route => route.AbortAsync());
        await page.OnRowAsync("LAN-3");
        await page.Keyboard.PressAsync("4");
        await Expect(page.State("LAN-3")).ToContainTextAsync("Not saved yet");
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Expect(page.Locator("button[value=planner-jpn]")).ToBeVisibleAsync();
        Assert.Equal(1, asked);
        Assert.Equal("{}", await page.EvaluateAsync<string>("JSON.stringify(localStorage)"));
    }

    [Theory]
    [InlineData("<script>window.hit = 1</script><img src=x onerror='window.hit=1'>")]
    [InlineData("right to left \u0627\u0644\u0639\u0631\u0628\u064A\u0629")]
    public async Task Rationale_OfAnyKind_IsStoredAsItIs_AndNothingOfItRuns(string given)
    {
        var page = await site.SheetAsync("MNE", "CIP-2");
        await page.OnRowAsync("CIP-2");
        await page.Keyboard.PressAsync("2");
        await page.Why().FillAsync(given);
        await Expect(page.State("CIP-2")).ToContainTextAsync("Saved");
        await page.ReloadAsync();
        await page.ReadyAsync();
        await Expect(page.Why()).ToHaveValueAsync(given);
        Assert.Null(await page.EvaluateAsync<int?>("window.hit ?? null"));
    }

    [Theory]
    [InlineData("\u202Elevel 5")]
    [InlineData("control \u0001\u0007 characters")]
    public async Task Rationale_WithWhatIsNotSeen_IsRefusedInWords_AndNothingOfItLost(string given)
    {
        var page = await site.SheetAsync("MNE", "CIP-1");
        await page.OnRowAsync("CIP-1");
        await page.Why().FillAsync(given);
        await Expect(page.State("CIP-1")).ToContainTextAsync("a character that is not seen or that turns the direction of writing");
        await Expect(page.Why()).ToHaveValueAsync(given);
    }

    [Fact]
    public async Task SignOut_Elsewhere_AsksForWhatIsLeft_AndLeavesOtherPeoplesAlone()
    {
        var planner = await site.SheetAsync("MNE", "LAN");
        await planner.RouteAsync("**/scoring/changes", route => route.AbortAsync());
        await planner.OnRowAsync("LAN-4");
        await planner.Keyboard.PressAsync("3");
        await Expect(planner.State("LAN-4")).ToContainTextAsync("Not saved yet");
        var page = await planner.Context.NewPageAsync();
        await planner.CloseAsync();
        List<string> asked = [];
        var agrees = false;
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Message);
            _ = agrees ? dialog.AcceptAsync() : dialog.DismissAsync();
        };
        await page.GotoAsync("/method");
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        Assert.Contains("not saved yet: 1.", Assert.Single(asked));
        Assert.Equal(1, await page.EvaluateAsync<int>("localStorage.length"));

        // Another person signs in and out at the same browser: it is not theirs to remove, and they are not asked.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/sign-in");
        await page.ClickAsync("button[value=desk-jpn]");
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Expect(page.Locator("button[value=planner-jpn]")).ToBeVisibleAsync();
        Assert.Single(asked);
        Assert.Equal(1, await page.EvaluateAsync<int>("localStorage.length"));

        await page.ClickAsync("button[value=planner-jpn]");
        agrees = true;
        await page.Locator("form[action='/sign-out'] button").ClickAsync();
        await Expect(page.Locator("button[value=planner-jpn]")).ToBeVisibleAsync();
        Assert.Equal((2, 0), (asked.Count, await page.EvaluateAsync<int>("localStorage.length")));
    }

    [Fact]
    public async Task Rationale_FarTooLong_IsRefusedInWords_AndNothingOfItLost()
    {
        var page = await site.SheetAsync("MNE", "CIP-3");
        await page.OnRowAsync("CIP-3");
        var given = new string('x', 100_000);
        await page.Why().FillAsync(given);
        await Expect(page.State("CIP-3")).ToContainTextAsync("4000");
        await Expect(page.State("CIP-3")).ToContainTextAsync("Not saved");
        await Expect(page.Why()).ToHaveValueAsync(given);
        await page.Why().FillAsync("shorter");
        await Expect(page.State("CIP-3")).ToContainTextAsync("Saved");
    }

    [Fact]
    public async Task Leaving_WithSomethingUnsaved_Asks()
    {
        var page = await site.SheetAsync("MNE", "SPC");
        var asked = new TaskCompletionSource();
        page.Dialog += (_, dialog) =>
        {
            asked.TrySetResult();
            _ = dialog.DismissAsync();
        };
        var code = await page.Locator(".answer.current").GetAttributeAsync("data-indicator");
        await page.RouteAsync("**/scoring/changes", route => route.AbortAsync());
        await page.OnRowAsync(code!);
        await page.Keyboard.PressAsync("0");
        await page.CloseAsync(new PageCloseOptions { RunBeforeUnload = true });
        await asked.Task;
        await page.UnrouteAllAsync();
        await page.EvaluateAsync("dispatchEvent(new Event('online'))");
        await Expect(page.State(code!)).ToContainTextAsync("Saved");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
