using System.Text.Json;

namespace Dashboard.Web.Tests.Gaps;

/// <summary>One question, as a reader asks for each telling of its answer.</summary>
internal sealed class Walk
{
    private readonly string _country;

    public Walk(HttpClient client, string country, string question, string json)
    {
        (Client, _country, Question, Json) = (client, country, question, json);
        using var document = JsonDocument.Parse(json);
        var report = document.RootElement.Clone();
        Rows = GapFigures.Read(report);
        var marking = report.GetProperty("marking");
        var subject = report.GetProperty("sources").EnumerateArray().Single(source => source.GetProperty("country").GetString() == country);
        OfAll = $"{subject.GetProperty("basis").GetString()},{subject.GetProperty("assessor").GetString()},{subject.GetProperty("status").GetString()},{marking.GetProperty("classification").GetString()},{string.Join(' ', marking.GetProperty("releasableTo").EnumerateArray().Select(nation => nation.GetString()))}";
        Asked = $"{Told("subject")},{Told("group")},no,{Told("statistic")},{Told("cycle")},{Told("asOf")}";
        InOrder = [.. GapFigures.Framework(report).Select(code => Rows.Single(row => row.Code == code))];

        string? Told(string name) => report.GetProperty(name).GetString();
    }

    public HttpClient Client { get; }

    public string Question { get; }

    public string Json { get; }

    /// <summary>What was asked, as the CSV has it at the head of every line.</summary>
    public string Asked { get; }

    /// <summary>Whose word the subject's figures are, the classification and the nations, as the CSV has them in every line.</summary>
    public string OfAll { get; }

    /// <summary>The areas as they are listed, and the total.</summary>
    public List<GapFigures> Rows { get; }

    /// <summary>The areas in the framework's order.</summary>
    public List<GapFigures> InOrder { get; }

    /// <summary>The page, or with an ending one of its tables.</summary>
    public Task<string> GetAsync(string ending) => Client.GetStringAsync($"/gaps/{_country}{ending}{Question}");
}
