using System.Security.Claims;
using Dashboard.Web.Accounts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Reading;

/// <summary>The form on every page that tells a report: it leads to the address of another question.</summary>
internal static class ReadingRequests
{
    // What a page names besides the question, and keeps when another is asked.
    private static readonly string[] Kept = ["area", "profile", "sort"];

    public static void MapReading(this WebApplication app)
    {
        foreach (var place in Enum.GetValues<ReadingPlace>())
            app.MapGet(Urls.Ask(place), async (string? country, string? of, [AsParameters] GapQuery query, HttpRequest request, ViewerSource viewers, ClaimsPrincipal user) =>
            {
                if (await viewers.ViewerAsync(user) is not { } viewer)
                    return Results.LocalRedirect(Urls.SignIn);
                // A chosen source or draft is one country's: asking for another country begins anew. Without a country, the reader's own.
                var asked = of == country ? query : query with { Preview = null, Basis = null, Assessor = null, Revision = null };
                var rest = string.Concat(Kept.Where(name => !string.IsNullOrWhiteSpace(request.Query[name])).Select(name => $"&{name}={Uri.EscapeDataString(request.Query[name].ToString())}"));
                return Results.LocalRedirect(Urls.Read(place, asked.Of(string.IsNullOrWhiteSpace(country) ? viewer.Nation : country)) + rest);
            });
    }
}
