using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Walk;

/// <summary>Sends what a line of the table says, and tells the answer in the table's words.</summary>
internal static partial class Caller
{
    public static async Task<string> CallAsync(HttpClient client, Visit visit, string key, bool withToken = true)
    {
        using var answer = await SendAsync(client, visit, key, withToken);
        return await OutcomeAsync(answer);
    }

    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, Visit visit, string key, bool withToken = true)
    {
        if (visit.Method != "POST")
            return await client.GetAsync(visit.Request);
        var own = Everybody.All.GetValueOrDefault(key)?.Nation ?? "JPN";
        var fields = visit.Form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).Select(field => (field[0], field[1].Replace("@own", own, StringComparison.Ordinal)));
        return await PostAsync(client, visit.Request, withToken ? await TokenAsync(client) : null, [.. fields]);
    }

    /// <summary>Sends a form, without a token if it is null; never an empty one, which would be refused for that.</summary>
    public static Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string? token, params (string Name, string Value)[] fields)
    {
        (string Name, string Value) last = token is null ? ("filler", "1") : ("__RequestVerificationToken", token);
        return client.PostAsync(address, new FormUrlEncodedContent(fields.Append(last).Select(f => KeyValuePair.Create(f.Name, f.Value))));
    }

    /// <summary>What makes a form one of ours, for whoever is signed in.</summary>
    public static async Task<string> TokenAsync(HttpClient client) => Token().Match(await client.GetStringAsync("/sign-in")).Groups[1].Value;

    public static async Task<string> OutcomeAsync(HttpResponseMessage answer)
    {
        var length = (await answer.Content.ReadAsByteArrayAsync()).Length;
        return (int)answer.StatusCode switch
        {
            // A refusal that says nothing helps nobody.
            >= 400 when length == 0 => $"{(int)answer.StatusCode} without a word",
            200 => length > 0 ? "yes" : "none",
            302 when Target(answer) is var (path, question) => path == "/sign-in" && question.Length > 0 ? "sign-in" : "to:" + path,
            var status => status.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
    }

    private static (string Path, string Question)? Target(HttpResponseMessage answer)
    {
        var to = answer.Headers.Location is { } location ? location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString : "";
        var parts = to.Split('?', 2);
        return (parts[0], parts.Length > 1 ? parts[1] : "");
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
