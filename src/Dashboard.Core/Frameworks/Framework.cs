using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Dashboard.Core.Language;

namespace Dashboard.Core.Frameworks;

/// <summary>
/// One version of an assessment framework: a scale, areas, their indicators and requirement profiles.
/// What comes from outside is read by <see cref="FrameworkJson.Parse"/>, which refuses what is not whole.
/// </summary>
/// <param name="Code">Short code of the framework, for example AICR.</param>
/// <param name="Name">English name.</param>
/// <param name="Version">Version text, unique within the code.</param>
/// <param name="Scale">The six levels, 0 to 5, in order.</param>
/// <param name="Areas">The areas, in the order in which they are shown when nothing else orders them.</param>
/// <param name="Profiles">Requirement profiles; may be empty.</param>
/// <param name="Rules">General rules for assessors; may be empty.</param>
/// <param name="Translations">Language (ja, fr) to key to text; keys as in <see cref="Text"/>. May lack anything.</param>
public sealed record Framework(
    string Code,
    string Name,
    string Version,
    ImmutableArray<ScaleLevel> Scale,
    ImmutableArray<Area> Areas,
    ImmutableArray<RequirementProfile> Profiles,
    ImmutableArray<string> Rules,
    ImmutableDictionary<string, ImmutableDictionary<string, string>>? Translations = null)
{
    /// <summary>Every indicator in framework order: areas in order, indicators in order. Cells of a table follow it.</summary>
    [JsonIgnore]
    public ImmutableArray<Indicator> Indicators { get; } = [.. Areas.SelectMany(area => area.Indicators)];

    /// <summary>For each area, in order, where its indicators begin in <see cref="Indicators"/>.</summary>
    [JsonIgnore]
    public ImmutableArray<int> Offsets { get; } =
        [.. Areas.Select((_, index) => Areas.Take(index).Sum(area => area.Indicators.Length))];

    /// <summary>The lowest level of the scale.</summary>
    [JsonIgnore]
    public int Minimum => Scale[0].Level;

    /// <summary>The highest level of the scale.</summary>
    [JsonIgnore]
    public int Maximum => Scale[^1].Level;

    /// <summary>Code and version, for example "AICR 1.0".</summary>
    [JsonIgnore]
    public string Edition => $"{Code} {Version}";

    /// <summary>
    /// SHA-256, lower-case hexadecimal, over what scores depend on: scale, codes, weights and the English level texts.
    /// A trend is broken where it changes, and nowhere else.
    /// </summary>
    [JsonIgnore]
    public string Hash { get; } = FrameworkHash.Of(Scale, Areas);

    /// <summary>The area of an indicator.</summary>
    /// <param name="indicator">Its place in <see cref="Indicators"/>.</param>
    public Area AreaOf(int indicator)
    {
        var area = Areas.Length - 1;
        while (Offsets[area] > indicator)
            area--;
        return Areas[area];
    }

    /// <summary>The area of a code, written in any case.</summary>
    /// <exception cref="InputException">The framework has no such area; the message lists those that it has.</exception>
    public Area RequireArea(string code) => Areas.FirstOrDefault(area => string.Equals(area.Code, code.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw InputException.UnknownChoice("area", code, Areas.Select(area => area.Code));

    /// <summary>The requirement profile of a code, written in any case.</summary>
    /// <exception cref="InputException">The framework has no such profile; the message lists those that it has.</exception>
    public RequirementProfile RequireProfile(string code) => Profiles.FirstOrDefault(profile => string.Equals(profile.Code, code.Trim(), StringComparison.OrdinalIgnoreCase))
        ?? throw InputException.UnknownChoice("profile", code, Profiles.Select(profile => profile.Code));

    /// <summary>Where the indicator stands in <see cref="Indicators"/>.</summary>
    /// <exception cref="InputException">The framework has no such indicator; the message offers near ones.</exception>
    public int IndexOf(string indicatorCode)
    {
        for (var i = 0; i < Indicators.Length; i++)
            if (string.Equals(Indicators[i].Code, indicatorCode.Trim(), StringComparison.OrdinalIgnoreCase))
                return i;

        var area = indicatorCode.Split('-')[0].Trim();
        var near = Indicators.Where(i => area.Length > 0 && i.Code.StartsWith(area, StringComparison.OrdinalIgnoreCase)).ToList();
        throw InputException.UnknownChoice("indicator", indicatorCode,
            near.Count > 0 ? near.Select(i => i.Code) : Areas.Select(a => a.Indicators[0].Code + " …"), Texts.Refusal("FrameworkIs", Edition));
    }

    /// <summary>Full name of an area in the reader's language.</summary>
    public string NameOf(Area area, CultureInfo culture) => Text(area.Code, area.Name, culture);

    /// <summary>Name of an area for headlines and charts.</summary>
    public string ShortNameOf(Area area, CultureInfo culture) => Text($"{area.Code}.short", area.ShortName, culture);

    /// <summary>Name of an indicator.</summary>
    public string NameOf(Indicator indicator, CultureInfo culture) => Text(indicator.Code, indicator.Name, culture);

    /// <summary>Name of a requirement profile.</summary>
    public string NameOf(RequirementProfile profile, CultureInfo culture) => Text(profile.Code, profile.Name, culture);

    /// <summary>Name of a step of the scale, in one word.</summary>
    public string NameOf(ScaleLevel step, CultureInfo culture) => Text(StepKey(step), step.Name, culture);

    /// <summary>What a step of the scale means in general.</summary>
    public string MeaningOf(ScaleLevel step, CultureInfo culture) => Text($"{StepKey(step)}.meaning", step.Meaning, culture);

    /// <summary>What an indicator asks for at a level.</summary>
    /// <param name="indicator">An indicator of this framework.</param>
    /// <param name="level">A level of the scale.</param>
    /// <param name="culture">The reader's language.</param>
    public string LevelText(Indicator indicator, int level, CultureInfo culture) =>
        Text(string.Create(CultureInfo.InvariantCulture, $"{indicator.Code}.{level}"), indicator.Levels[level - Minimum], culture);

    /// <summary>What an assessor should be able to show; may be empty.</summary>
    public string EvidenceAskedOf(Indicator indicator, CultureInfo culture) => Text($"{indicator.Code}.evidence", indicator.EvidenceAsked, culture);

    private static string StepKey(ScaleLevel step) => string.Create(CultureInfo.InvariantCulture, $"scale.{step.Level}");

    /// <summary>
    /// A text of the framework in the reader's language: <paramref name="key"/> is a code ("LAN", "LAN-1", a profile's) for its name,
    /// an area's code + ".short", an indicator's code + ".0" to ".5" or ".evidence", "scale.0" to "scale.5" or the same + ".meaning".
    /// <paramref name="english"/> is returned where no translation exists.
    /// </summary>
    public string Text(string key, string english, CultureInfo culture) =>
        Translations is not null
        && Translations.TryGetValue(culture.TwoLetterISOLanguageName, out var texts)
        && texts.TryGetValue(key, out var text) ? text : english;
}
