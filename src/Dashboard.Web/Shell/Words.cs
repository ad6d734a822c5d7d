using System.Globalization;
using Dashboard.Core.Language;

namespace Dashboard.Web.Shell;

/// <summary>
/// The words of the pages themselves (labels, buttons, headings) in the reader's language, from Words.resx. What is said of facts, and
/// every word that workbooks say too, is Core's and is found there under the same kind of key.
/// </summary>
internal static class Words
{
    private static readonly Phrases Phrases = new("Dashboard.Web.Shell.Words", typeof(Words).Assembly);

    public static string Get(string key, params ReadOnlySpan<object?> values)
    {
        var culture = CultureInfo.CurrentUICulture;
        return Phrases.Fill(culture, key, values) ?? Texts.Get(culture, key, values);
    }
}
