using Microsoft.AspNetCore.Localization;

namespace Dashboard.Web.Shell;

/// <summary>Language and theme: kept in cookies, set by links that load the page anew.</summary>
internal static class Preferences
{
    private const string ThemeCookie = "theme";
    private static readonly string[] Themes = ["light", "dark"];

    public static (string Code, string Name)[] Languages { get; } = [("en", "EN"), ("ja", "日本語"), ("fr", "FR")];

    /// <summary>light or dark as chosen; empty for the device's own.</summary>
    public static string ThemeOf(HttpContext request) =>
        request.Request.Cookies[ThemeCookie] is { } theme && Themes.Contains(theme) ? theme : "";

    public static void MapPreferences(this WebApplication app)
    {
        app.MapGet(Urls.SetLanguage, (HttpContext request, string code, string back) =>
        {
            if (Languages.Any(l => l.Code == code))
                Keep(request, CookieRequestCultureProvider.DefaultCookieName, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(code)));
            return Back(back);
        }).AllowAnonymous();
        app.MapGet(Urls.SetTheme, (HttpContext request, string back) =>
        {
            Keep(request, ThemeCookie, ThemeOf(request) == "dark" ? "light" : "dark");
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
