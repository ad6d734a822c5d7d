using System.Globalization;

namespace Dashboard.Web.Tests.Shell.Colours;

/// <summary>How somebody sees: with all three kinds of cones, or without one of them.</summary>
public enum Sight
{
    /// <summary>All three kinds.</summary>
    Full,
    /// <summary>Without long-wave cones.</summary>
    Protanopia,
    /// <summary>Without medium-wave cones.</summary>
    Deuteranopia,
    /// <summary>Without short-wave cones.</summary>
    Tritanopia,
}

/// <summary>An opaque sRGB colour, its parts from 0 to 1.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue)
{
    // Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency (2009), severity 1.0; of linear parts.
    private static readonly Dictionary<Sight, double[]> Seen = new()
    {
        [Sight.Full] = [1, 0, 0, 0, 1, 0, 0, 0, 1],
        [Sight.Protanopia] = [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
        [Sight.Deuteranopia] = [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881],
        [Sight.Tritanopia] = [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900],
    };

    /// <summary>Relative luminance as WCAG 2.2 defines it, 0 to 1.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    /// <summary>Hue in degrees, as CSS's hsl() counts it; only for colours that are not grey.</summary>
    public double Hue
    {
        get
        {
            var (high, low) = (Math.Max(Red, Math.Max(Green, Blue)), Math.Min(Red, Math.Min(Green, Blue)));
            var turn = high == Red ? (Green - Blue) / (high - low) : high == Green ? 2 + (Blue - Red) / (high - low) : 4 + (Red - Green) / (high - low);
            return (60 * turn + 360) % 360;
        }
    }

    /// <summary>#rgb or #rrggbb.</summary>
    public static Colour Of(string hex)
    {
        var digits = hex.TrimStart('#');
        if (digits.Length == 3)
            digits = string.Concat(digits.Select(d => $"{d}{d}"));
        Assert.Equal(6, digits.Length);
        return new Colour(Part(0), Part(2), Part(4));

        double Part(int at) => int.Parse(digits.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
    }

    /// <summary>Contrast ratio as WCAG 2.2 defines it, 1 to 21.</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>What is seen where this colour, as opaque as said, lies on another.</summary>
    public Colour On(Colour ground, double opacity) => new(
        opacity * Red + (1 - opacity) * ground.Red, opacity * Green + (1 - opacity) * ground.Green, opacity * Blue + (1 - opacity) * ground.Blue);

    /// <summary>In CIELAB of a D65 white, as somebody sees it.</summary>
    public Lab Lab(Sight sight)
    {
        var m = Seen[sight];
        double[] own = [Linear(Red), Linear(Green), Linear(Blue)];
        var (r, g, b) = (Row(0), Row(3), Row(6));
        var x = Root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
        var y = Root(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
        var z = Root((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
        return new Lab(116 * y - 16, 500 * (x - y), 200 * (y - z));

        double Row(int at) => Math.Clamp(m[at] * own[0] + m[at + 1] * own[1] + m[at + 2] * own[2], 0, 1);
        static double Root(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    /// <summary>How different two colours look, by CIEDE2000: about 1 is just noticed side by side.</summary>
    public double Difference(Colour other, Sight sight) => Lab(sight).Difference(other.Lab(sight));

    private static double Linear(double part) => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
}
