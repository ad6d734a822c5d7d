namespace Dashboard.Core.Assessments;

/// <summary>What a new assessment cycle may be.</summary>
public static class CycleRule
{
    /// <summary>Longest code, in characters.</summary>
    public const int CodeLength = 30;

    /// <summary>The first day that a cycle may refer to: no nation assessed its readiness in cyberspace before.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>The last day that a cycle may refer to.</summary>
    public static readonly DateOnly Latest = new(2199, 12, 31);

    /// <summary>Checks the code and the as-of date of a new cycle.</summary>
    /// <param name="code">Its code: letters, digits, hyphens and full stops.</param>
    /// <param name="asOf">The day that its answers refer to; it may lie ahead.</param>
    /// <param name="there">The codes of the cycles that there are; two that differ only in case could not be told apart when asked for.</param>
    /// <exception cref="InputException">A code that cannot be or is taken, or a day that is a slip of the pen.</exception>
    public static void Check(string code, DateOnly asOf, IEnumerable<string> there)
    {
        if (code.Length is 0 or > CodeLength || code.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '.')))
            throw InputException.Of("CycleUnfit", InputException.Shorten(code));
        if (there.Contains(code, StringComparer.OrdinalIgnoreCase))
            throw InputException.Of("CycleTaken", code);
        if (asOf < Earliest || asOf > Latest)
            throw InputException.Of("CycleDay", code, asOf, Earliest, Latest);
    }
}
