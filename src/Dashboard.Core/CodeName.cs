using System.Text;

namespace Dashboard.Core;

/// <summary>The names that enumerations carry in files, commands and addresses: lower case with hyphens, "upper-quartile".</summary>
public static class CodeName
{
    /// <summary>The name of a value, for example "not-assessed".</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var code = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }

    /// <summary>The value of a name, in any case.</summary>
    /// <param name="kind">What is being asked for, for the message.</param>
    /// <param name="text">The name.</param>
    /// <exception cref="InputException">No value has this name; the message lists them.</exception>
    public static T Parse<T>(string kind, string text) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(Of(value), text.Trim(), StringComparison.OrdinalIgnoreCase))
                return value;
        throw InputException.UnknownChoice(kind, text, Enum.GetValues<T>().Select(Of));
    }
}
