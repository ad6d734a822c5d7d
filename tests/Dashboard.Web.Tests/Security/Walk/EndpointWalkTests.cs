using System.Net;
using System.Text.RegularExpressions;
using Dashboard.Web.Tests.Security.Guarded;

namespace Dashboard.Web.Tests.Security.Walk;

/// <summary>Every endpoint of the running application, called by nobody and by each role.</summary>
public sealed partial class EndpointWalkTests(GuardedServer server) : IClassFixture<GuardedServer>
{
    [Fact]
    public void EveryEndpoint_HasALine_AndEveryLineItsEndpoint()
    {
        var there = Routes.Own(server).Select(r => (r.Method, r.Route)).ToHashSet();
        var listed = EndpointTable.Visits.Select(v => (v.Method, v.Route)).ToHashSet();
        Assert.True(there.IsSubsetOf(listed), "Add to EndpointTable.Lines, with what each role should get:\n" + string.Join('\n', there.Except(listed).Select(r => EndpointTable.LineFor(r.Method, r.Route))));
        Assert.True(listed.IsSubsetOf(there), "There is no such endpoint any more, so take these lines out of EndpointTable.Lines:\n" + string.Join('\n', listed.Except(there)));
    }

    // What is sent to it is then tried by everybody, and with everything that nobody types (HostileInputTests).
    [Fact]
    public void EveryForm_HasALine()
    {
        var names = Repository.Files("src", [".razor"]).SelectMany(file => FormName().Matches(Repository.Read(file)).Select(match => match.Groups[1].Value)).Append(Dashboard.Web.Tasking.MyTasks.Handler);
        Assert.Empty(names.Distinct().Except(EndpointTable.Visits.SelectMany(visit => visit.Form.Split('&')).Where(field => field.StartsWith("_handler=", StringComparison.Ordinal)).Select(field => field["_handler=".Length..])));
    }

    [Fact]
    public async Task EveryEndpoint_AnswersEachRoleAsTheTableSays()
    {
        var wrong = new List<string>();
        foreach (var key in EndpointTable.Columns)
        {
            var client = await server.OfAsync(key);
            foreach (var visit in EndpointTable.Visits)
            {
                if (visit.Method == "POST" && visit.Expected[key] != "sign-in")
                    Check(await Caller.CallAsync(client, visit, key, withToken: false), "400", "without its token");
                Check(await Caller.CallAsync(client, visit, key), visit.Expected[key], "");

                void Check(string got, string expected, string how)
                {
                    if (got != expected)
                        wrong.Add($"{visit.Method} {visit.Request} {visit.Form} {how} as {key}: expected {expected}, got {got}");
                }
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // A link that somebody is made to follow does nothing in their name.
    [Fact]
    public async Task Reading_ChangesNothing_WhoeverReads()
    {
        foreach (var key in EndpointTable.Columns)
            await server.OfAsync(key);
        var before = await server.ContentAsync();
        foreach (var visit in EndpointTable.Visits.Where(v => v.Method != "POST"))
        {
            foreach (var key in EndpointTable.Columns)
                (await (await server.OfAsync(key)).GetAsync(visit.Request)).Dispose();
            Assert.Equal((visit.Request, string.Join('\n', before)), (visit.Request, string.Join('\n', await server.ContentAsync())));
        }
    }

    [Fact]
    public async Task Assets_AreTheSameForEverybody()
    {
        using var nobody = await server.ClientAsync();
        var assets = Routes.Assets(server).Select(Routes.Pattern).Where(route => !route.Contains('{')).Distinct().ToList();
        Assert.NotEmpty(assets);
        foreach (var asset in assets)
            Assert.Equal((asset, HttpStatusCode.OK), (asset, (await nobody.GetAsync(asset)).StatusCode));
    }

    [Fact]
    public async Task FrameworksOwnEndpoints_AreNotForNobody()
    {
        using var nobody = await server.ClientAsync();
        var open = new List<string>();
        foreach (var route in Routes.Framework(server).Select(Routes.Pattern).Distinct())
            foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post])
                if ((await nobody.SendAsync(new HttpRequestMessage(method, route))).IsSuccessStatusCode)
                    open.Add($"{method} {route}");
        Assert.Empty(open);
    }

    [GeneratedRegex("@formname=\"([a-z-]+)\"")]
    private static partial Regex FormName();
}
