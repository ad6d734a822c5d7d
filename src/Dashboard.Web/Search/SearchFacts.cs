using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Search;

/// <summary>An indicator that was found.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Row">What is seen of the subject in it.</param>
/// <param name="Level">The level in whose words the text was found; null where its name holds it.</param>
public sealed record FoundIndicator(Indicator Indicator, IndicatorRow Row, int? Level);

/// <summary>An area of which something was found.</summary>
/// <param name="Area">The area.</param>
/// <param name="Row">Where the subject stands in it.</param>
/// <param name="IsNamed">Whether it was found itself, by its name or code, and not only for its indicators.</param>
/// <param name="Indicators">The indicators that were found, in framework order.</param>
public sealed record FoundArea(Area Area, GapRow Row, bool IsNamed, ImmutableArray<FoundIndicator> Indicators);

/// <summary>What answers to a text: countries by name or code, areas and indicators by name, code or the words of their levels, in any of the languages.</summary>
public sealed class SearchFacts
{
    private static readonly ImmutableArray<CultureInfo> Languages = [.. Preferences.Languages.Select(language => CultureInfo.GetCultureInfo(language.Code))];
    private readonly SearchText _text;

    public SearchFacts(GapReport report, string? text)
    {
        (Report, Text, _text) = (report, text?.Trim() ?? "", new SearchText(text));
        Wording = new GapWording(report, CultureInfo.CurrentUICulture);
        Countries =
        [
            .. Country.ByName(CultureInfo.CurrentUICulture).Where(country =>
                _text.IsEmpty ? report.Assessed.Contains(country.Alpha3) : _text.IsIn([country.Alpha3, country.Alpha2, .. Languages.Select(country.Names.In), .. country.Aliases])),
        ];
        Areas = [.. report.Framework.Areas.Select(Found).OfType<FoundArea>()];
    }

    public GapReport Report { get; }

    /// <summary>What is looked for; empty for everything.</summary>
    public string Text { get; }

    public GapWording Wording { get; }

    /// <summary>The countries, by name; without a text those that something is seen of.</summary>
    public ImmutableArray<Country> Countries { get; }

    /// <summary>The areas and their indicators, in framework order.</summary>
    public ImmutableArray<FoundArea> Areas { get; }

    private FoundArea? Found(Area area, int at)
    {
        var framework = Report.Framework;
        var isNamed = _text.IsIn([area.Code, .. Languages.Select(language => framework.NameOf(area, language)), .. Languages.Select(language => framework.ShortNameOf(area, language))]);
        ImmutableArray<FoundIndicator> indicators = [.. area.Indicators.Select((indicator, i) => Found(indicator, Report.Indicators[framework.Offsets[at] + i])).OfType<FoundIndicator>()];
        return isNamed || indicators.Length > 0 ? new FoundArea(area, Report.Areas.Single(row => row.Code == area.Code), isNamed, indicators) : null;
    }

    private FoundIndicator? Found(Indicator indicator, IndicatorRow row)
    {
        var framework = Report.Framework;
        if (_text.IsIn([indicator.Code, .. Languages.Select(language => framework.NameOf(indicator, language))]))
            return new FoundIndicator(indicator, row, null);
        var level = framework.Scale.Select(step => step.Level).Cast<int?>()
            .FirstOrDefault(level => _text.IsIn(Languages.Select(language => framework.LevelText(indicator, level!.Value, language))));
        return level is null ? null : new FoundIndicator(indicator, row, level);
    }
}
