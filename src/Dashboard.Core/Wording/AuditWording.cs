using System.Globalization;

namespace Dashboard.Core.Wording;

/// <summary>What the audit says, in words; what has none is said as it was sealed.</summary>
public static class AuditWording
{
    private const string ActionPrefix = "AuditAction.";

    /// <summary>Every action that has a word, by its code.</summary>
    public static IReadOnlyList<string> Actions { get; } = [.. Texts.KeysOf(ActionPrefix)];

    /// <summary>An action in words.</summary>
    public static string Action(string code, CultureInfo culture) => Texts.Find(culture, ActionPrefix + code) ?? code;

    /// <summary>The name of a field of what changed.</summary>
    public static string Field(string name, CultureInfo culture) => Texts.Find(culture, $"AuditField.{name}") ?? name;
}
