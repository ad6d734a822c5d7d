namespace Dashboard.Core.Frameworks;

/// <summary>What a framework must keep to be scored with.</summary>
internal static class FrameworkRules
{
    private const int Levels = 6;
    private const double MostWeight = 1_000_000;
    private const int CodeLength = 30;

    /// <exception cref="InputException">The first rule that is broken, with its place.</exception>
    public static void Check(Framework framework)
    {
        Named("the framework", framework.Code, framework.Name, framework.Version);
        Code("the framework", framework.Code);
        Code("the framework's version", framework.Version);
        if (!framework.Scale.Select(s => s.Level).SequenceEqual(Enumerable.Range(0, Levels)))
            throw Broken("scale", "it must list the levels 0, 1, 2, 3, 4, 5 in this order");
        if (framework.Areas.IsEmpty)
            throw Broken("areas", "at least one area is needed");

        Unique("area", framework.Areas.Select(a => a.Code));
        foreach (var area in framework.Areas)
            Check(area);
        Unique("indicator", framework.Indicators.Select(i => i.Code));
        foreach (var profile in framework.Profiles)
            Named("a profile", profile.Code, profile.Name);
        Unique("profile", framework.Profiles.Select(p => p.Code));
        foreach (var profile in framework.Profiles)
            Check(profile, framework);
    }

    private static void Check(Area area)
    {
        var place = $"area '{area.Code}'";
        Named(place, area.Code, area.Name, area.ShortName);
        Code(place, area.Code);
        Weight(place, area.Weight);
        if (area.Indicators.IsEmpty)
            throw Broken(place, "at least one indicator is needed");

        foreach (var indicator in area.Indicators)
        {
            var where = $"indicator '{indicator.Code}' of area '{area.Code}'";
            Named(where, indicator.Code, indicator.Name);
            Code(where, indicator.Code);
            Weight(where, indicator.Weight);
            if (indicator.Levels.Length != Levels || indicator.Levels.Any(string.IsNullOrWhiteSpace))
                throw Broken(where, $"it has {indicator.Levels.Count(l => !string.IsNullOrWhiteSpace(l))} level descriptors, and needs {Levels}, one for each level 0 to 5");
        }
    }

    private static void Check(RequirementProfile profile, Framework framework)
    {
        foreach (var (code, level) in profile.Minimum)
        {
            if (framework.Indicators.All(i => i.Code != code))
                throw Broken($"profile '{profile.Code}'", $"it names the indicator '{code}', which the framework does not have");
            if (level < framework.Minimum || level > framework.Maximum)
                throw Broken($"profile '{profile.Code}', indicator '{code}'", $"the level {level} is outside the scale 0 to 5");
        }
    }

    private static void Named(string place, params ReadOnlySpan<string> texts)
    {
        foreach (var text in texts)
            if (string.IsNullOrWhiteSpace(text))
                throw Broken(place, "code and name (and version or short name) must not be empty");
    }

    // Codes stand in addresses, in files without quotes and in columns of this length.
    private static void Code(string place, string code)
    {
        if (code.Length > CodeLength || !char.IsAsciiLetterOrDigit(code[0]) || code.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
            throw Broken(place, $"'{InputException.Shorten(code)}' must be 1 to {CodeLength} letters, digits, hyphens or points, a letter or digit first");
    }

    private static void Weight(string place, double weight)
    {
        if (!double.IsFinite(weight) || weight <= 0 || weight > MostWeight)
            throw Broken(place, FormattableString.Invariant($"the weight {weight} must be a finite number above 0 (and at most {MostWeight})"));
    }

    private static void Unique(string kind, IEnumerable<string> codes)
    {
        if (codes.GroupBy(c => c, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw Broken($"{kind} '{twice.Key}'", $"the code stands {twice.Count()} times; give each {kind} a code of its own");
    }

    private static InputException Broken(string place, string what) => new($"Framework file, {place}: {what}.");
}
