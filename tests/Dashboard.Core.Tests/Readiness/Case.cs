using System.Text.Json;
using CsCheck;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Tests.Readiness;

/// <summary>What a country answers in a generated case, one token of <see cref="World"/> for each indicator.</summary>
internal sealed record Sheet(string Country, string[] Answers, bool Secret);

/// <summary>A generated world, kept as text so that laws can change it and failures can be read.</summary>
internal sealed record Case(string[] Areas, Sheet[] Sheets)
{
    private static readonly JsonSerializerOptions WithTuples = new() { IncludeFields = true };

    private static readonly Gen<string> Weight = Gen.OneOf(Gen.OneOf("1", "2", "0.1", "0.2", "0.3"), Gen.Int[1, 999].Select(w => $"{w}e-2"));

    // Full, with holes, nearly empty.
    private static readonly string[][] Tokens =
    [
        ["0", "1h", "2m", "3l", "4", "5h"], ["0", "1m", "2", "3h", "4l", "5", "4h!", "1!", "?", "-"], ["2", "3m", "?", "?", "?", "?", "-", "5!"],
    ];

    /// <summary>One to four areas of one to four indicators.</summary>
    public static Gen<string[]> SomeAreas { get; } = Gen.Select(Weight, Weight.Array[1, 4]).Array[1, 4].Select(areas =>
        areas.Select((area, i) => $"{"ABCD"[i]}*{area.Item1} {string.Join(' ', area.Item2)}").ToArray());

    public static Gen<Case> Any { get; } = SomeAreas.SelectMany(In);

    /// <summary>The subject and up to five members, some of them withheld as a whole.</summary>
    public static Gen<Case> In(string[] areas) =>
        Gen.Select(SheetOf(World.Home, areas), SheetOf("BEL", areas), SheetOf("CAN", areas), SheetOf("EST", areas), SheetOf("FRA", areas), SheetOf("USA", areas), Gen.Int[1, 6])
            .Select(x => new Case(areas, [.. new[] { x.Item1, x.Item2, x.Item3, x.Item4, x.Item5, x.Item6 }.Take(x.Item7)]));

    public Sheet Own => Sheets[0];

    public World World => Sheets.Aggregate(World.Of(Areas), (world, sheet) =>
        world.With(sheet.Country, string.Join(' ', sheet.Answers), sheet.Secret ? World.Secret : null));

    public Case Replace(Func<Sheet, Sheet> change) => this with { Sheets = [.. Sheets.Select(change)] };

    /// <summary>Adds an indicator at the end of an area, answered alike by every country.</summary>
    public Case Widen(int area, string weight, string answer)
    {
        var end = Areas.Take(area + 1).Sum(text => text.Split(' ').Length - 1);
        return new Case(
            [.. Areas.Select((text, i) => i == area ? $"{text} {weight}" : text)],
            [.. Sheets.Select(sheet => sheet with { Answers = [.. sheet.Answers.Take(end), answer, .. sheet.Answers.Skip(end)] })]);
    }

    /// <summary>All of a report, or of a part of it, to the last bit.</summary>
    public static string Text(object report) => JsonSerializer.Serialize(report, WithTuples);

    public static IEnumerable<GapRow> Rows(GapReport report) => report.Areas.OrderBy(row => row.Order).Append(report.Total);

    public override string ToString() =>
        string.Join(" | ", Areas) + "; " + string.Join("; ", Sheets.Select(s => $"{s.Country}{(s.Secret ? "!" : "")} {string.Join(' ', s.Answers)}"));

    private static Gen<Sheet> SheetOf(string country, string[] areas)
    {
        var count = areas.Sum(text => text.Split(' ').Length - 1);
        return Gen.OneOf(Tokens).SelectMany(tokens => Gen.Select(Gen.OneOf(tokens).Array[count], Gen.Int[0, 7]))
            .Select(x => new Sheet(country, x.Item1, x.Item2 == 0));
    }
}
