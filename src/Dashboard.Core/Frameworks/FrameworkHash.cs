using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dashboard.Core.Frameworks;

/// <summary>The hash that says whether scores of two framework versions may be compared.</summary>
internal static class FrameworkHash
{
    public static string Of(ImmutableArray<ScaleLevel> scale, ImmutableArray<Area> areas)
    {
        var text = new StringBuilder();
        foreach (var level in scale)
            Line("scale", level.Level.ToString(CultureInfo.InvariantCulture), level.Name, level.Meaning);
        foreach (var area in areas)
        {
            Line("area", area.Code, Number(area.Weight));
            foreach (var indicator in area.Indicators)
                Line(["indicator", indicator.Code, Number(indicator.Weight), .. indicator.Levels]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));

        // Each field carries its length, so that no two frameworks can run together into one text.
        void Line(params ReadOnlySpan<string> fields)
        {
            foreach (var field in fields)
                text.Append(field.Length).Append(':').Append(field).Append('\t');
            text.Append('\n');
        }
    }

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
