using System.Security.Claims;
using Bunit;
using Dashboard.Core.Forms;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;
using Dashboard.Data.Catalog;
using Dashboard.Data.Forms;
using Dashboard.Data.Storage;
using Dashboard.Exports.Forms;
using Dashboard.Exports.Incoming;
using Dashboard.Web.Accounts;
using Dashboard.Web.Forms;
using Dashboard.Web.Tests.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor.Services;

namespace Dashboard.Web.Tests.Forms;

/// <summary>The page of forms in an administrator's hands, over the real stores.</summary>
public sealed class FormBoardTests : IAsyncLifetime
{
    private static readonly Viewer Kaja = new("Kaja Tamm", "JPN", "unclassified", Roles.Administrator, []);
    private readonly RealServer _server = new();
    private readonly BunitContext _browser = new();

    public async ValueTask InitializeAsync()
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("en");
        await _server.InitializeAsync();
        await _server.AddAsync(Kaja);
        _browser.JSInterop.Mode = JSRuntimeMode.Loose;
        _browser.Services.AddMudServices().AddLogging().AddSingleton(_server.Get<ViewerSource>())
            .AddSingleton(new FormDesk(new FileReader(TimeProvider.System), _server.Get<FormStore>(), _server.Get<CatalogStore>(), _server.Get<DatabaseOptions>(), NullLogger<FormDesk>.Instance));
        _browser.SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task AFile_IsLookedAt_Kept_Replaced_AndRemoved()
    {
        var page = await OpenAsync();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(SampleForm.Write(FrameworkJson.BuiltIn), "given.xlsx"));
        page.WaitForElement(".brought");
        Assert.Contains("name of the country", page.Find(".brought").TextContent, StringComparison.Ordinal);
        // Looking keeps nothing.
        Assert.Empty(await OfferedAsync());
        page.Find("input[placeholder=RSF]").Change("adf");
        page.FindAll(".filter input")[1].Change("Alliance form");
        await page.Find(".choices .primary").ClickAsync(new());
        Assert.Equal([new OfferedForm("ADF", "Alliance form")], await OfferedAsync());
        Assert.Contains("kept", page.Find("[role=status]").TextContent, StringComparison.Ordinal);

        var before = (await _server.Get<FormStore>().OpenAsync(RealServer.Operator, "ADF")).Hash;
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([.. SampleForm.Write(FrameworkJson.BuiltIn with { Version = "9" }), 0], "given.xlsx"));
        page.WaitForElement(".brought");
        page.Find("select").Change("ADF");
        await page.Find(".choices .primary").ClickAsync(new());
        Assert.NotEqual(before, (await _server.Get<FormStore>().OpenAsync(RealServer.Operator, "ADF")).Hash);

        await page.Find("tbody button").ClickAsync(new());
        Assert.Single(await OfferedAsync());
        await page.Find("tbody button").ClickAsync(new());
        Assert.Empty(await OfferedAsync());
    }

    [Fact]
    public async Task WhatIsNoForm_IsRefusedInOneSentence()
    {
        var page = await OpenAsync();
        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("{{subject}}", "x.xlsx"));
        Assert.Contains("is no workbook", page.WaitForElement("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".brought"));
    }

    private async Task<IReadOnlyList<OfferedForm>> OfferedAsync() => await _server.Get<FormStore>().OfferedAsync(RealServer.Operator);

    private async Task<IRenderedComponent<CascadingValue<Task<AuthenticationState>>>> OpenAsync()
    {
        var session = await _server.SessionAsync(Kaja);
        var user = Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(SessionCookie.Session, session.Id.ToString()), new Claim(ClaimTypes.Name, Kaja.Name)], "test"))));
        return _browser.Render<CascadingValue<Task<AuthenticationState>>>(p => p.Add(c => c.Value, user).AddChildContent<FormBoard>());
    }
}
