using System.Globalization;

namespace Dashboard.Web.Charts;

/// <summary>Numbers of drawings: always with a point, whatever the reader's language, and no longer than needed.</summary>
internal static class Svg
{
    public static string Number(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);

    // Hundredths of a per cent, as text: a page of strips has hundreds of them, and pages share them.
    private static readonly string?[] Percents = new string?[10_001];

    public static string Percent(double value) => Math.Round(value * 100) is >= 0 and <= 10_000 and var hundredths
        ? Percents[(int)hundredths] ??= Number(value) + "%" : Number(value) + "%";
}
