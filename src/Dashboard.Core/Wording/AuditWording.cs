using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;

namespace Dashboard.Core.Wording;

/// <summary>What the audit says, in words; what has none is said as it was sealed.</summary>
public static class AuditWording
{
    private const string ActionPrefix = "AuditAction.";

    /// <summary>Every action that has a word, by its code.</summary>
    public static IReadOnlyList<string> Actions { get; } = [.. Texts.KeysOf(ActionPrefix)];

    /// <summary>An action in words.</summary>
    public static string Action(string code, CultureInfo culture) => Texts.Find(culture, ActionPrefix + code) ?? code;

    /// <summary>A value of a field in words: what is sealed as a code; anything else as it is.</summary>
    public static string Value(string field, string sealedAs, CultureInfo culture) => field switch
    {
        "state" => Word<ScoreState>(sealedAs, nameof(CellState), culture),
        "confidence" => Word<Confidence>(sealedAs, nameof(Confidence), culture),
        "bearing" => Word<Bearing>(sealedAs, nameof(Bearing), culture),
        "origin" => Word<EvidenceOrigin>(sealedAs, nameof(EvidenceOrigin), culture),
        "status" => Word<AssessmentStatus>(sealedAs, nameof(AssessmentStatus), culture),
        "role" => Word<MembershipRole>(sealedAs, nameof(MembershipRole), culture),
        "step" => Word<TaskState>(sealedAs, nameof(TaskState), culture),
        _ => sealedAs,
    };

    private static string Word<T>(string sealedAs, string prefix, CultureInfo culture) where T : struct, Enum =>
        Enum.GetValues<T>().Where(value => CodeName.Of(value) == sealedAs).Select(value => Texts.Get(culture, $"{prefix}.{value}")).FirstOrDefault(sealedAs);

    /// <summary>The name of a field of what changed.</summary>
    public static string Field(string name, CultureInfo culture) => Texts.Find(culture, $"AuditField.{name}") ?? name;
}
