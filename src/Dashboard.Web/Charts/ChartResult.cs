using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Dashboard.Web.Charts;

/// <summary>A chart as a file of its own, in the reader's language.</summary>
internal static class ChartResult
{
    public const string ContentType = "image/svg+xml";

    /// <param name="name">Name of the file.</param>
    /// <param name="parameters">What the chart draws.</param>
    public static IResult Of<TFigure>(string name, params (string Name, object? Value)[] parameters) where TFigure : IComponent =>
        new Drawing(name, new RazorComponentResult<TFigure>(parameters.ToDictionary(p => p.Name, p => p.Value)) { ContentType = ContentType });

    private sealed class Drawing(string name, IResult drawn) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(name);
            httpContext.Response.Headers.ContentDisposition = disposition.ToString();
            return drawn.ExecuteAsync(httpContext);
        }
    }
}
