using ClosedXML.Excel;
using Dashboard.Core.Frameworks;
using Dashboard.Exports.Forms;

namespace Dashboard.Web.Tests.CommandLine;

public sealed class FormCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dashboard-forms-");

    [Fact]
    public async Task AForm_IsAdded_Listed_Filled_AndRemoved()
    {
        var (given, filled, data) = (At("given.xlsx"), At("filled.xlsx"), At("data"));
        await File.WriteAllBytesAsync(given, SampleForm.Write(FrameworkJson.BuiltIn));
        var added = await Run.OfAsync("form", "add", given, "--code", "adf", "--name", "Alliance form", "--demo", "--data", data);
        Assert.True(added.ExitCode == 0, added.Errors);
        Assert.Contains("Form ADF is added: Alliance form.", added.Output, StringComparison.Ordinal);
        Assert.Contains("name of the country", added.Output, StringComparison.Ordinal);
        Assert.Contains("ADF", (await Run.OfAsync("form", "list", "--demo", "--data", data)).Output, StringComparison.Ordinal);
        var fill = await Run.OfAsync("form", "fill", "ADF", "JPN", "--against", "NATO", "--output", filled, "--demo", "--data", data);
        Assert.True(fill.ExitCode == 0, fill.Errors);
        using (var book = new XLWorkbook(filled))
            Assert.Equal("Japan (JPN)", book.Worksheet(1).Cell("C5").GetString());
        Assert.Equal(0, (await Run.OfAsync("form", "remove", "ADF", "--demo", "--data", data)).ExitCode);
        var gone = await Run.OfAsync("form", "fill", "ADF", "JPN", "--against", "NATO", "--output", filled, "--demo", "--data", data);
        Assert.Equal(1, gone.ExitCode);
        Assert.StartsWith("Unknown form 'ADF': ", gone.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsNoForm_IsRefused_AndNothingIsKept()
    {
        var (given, data) = (At("given.xlsx"), At("data"));
        await File.WriteAllTextAsync(given, "{{subject}}");
        var refused = await Run.OfAsync("form", "add", given, "--code", "ADF", "--name", "Form", "--demo", "--data", data);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("is no workbook", refused.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("ADF", (await Run.OfAsync("form", "list", "--demo", "--data", data)).Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
