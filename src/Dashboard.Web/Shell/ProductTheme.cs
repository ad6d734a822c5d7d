using System.Collections.Immutable;
using MudBlazor;

namespace Dashboard.Web.Shell;

/// <summary>MudBlazor's theme, made of the product's own tokens.</summary>
internal static class ProductTheme
{
    private static readonly string[] Fonts = ["system-ui", "Segoe UI", "Noto Sans", "Noto Sans JP", "Noto Sans CJK JP", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), Tokens.Light),
        PaletteDark = Fill(new PaletteDark(), Tokens.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Fonts, FontSize = "15px", LineHeight = "1.5" },
            Button = new ButtonTypography { FontFamily = Fonts, FontSize = "14px", FontWeight = "600", TextTransform = "none", LetterSpacing = "normal" },
        },
    };

    private static T Fill<T>(T palette, ImmutableDictionary<string, string> tokens) where T : Palette
    {
        palette.Primary = tokens["accent"];
        palette.PrimaryContrastText = tokens["on-accent"];
        palette.Background = tokens["ground"];
        palette.Surface = tokens["card"];
        palette.TextPrimary = tokens["ink"];
        palette.TextSecondary = tokens["quiet"];
        palette.ActionDefault = tokens["quiet"];
        palette.Divider = tokens["line"];
        palette.LinesDefault = tokens["line"];
        palette.LinesInputs = tokens["unknown"];
        palette.Success = tokens["ahead"];
        palette.Error = tokens["behind"];
        return palette;
    }
}
