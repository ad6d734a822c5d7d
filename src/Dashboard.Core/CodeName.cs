using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace Dashboard.Core;

/// <summary>The names that enumerations carry in files, commands and addresses: lower case with hyphens, "upper-quartile".</summary>
public static class CodeName
{
    /// <summary>The name of a value, for example "not-assessed".</summary>
    public static string Of<T>(T value) where T : struct, Enum =>
        Known<T>.Names.TryGetValue(value, out var name) ? name : throw new ArgumentOutOfRangeException(nameof(value), value, null);

    /// <summary>The value of a name, in any case.</summary>
    /// <param name="kind">What is being asked for, for the message.</param>
    /// <param name="text">The name.</param>
    /// <exception cref="InputException">No value has this name; the message lists them.</exception>
    public static T Parse<T>(string kind, string text) where T : struct, Enum =>
        Known<T>.Values.TryGetValue(text.Trim(), out var value) ? value : throw InputException.UnknownChoice(kind, text, Known<T>.InOrder);

    private static class Known<T> where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> Names = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => Hyphenated(v.ToString()));
        public static readonly ImmutableArray<string> InOrder = [.. Enum.GetValues<T>().Select(v => Names[v])];
        public static readonly Dictionary<string, T> Values = Names.ToDictionary(n => n.Value, n => n.Key, StringComparer.OrdinalIgnoreCase);
    }

    private static string Hyphenated(string name)
    {
        var code = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
