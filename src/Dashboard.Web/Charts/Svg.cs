using System.Globalization;

namespace Dashboard.Web.Charts;

/// <summary>Numbers of drawings: always with a point, whatever the reader's language, and no longer than needed.</summary>
internal static class Svg
{
    public static string Number(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    public static string Percent(double value) => Number(value) + "%";
}
