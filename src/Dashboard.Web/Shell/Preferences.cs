using Microsoft.AspNetCore.Localization;

namespace Dashboard.Web.Shell;

/// <summary>Language and theme: kept in cookies, set by links that load the page anew.</summary>
internal static class Preferences
{
    private const string ThemeCookie = "theme";
    private const string Light = "light";
    private const string Dark = "dark";

    public static (string Code, string Name)[] Languages { get; } = [("en", "EN"), ("ja", "日本語"), ("fr", "FR")];

    /// <summary>light or dark as chosen; empty for the device's own.</summary>
    public static string ThemeOf(HttpContext request) =>
        request.Request.Cookies[ThemeCookie] is Light or Dark ? request.Request.Cookies[ThemeCookie]! : "";

    /// <summary>The themes to offer: the other one than chosen; both where the device decides, of which the style sheet shows the other one.</summary>
    public static string[] OtherThemes(HttpContext request) => ThemeOf(request) switch { Light => [Dark], Dark => [Light], _ => [Light, Dark] };

    public static void MapPreferences(this WebApplication app)
    {
        app.MapGet(Urls.SetLanguage, (HttpContext request, string code, string back) =>
        {
            if (Languages.Any(l => l.Code == code))
                Keep(request, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(code)));
            return Back(back);
        }).AllowAnonymous();
        app.MapGet(Urls.SetTheme, (HttpContext request, string? to, string back) =>
        {
            if (to is Light or Dark)
                Keep(request, ThemeCookie, to);
            return Back(back);
        }).AllowAnonymous();
    }

    private static void Keep(HttpContext request, string name, string value) => request.Response.Cookies.Append(name, value, new CookieOptions
    {
        MaxAge = TimeSpan.FromDays(365),
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.Request.IsHttps,
        IsEssential = true,
    });

    private static IResult Back(string to) => Results.LocalRedirect(Urls.OwnOrStart(to));
}
