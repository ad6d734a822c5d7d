using Dashboard.Core.Frameworks;

namespace Dashboard.Core.Imports;

/// <summary>What a column of a table is.</summary>
public enum ColumnRole
{
    /// <summary>Nothing that is taken.</summary>
    LeftOut,
    /// <summary>Which country a row is about.</summary>
    Country,
    /// <summary>Levels of one indicator: a wide table has one for each.</summary>
    Indicator,
    /// <summary>Which indicator a row is about: a long table.</summary>
    WhichIndicator,
    /// <summary>The level, in a long table.</summary>
    Level,
}

/// <summary>A column of a table, and what it is taken for.</summary>
/// <param name="Column">Its place, from 1.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Role">What it is.</param>
/// <param name="Code">Code of the indicator, for a column of levels of one; empty otherwise.</param>
/// <param name="IsGuess">Whether the heading only resembles what it was taken for: somebody should look.</param>
/// <param name="ZeroIsMissing">Whether it says 0 where there is no value.</param>
public sealed record TableColumn(int Column, string Heading, ColumnRole Role, string Code = "", bool IsGuess = false, bool ZeroIsMissing = false)
{
    private static readonly string[] OfCountry = ["country", "country name", "country or area", "nation", "state", "economy", "member", "member state", "iso", "iso3", "iso2", "iso code", "iso alpha-3", "alpha-3", "alpha3", "alpha-2", "alpha2", "country code", "numeric", "pays", "code pays", "国", "国名", "国コード"];
    private static readonly string[] OfIndicator = ["indicator", "indicator code", "question", "item", "code", "variable", "indicateur", "指標", "指標コード", "設問"];
    private static readonly string[] OfLevel = ["level", "score", "value", "maturity", "maturity level", "niveau", "valeur", "note", "レベル", "値", "スコア"];

    /// <summary>What a heading says that its column is.</summary>
    public static TableColumn Of(int column, string heading, Framework framework)
    {
        if (framework.Indicators.FirstOrDefault(indicator => IsOf(indicator, heading, framework)) is { } named)
            return new TableColumn(column, heading, ColumnRole.Indicator, named.Code);
        foreach (var (words, role) in (ReadOnlySpan<(string[], ColumnRole)>)[(OfCountry, ColumnRole.Country), (OfIndicator, ColumnRole.WhichIndicator), (OfLevel, ColumnRole.Level)])
            if (words.Any(word => Plain(word) == Plain(heading)))
                return new TableColumn(column, heading, role);
        var near = Plain(heading);
        if (near.Length > 4 && OfCountry.Any(word => word.Length > 4 && CountryNames.Distance(Plain(word), near) <= 2))
            return new TableColumn(column, heading, ColumnRole.Country, IsGuess: true);
        return framework.Indicators.FirstOrDefault(indicator => near.Length > 8 && CountryNames.Distance(Plain(indicator.Name), near) <= 2) is { } resembled
            ? new TableColumn(column, heading, ColumnRole.Indicator, resembled.Code, IsGuess: true)
            : new TableColumn(column, heading, ColumnRole.LeftOut);
    }

    // "LAN-1", "lan 1", "LAN-1 Operator English", or its name in any language.
    private static bool IsOf(Indicator indicator, string heading, Framework framework)
    {
        var (code, said) = (Plain(indicator.Code), Plain(heading));
        return said == code || Plain(heading.Split(' ', ':', '.')[0]) == code
            || AnswerText.Languages.Any(language => Plain(framework.NameOf(indicator, language)) == said);
    }

    private static string Plain(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
