namespace Dashboard.Core;

/// <summary>
/// Somebody gave us something we cannot use. The message is one sentence for that person: what is wrong, where, and how to mend it.
/// It is shown as it is; every other exception is a fault of the program.
/// </summary>
public sealed class InputException(string message, Exception? inner = null) : Exception(message, inner)
{
    private const int Longest = 60;

    /// <summary>What somebody gave, fit to be repeated in a message: control characters out, at most sixty characters.</summary>
    public static string Shorten(string given)
    {
        var clean = string.Concat(given.Take(Longest + 1).Select(c => char.IsControl(c) ? ' ' : c));
        return clean.Length > Longest ? clean[..Longest] + "…" : clean;
    }

    /// <summary>"Unknown {kind} 'x': choose one of a, b, c."</summary>
    /// <param name="kind">What was asked for, in a word or two.</param>
    /// <param name="given">What was given.</param>
    /// <param name="choices">The valid (or nearest) choices; at most twenty are named.</param>
    /// <param name="hint">What else to know, added at the end.</param>
    public static InputException UnknownChoice(string kind, string given, IEnumerable<string> choices, string? hint = null)
    {
        var named = choices.Take(20).ToList();
        string[] ways = [.. named.Count > 0 ? [$"choose one of {string.Join(", ", named)}"] : Array.Empty<string>(), .. hint is null ? Array.Empty<string>() : [hint]];
        return new InputException($"Unknown {kind} '{Shorten(given)}': {(ways.Length > 0 ? string.Join("; ", ways) : "there is none to choose from")}.");
    }
}
