using MudBlazor;

namespace Dashboard.Web.Shell;

/// <summary>
/// MudBlazor's theme: shapes and letters. Its colours are not here: working.css points MudBlazor's own variables to the product's tokens,
/// so that they follow the device's light or dark before any script runs.
/// </summary>
internal static class ProductTheme
{
    private static readonly string[] Fonts = ["system-ui", "Segoe UI", "Noto Sans", "Noto Sans JP", "Noto Sans CJK JP", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "15px", LineHeight = "1.5" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "14px", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
        },
    };
}
