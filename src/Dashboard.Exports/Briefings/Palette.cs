using ClosedXML.Excel;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>The product's light colours (the tokens of the pages' style sheet), as RRGGBB.</summary>
internal static class Palette
{
    public const string Ink = "1B1D21";
    public const string Quiet = "5D626B";
    public const string Line = "E3E1DB";
    public const string Ground = "F7F6F3";
    public const string Accent = "1746A2";
    public const string Behind = "B3371A";
    public const string Ahead = "0B7052";
    public const string Even = "62666D";

    private static readonly (string Fill, string Ink)[] Ramp = [("DCE9FE", Ink), ("ADCAFE", Ink), ("7FA9F5", Ink), ("5689E9", Ink), ("295DC4", "FFFFFF"), ("0F3786", "FFFFFF")];

    /// <summary>The colour of a field that reaches a level, and of what is written on it.</summary>
    /// <param name="step">Levels above the lowest.</param>
    /// <param name="steps">Those of the highest.</param>
    public static (string Fill, string Ink) Level(int step, int steps) => Ramp[steps == 0 ? 0 : step * (Ramp.Length - 1) / steps];

    /// <summary>The colour of a gap: what was found, never its sign alone.</summary>
    public static string Of(Finding finding) => finding switch
    {
        Finding.Behind => Behind,
        Finding.Ahead => Ahead,
        _ => Even,
    };

    public static XLColor Color(string rgb) => XLColor.FromHtml("#" + rgb);
}
