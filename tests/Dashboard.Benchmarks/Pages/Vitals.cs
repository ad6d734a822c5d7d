using Dashboard.Benchmarks.Hosting;
using Microsoft.Playwright;

namespace Dashboard.Benchmarks.Pages;

/// <summary>
/// What a reader waits for in Chromium: when the largest part of a page is painted (LCP), how far what is seen moves afterwards (CLS), and how
/// long the page takes to answer a key or a click (INP). Five visits each with an empty cache; the worst is told.
/// </summary>
internal static class Vitals
{
    private const int Visits = 5;

    private static readonly (string Name, string Address)[] Pages =
    [
        ("shell (not found)", "/not-found"), ("overview", "/overview/JPN?against=NATO"), ("gaps", "/gaps/JPN?against=NATO"), ("area", "/areas/JPN/LAN?against=NATO"), ("compare", "/compare/JPN?against=NATO"),
        ("trend", "/trend/JPN?against=NATO"), ("position", "/position/JPN?against=NATO"), ("requirements", "/requirements/JPN?against=NATO"), ("slides", "/present/JPN?against=NATO"), ("search", "/search?q=language"),
    ];

    // Chromium tells what happened before somebody listened, too.
    private const string Listen = """
        (() => {
          window.vitals = { lcp: 0, cls: 0, inp: 0 };
          new PerformanceObserver(list => { for (const e of list.getEntries()) vitals.lcp = e.startTime; }).observe({ type: 'largest-contentful-paint', buffered: true });
          new PerformanceObserver(list => { for (const e of list.getEntries()) if (!e.hadRecentInput) vitals.cls += e.value; }).observe({ type: 'layout-shift', buffered: true });
          new PerformanceObserver(list => { for (const e of list.getEntries()) vitals.inp = Math.max(vitals.inp, e.duration); }).observe({ type: 'event', buffered: true, durationThreshold: 16 });
        })()
        """;

    public static async Task MeasureAsync()
    {
        await using var server = await ServerProcess.StartAsync(MeasuredHost.Product);
        await using var browser = await Browser.LaunchAsync();
        await Console.Out.WriteLineAsync($"\n| Page, worst of {Visits} | LCP ms | CLS | INP ms |\n|---|---:|---:|---:|");
        foreach (var (name, address) in Pages)
        {
            double[] worst = [0, 0, 0];
            // The first is not counted: the server makes then what it knows afterwards.
            for (var visit = 0; visit <= Visits; visit++)
            {
                await using var person = await browser.PersonAsync(server.Address, "executive-jpn");
                var vitals = await VisitAsync(await person.NewPageAsync(), address);
                worst = visit == 0 ? worst : [.. worst.Zip(vitals, Math.Max)];
            }

            await Console.Out.WriteLineAsync(FormattableString.Invariant($"| {name} | {worst[0]:0} | {worst[1]:0.000} | {worst[2]:0} |"));
        }
    }

    private static async Task<double[]> VisitAsync(IPage page, string address)
    {
        await page.AddInitScriptAsync(Listen);
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync(address, new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        // What a reader does without leaving: keys through the page, and whatever opens.
        foreach (var key in (string[])["Tab", "Tab", "PageDown", "ArrowDown", "ArrowRight", "Home"])
            await page.Keyboard.PressAsync(key);
        if (await page.Locator("summary").CountAsync() > 0)
            await page.Locator("summary").First.ClickAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        return await page.EvaluateAsync<double[]>("[vitals.lcp, vitals.cls, vitals.inp]");
    }
}
