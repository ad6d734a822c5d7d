using System.Text;

namespace Dashboard.Core.Readiness;

/// <summary>
/// The n-th number of a SplitMix64 sequence, without the ones before it. Same numbers on every machine.
/// Source: Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators (OOPSLA 2014).
/// </summary>
/// <param name="seed">Any number; nearby seeds give unrelated sequences.</param>
public readonly struct SplitMix64(ulong seed)
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    /// <summary>The sequence of one text, for example "2026|JPN", by FNV-1a 64 over its UTF-8 bytes.</summary>
    public static SplitMix64 For(string text)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var unit in Encoding.UTF8.GetBytes(text))
            hash = unchecked((hash ^ unit) * 0x100000001B3UL);
        return new SplitMix64(hash);
    }

    /// <summary>Number <paramref name="index"/> of the sequence, counted from 0.</summary>
    public ulong At(ulong index)
    {
        unchecked
        {
            var z = seed + (index + 1) * Gamma;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Number <paramref name="index"/> as a fraction: 53 bits, from 0 inclusive to 1 exclusive.</summary>
    public double Fraction(ulong index) => (At(index) >> 11) * (1.0 / (1UL << 53));
}
