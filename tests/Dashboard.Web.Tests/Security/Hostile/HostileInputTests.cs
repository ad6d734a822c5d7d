using Dashboard.Data.Audit;
using Dashboard.Web.Tests.Accounts;
using Dashboard.Web.Tests.Security.Guarded;
using Dashboard.Web.Tests.Security.Walk;

namespace Dashboard.Web.Tests.Security.Hostile;

/// <summary>Whatever is sent is answered or refused in words, is never a fault, and changes nothing.</summary>
public sealed class HostileInputTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    private static readonly HttpMethod[] Verbs = [HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch, HttpMethod.Head, HttpMethod.Options, new("BREW")];

    [Fact]
    public async Task Address_WithAnOddQuestion_IsNoFault() => await ChangesNothingAsync(async wrong =>
    {
        var routes = Routes.Own(server).Where(r => r.Method == "GET").DistinctBy(r => r.Route).ToDictionary(r => r.Route, r => r.Endpoint);
        foreach (var visit in EndpointTable.Visits.Where(v => v.Method == "GET").DistinctBy(v => v.Route))
        {
            var client = await server.OfAsync(AnsweredOf(visit));
            foreach (var question in Routes.Questions(routes[visit.Route]))
                foreach (var odd in Odd.Encoded)
                    await CheckAsync(wrong, client, new HttpRequestMessage(HttpMethod.Get, With(visit.Request, question, odd)));
        }
    });

    [Fact]
    public async Task Address_WithAnOddName_IsNoFault() => await ChangesNothingAsync(async wrong =>
    {
        foreach (var visit in EndpointTable.Visits.Where(v => v.Method == "GET" && v.Route.Contains('{')).DistinctBy(v => v.Route))
        {
            var client = await server.OfAsync(AnsweredOf(visit));
            foreach (var odd in Odd.Encoded)
                await CheckAsync(wrong, client, new HttpRequestMessage(HttpMethod.Get, visit.Route.Replace("{Subject}", odd, StringComparison.OrdinalIgnoreCase).Replace("{Id:int}", odd, StringComparison.Ordinal).Replace("{Code}", odd, StringComparison.Ordinal)));
        }
    });

    [Fact]
    public async Task Form_WithAnOddField_IsNoFault() => await ChangesNothingAsync(async wrong =>
    {
        foreach (var visit in EndpointTable.Visits.Where(v => v.Method == "POST" && v.Form.Length > 0))
        {
            var client = await server.OfAsync(AnsweredOf(visit));
            var fields = visit.Form.Split('&').Select(field => field.Split('=', 2)).Select(field => (Name: field[0], Value: field[1].Replace("@own", "JPN", StringComparison.Ordinal))).ToArray();
            foreach (var place in Enumerable.Range(0, fields.Length))
            {
                var token = await Caller.TokenAsync(client);
                foreach (var odd in Odd.Values)
                {
                    var sent = fields.ToArray();
                    sent[place].Value = odd;
                    // Everything as it should be but for this, so that it gets as far as it can; the rest must not do anything either.
                    if (fields[place].Name != "_handler")
                        sent = [.. sent.Select(f => f.Name == "expected" && fields[place].Name != "expected" ? (f.Name, "somebody else") : f)];
                    using var answer = await Caller.PostAsync(client, visit.Request, token, sent);
                    if ((int)answer.StatusCode >= 500)
                        wrong.Add($"{visit.Request} {fields[place].Name}={Core.InputException.Shorten(odd)}: {(int)answer.StatusCode}");
                }
            }
        }

        // Wrong passwords were among it, and count as they should.
        await server.ForgiveAsync();
    });

    [Fact]
    public async Task Verb_ThatIsNotTheRoutes_IsRefused() => await ChangesNothingAsync(async wrong =>
    {
        foreach (var visit in EndpointTable.Visits.Where(v => v.Method != "ANY").DistinctBy(v => v.Route))
        {
            var client = await server.OfAsync(AnsweredOf(visit));
            foreach (var verb in Verbs)
            {
                using var answer = await client.SendAsync(new HttpRequestMessage(verb, visit.Request));
                if ((int)answer.StatusCode is < 400 or >= 500)
                    wrong.Add($"{verb} {visit.Request}: {(int)answer.StatusCode}");
            }
        }
    });

    [Fact]
    public async Task Body_ThatIsNoFormOfOurs_IsRefused() => await ChangesNothingAsync(async wrong =>
    {
        foreach (var visit in EndpointTable.Visits.Where(v => v.Method == "POST").DistinctBy(v => v.Route))
        {
            var client = await server.OfAsync(AnsweredOf(visit));
            var token = await Caller.TokenAsync(client);
            foreach (var (what, body) in Bodies(visit, token))
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, visit.Request) { Content = body };
                // The answer comes before what is too much.
                request.Headers.ExpectContinue = true;
                using var answer = await client.SendAsync(request);
                if ((int)answer.StatusCode is < 400 or >= 500 || (await answer.Content.ReadAsByteArrayAsync()).Length == 0)
                    wrong.Add($"{what} to {visit.Request}: {await Caller.OutcomeAsync(answer)}");
            }
        }
    });

    [Fact]
    public async Task Headers_ThatAreOdd_AreNoFault() => await ChangesNothingAsync(async wrong =>
    {
        using var signedIn = await server.AnotherOfAsync("desk");
        foreach (var client in (HttpClient[])[signedIn, await server.ClientAsync()])
            foreach (var (name, value) in ((string, string)[])[("Cookie", ".AspNetCore.Culture=c=xx|uic=yy; theme=%00; session=%00"), ("Cookie", "session=; session=a; =;;"), ("Accept-Language", ";;q=a,*,x-"), ("User-Agent", new string('x', 5000)),
                ("X-Forwarded-For", "not an address"), ("X-Forwarded-Proto", "gopher"), ("X-Forwarded-Host", "elsewhere.example\""), ("Origin", "::"), ("Content-Type", "text"), ("Range", "bytes=-1"), ("If-None-Match", "\"")])
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "/gaps/JPN?cycle=2026");
                request.Headers.TryAddWithoutValidation(name, value);
                await CheckAsync(wrong, client, request);
            }
    });

    // A form that would be accepted, but for how much it is; and what is no form.
    private static IEnumerable<(string, HttpContent)> Bodies(Visit visit, string token)
    {
        var form = visit.Form.Replace("@own", "JPN", StringComparison.Ordinal).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Split('=', 2)).Select(field => KeyValuePair.Create(field[0], field[1]))
            .Append(KeyValuePair.Create("__RequestVerificationToken", token)).ToList();
        return
        [
            ("2 MB", new FormUrlEncodedContent(form.Append(KeyValuePair.Create("x", new string('x', 2 << 20))))),
            ("3,000 fields", new FormUrlEncodedContent(form.Concat(Enumerable.Range(0, 3000).Select(n => KeyValuePair.Create($"x{n}", "1"))))),
            ("a JSON", new StringContent("{\"_handler\":\"release\"}", System.Text.Encoding.UTF8, "application/json")),
            ("parts without an end", Parts()),
            ("nothing", new ByteArrayContent([])),
        ];
    }

    private static ByteArrayContent Parts()
    {
        var parts = new ByteArrayContent("--a\r\nContent-Disposition: form-data; name=\"_handler\"\r\n\r\nrelease"u8.ToArray());
        parts.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=a");
        return parts;
    }

    private static async Task CheckAsync(List<string> wrong, HttpClient client, HttpRequestMessage request)
    {
        using var answer = await client.SendAsync(request);
        var runs = answer.Content.Headers.ContentType?.MediaType == "text/html" && (await answer.Content.ReadAsStringAsync()).Contains("<script>alert", StringComparison.Ordinal);
        var setsCookie = answer.Headers.TryGetValues("Set-Cookie", out var cookies) && cookies.Any(c => c.StartsWith("session=1", StringComparison.Ordinal));
        var leadsAway = answer.Headers.Location is { } to && new Uri(client.BaseAddress!, to).Authority != client.BaseAddress!.Authority;
        if ((int)answer.StatusCode >= 500 || runs || setsCookie || leadsAway)
            wrong.Add($"{request.RequestUri} {request.Headers}: {(int)answer.StatusCode} {answer.Headers.Location}");
    }

    // The same request with one part of its question exchanged.
    private static string With(string request, string question, string odd)
    {
        var parts = request.Split('?');
        var others = parts.Skip(1).SelectMany(q => q.Split('&')).Where(part => !part.StartsWith(question + "=", StringComparison.OrdinalIgnoreCase));
        return $"{parts[0]}?{string.Join('&', others.Append($"{question}={odd}"))}";
    }

    // Whoever gets furthest with it: where the table knows nobody, a planner and reviewer of everything.
    private static string AnsweredOf(Visit visit) =>
        visit.Expected.FirstOrDefault(e => e.Key != Everybody.Nobody && (e.Value == "yes" || e.Value.StartsWith("to:", StringComparison.Ordinal)), KeyValuePair.Create("desk", "")).Key;

    private async Task ChangesNothingAsync(Func<List<string>, Task> act)
    {
        var wrong = new List<string>();
        foreach (var key in EndpointTable.Columns)
            await server.OfAsync(key);
        var (before, last) = (await server.ContentAsync(), await server.LastEntryAsync());
        await act(wrong);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(before, await server.ContentAsync());
        // What is read as a file, and every try to come in, is written down; nothing else happened.
        Assert.Empty((await server.EntriesAfterAsync(last)).Select(e => e.Split(' ')[0]).Except(["exported", "link-refused", "sign-in-failed", "account-locked", "signed-in"]));
        Assert.True((await server.Get<AuditStore>().VerifyAsync(RealServer.Operator)).IsWhole);
    }
}
