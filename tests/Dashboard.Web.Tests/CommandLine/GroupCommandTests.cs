namespace Dashboard.Web.Tests.CommandLine;

public sealed class GroupCommandTests : IAsyncDisposable
{
    private readonly DataFolder _folder = new();

    public ValueTask DisposeAsync() => _folder.DisposeAsync();

    [Fact]
    public async Task Group_IsAddedFilledShownAndRemoved()
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        Assert.Equal("Group NB8 is added: Nordic-Baltic Eight.\n", (await DoAsync("group", "add", "nb8", "--name", "Nordic-Baltic Eight", "--name-fr", "Huit")).Output);
        var added = await DoAsync("group", "member", "add", "NB8", "Estonia", "--from", "1992");
        Assert.Equal(("NB8: EST, member, from 1992-01-01 to -.\n", "It has 1 members today. Assessments released to it: 0; its members of today may read them.\n"), (added.Output, added.Errors));
        await DoAsync("group", "member", "end", "nb8", "EST", "--on", "2000");
        await DoAsync("group", "member", "add", "NB8", "EST", "--from", "2001", "--role", "observer");
        Assert.Equal("NB8: EST, partner, from 2001-01-01 to -.\n", (await DoAsync("group", "member", "change", "NB8", "EST", "--since", "2001", "--role", "partner")).Output);
        Assert.Equal(
            """
            country  role           from          to
            EST      member   1992-01-01  2000-01-01
            EST      partner  2001-01-01           -

            """.ReplaceLineEndings("\n"), (await DoAsync("group", "show", "NB8")).Output);
        Assert.Matches("\nNB8 +Nordic-Baltic Eight +0  own\n", (await DoAsync("group", "list")).Output);
        Assert.Equal("Group NB8 is called Eight.\n", (await DoAsync("group", "rename", "NB8", "--name", "Eight", "--name-fr", "")).Output);
        foreach (var since in (string[])["1992", "2001-01-01"])
            await DoAsync("group", "member", "remove", "NB8", "EST", "--since", since);
        Assert.Equal("Group NB8 is removed.\n", (await DoAsync("group", "remove", "NB8")).Output);
    }

    [Theory]
    [InlineData("means the country USA", "group", "add", "USA", "--name", "Us")]
    [InlineData("is a standing group", "group", "remove", "NATO")]
    [InlineData("Unknown country group 'Hansa'", "group", "show", "Hansa")]
    [InlineData("Unknown role in a group 'king'", "group", "member", "add", "QUAD", "EST", "--role", "king")]
    [InlineData("'soon' is not a membership date", "group", "member", "add", "QUAD", "EST", "--from", "soon")]
    [InlineData("belongs to QUAD already", "group", "member", "add", "QUAD", "JPN")]
    [InlineData("QUAD has no such membership of EST", "group", "member", "end", "QUAD", "EST")]
    [InlineData("QUAD has no such membership of JPN", "group", "member", "remove", "QUAD", "JPN", "--since", "2001")]
    [InlineData("reader EST may not change frameworks, groups or cycles: ask an administrator of JPN", "group", "member", "end", "QUAD", "JPN", "--as", "EST/secret")]
    [InlineData("There are no tasks of Sato that operator may hand over", "account", "hand-over", "Sato", "Mori")]
    public async Task Command_ThatCannotBeDone_SaysWhy(string said, params string[] command)
    {
        await DoAsync("cycle", "add", "2026", "--as-of", "2026-06-30");
        var run = await Run.OfAsync([.. command, "--data", _folder.Path]);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(said, run.Errors);
    }

    private async Task<Run> DoAsync(params string[] command)
    {
        var run = await Run.OfAsync([.. command, "--data", _folder.Path]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run;
    }
}
