using System.Security.Claims;
using Dashboard.Web.Accounts;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Reading;

/// <summary>The form on every page that tells a report: it leads to the address of another question.</summary>
internal static class ReadingRequests
{
    public static void MapReading(this WebApplication app)
    {
        foreach (var place in Enum.GetValues<ReadingPlace>())
            app.MapGet(Urls.Ask(place), async (string? country, string? of, [AsParameters] GapQuery query, HttpRequest request, ViewerSource viewers, ClaimsPrincipal user) =>
            {
                if (await viewers.ViewerAsync(user) is not { } viewer)
                    return Results.LocalRedirect(Urls.SignIn);
                // A chosen source or draft is one country's: asking for another country begins anew. Without a country, the reader's own.
                var asked = of == country ? query : query with { Preview = null, Basis = null, Assessor = null, Revision = null };
                var question = asked.Of(string.IsNullOrWhiteSpace(country) ? viewer.Nation : country);
                // An area's page is asked as that of the gaps.
                if (place == ReadingPlace.Gaps && request.Query["area"].ToString() is { Length: > 0 } area)
                    return Results.LocalRedirect(Urls.Area(question, area));
                // The rest is what the page itself names and keeps.
                var rest = string.Concat(request.Query.Where(item => !IsAsked(item.Key) && !string.IsNullOrWhiteSpace(item.Value)).Select(item => $"&{Uri.EscapeDataString(item.Key)}={Uri.EscapeDataString(item.Value.ToString())}"));
                return Results.LocalRedirect(Urls.Read(place, question) + rest);
            });

        bool IsAsked(string name) => name.ToUpperInvariant() is "COUNTRY" or "OF" || GapQuery.Names.Contains(name);
    }
}
