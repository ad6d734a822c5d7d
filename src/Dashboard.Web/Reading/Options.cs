using Dashboard.Web.Charts;

namespace Dashboard.Web.Reading;

/// <summary>What can be chosen in a field, as one piece of markup: there are more than a hundred of them on a page.</summary>
internal static class Options
{
    public static Marks Of(IEnumerable<(string Value, string Name)> choices, string chosen)
    {
        var options = new Marks();
        foreach (var (value, name) in choices)
            _ = value == chosen ? options.Add($"<option value=\"{value}\" selected=\"selected\">{name}</option>") : options.Add($"<option value=\"{value}\">{name}</option>");
        return options;
    }
}
