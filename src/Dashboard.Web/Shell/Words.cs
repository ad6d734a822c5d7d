using System.Globalization;
using System.Resources;

namespace Dashboard.Web.Shell;

/// <summary>The words of the pages themselves (labels, buttons, headings) in the reader's language, from Words.resx. What is said of facts is Core's.</summary>
internal static class Words
{
    private static readonly ResourceManager Resources = new("Dashboard.Web.Shell.Words", typeof(Words).Assembly);

    public static string Get(string key, params ReadOnlySpan<object?> values)
    {
        var culture = CultureInfo.CurrentUICulture;
        return string.Format(culture, Resources.GetString(key, culture) ?? throw new ArgumentException($"There is no word '{key}'.", nameof(key)), values);
    }
}
