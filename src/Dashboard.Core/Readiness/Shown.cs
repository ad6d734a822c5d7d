using System.Globalization;

namespace Dashboard.Core.Readiness;

/// <summary>How levels and gaps are rounded for people: here, once, and nowhere else.</summary>
public static class Shown
{
    private const char Minus = '\u2212';
    private const int Digits = 9;

    /// <summary>One decimal, half away from zero, after nine digits (so that 0.35 stored as 0.34999999999999998 is 0.4).</summary>
    public static decimal Round(double value) => Round(value, 1);

    /// <summary>A level, for example "2.7"; the decimal sign of the culture.</summary>
    public static string Level(double value, CultureInfo culture) => Round(value).ToString("0.0", culture);

    /// <summary>A gap with its sign always: "+0.4", "−1.3" (minus sign U+2212), "±0.0".</summary>
    public static string Gap(double value, CultureInfo culture) => Signed(Round(value), "0.0", culture);

    /// <summary>
    /// An end of a gap band. As <see cref="Gap"/>, but near zero with as many decimals as its sign needs ("−0.02"): a band that is
    /// wholly below 0 must not look as if it reached it.
    /// </summary>
    public static string GapEnd(double value, CultureInfo culture)
    {
        var decimals = 1;
        while (Round(value, decimals) == 0 && decimals < Digits && Round(value, Digits) != 0)
            decimals++;
        return Signed(Round(value, decimals), "0." + new string('0', decimals), culture);
    }

    /// <summary>A kappa with two decimals: "0.83", "−0.05" (minus sign U+2212); what rounds to zero has no sign.</summary>
    public static string Kappa(double value, CultureInfo culture)
    {
        var rounded = Round(value, 2);
        return (rounded < 0 ? $"{Minus}" : "") + Math.Abs(rounded).ToString("0.00", culture);
    }

    /// <summary>A share in whole per cent, for example 84 for 0.8409.</summary>
    public static int Percent(double share) => (int)Round(share * 100, 0);

    private static decimal Round(double value, int decimals) => Math.Round(
        Math.Round((decimal)value, Digits, MidpointRounding.AwayFromZero), decimals, MidpointRounding.AwayFromZero);

    private static string Signed(decimal rounded, string format, CultureInfo culture)
    {
        var sign = rounded > 0 ? '+' : rounded < 0 ? Minus : '±';
        return sign + Math.Abs(rounded).ToString(format, culture);
    }
}
