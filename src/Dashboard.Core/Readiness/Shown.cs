using System.Globalization;

namespace Dashboard.Core.Readiness;

/// <summary>How levels and gaps are rounded for people: here, once, and nowhere else.</summary>
public static class Shown
{
    private const char Minus = '\u2212';

    /// <summary>One decimal, half away from zero, after nine digits (so that 0.35 stored as 0.34999999999999998 is 0.4).</summary>
    public static decimal Round(double value) => Math.Round(
        Math.Round((decimal)value, 9, MidpointRounding.AwayFromZero), 1, MidpointRounding.AwayFromZero);

    /// <summary>A level, for example "2.7"; the decimal sign of the culture.</summary>
    public static string Level(double value, CultureInfo culture) => Round(value).ToString("0.0", culture);

    /// <summary>A gap with its sign always: "+0.4", "−1.3" (minus sign U+2212), "±0.0".</summary>
    public static string Gap(double value, CultureInfo culture)
    {
        var rounded = Round(value);
        var sign = rounded > 0 ? '+' : rounded < 0 ? Minus : '±';
        return sign + Math.Abs(rounded).ToString("0.0", culture);
    }
}
