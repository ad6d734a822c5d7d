using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace Dashboard.Web.Requirements;

public sealed partial class WholeCodes
{
    private string[] _parts = [];

    [Parameter, EditorRequired] public string Text { get; set; } = "";

    // What is caught stands at the odd places.
    protected override void OnParametersSet() => _parts = Code().Split(Text);

    [GeneratedRegex("([A-Za-z0-9]+-[0-9]+)")]
    private static partial Regex Code();
}
