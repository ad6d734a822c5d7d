namespace Dashboard.Web.Tests.Shell.Colours;

/// <summary>A colour in CIELAB.</summary>
internal readonly record struct Lab(double L, double A, double B)
{
    private const double Power = 6103515625; // 25 to the power of 7

    /// <summary>
    /// CIEDE2000, by Sharma, Wu, Dalal, The CIEDE2000 Color-Difference Formula: Implementation Notes, Supplementary Test Data, and
    /// Mathematical Observations (2005).
    /// </summary>
    public double Difference(Lab other)
    {
        var mean = (Length(A, B) + Length(other.A, other.B)) / 2;
        var stretch = 1.5 - 0.5 * Math.Sqrt(Math.Pow(mean, 7) / (Math.Pow(mean, 7) + Power));
        var (c1, c2) = (Length(stretch * A, B), Length(stretch * other.A, other.B));
        var (h1, h2) = (Angle(stretch * A, B), Angle(stretch * other.A, other.B));
        var isGrey = c1 * c2 == 0;
        var turn = isGrey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        var hue = isGrey ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        var (light, chroma) = ((L + other.L) / 2 - 50, (c1 + c2) / 2);
        var t = 1 - 0.17 * Cos(hue - 30) + 0.24 * Cos(2 * hue) + 0.32 * Cos(3 * hue + 6) - 0.20 * Cos(4 * hue - 63);
        var l = (other.L - L) / (1 + 0.015 * light * light / Math.Sqrt(20 + light * light));
        var c = (c2 - c1) / (1 + 0.045 * chroma);
        var h = 2 * Math.Sqrt(c1 * c2) * Math.Sin(Radians(turn / 2)) / (1 + 0.015 * chroma * t);
        var rotation = -2 * Math.Sqrt(Math.Pow(chroma, 7) / (Math.Pow(chroma, 7) + Power))
            * Math.Sin(Radians(60 * Math.Exp(-Math.Pow((hue - 275) / 25, 2))));
        return Math.Sqrt(l * l + c * c + h * h + rotation * c * h);
    }

    private static double Length(double a, double b) => Math.Sqrt(a * a + b * b);

    private static double Angle(double a, double b) => a == 0 && b == 0 ? 0 : (Math.Atan2(b, a) * 180 / Math.PI + 360) % 360;

    private static double Cos(double degrees) => Math.Cos(Radians(degrees));

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}
