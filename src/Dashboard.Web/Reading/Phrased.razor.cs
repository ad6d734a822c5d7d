using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Reading;

public sealed partial class Phrased
{
    private string[] _phrases = [];

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    // Browsers know where Japanese words end by guessing, and guess wrong within terms of the field: the punctuation is certain.
    protected override void OnParametersSet() =>
        _phrases = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "ja" ? [.. Phrase().Matches(Text).Select(match => match.Value)] : [Text];

    [GeneratedRegex("[^、。：；]+[、。：；]*")]
    private static partial Regex Phrase();

    [GeneratedRegex("([A-Za-z0-9]+-[0-9]+)")]
    private static partial Regex Code();
}
