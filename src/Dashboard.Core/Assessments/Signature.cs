using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Assessments;

/// <summary>Somebody's word for an area, or for the whole of an assessment.</summary>
public sealed record Signature
{
    /// <summary>The assessment it belongs to.</summary>
    public required int AssessmentId { get; init; }

    /// <summary>For which step it was given.</summary>
    public required SignOffStep Step { get; init; }

    /// <summary>Code of the area; empty for the whole.</summary>
    public string Area { get; init; } = "";

    /// <summary>Name of the person.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What was signed, see <see cref="SealOf(IEnumerable{string}, IEnumerable{Score}, IEnumerable{Evidence})"/>: an area that says something else is not signed any more. Empty for the whole, which nobody can change while it is signed.</summary>
    public string Seal { get; init; } = "";

    /// <summary>A short name of what an area says: its answers and what they rest on, each as it is now. Markings and versions do not count.</summary>
    /// <param name="indicators">The indicators of the area, in framework order.</param>
    /// <param name="scores">Scores of the assessment; an indicator without one, and one that is not assessed without a word of why, say the same.</param>
    /// <param name="evidence">Evidence of the assessment.</param>
    /// <returns>64 hexadecimal digits: SHA-256 of the length-prefixed fields.</returns>
    public static string SealOf(IEnumerable<string> indicators, IEnumerable<Score> scores, IEnumerable<Evidence> evidence)
    {
        var answers = scores.ToDictionary(s => s.Indicator, s => s.Answer, StringComparer.OrdinalIgnoreCase);
        var pieces = evidence.OrderBy(e => e.Id).ToLookup(e => e.Indicator, StringComparer.OrdinalIgnoreCase);
        var text = new StringBuilder();
        foreach (var indicator in indicators)
        {
            var answer = answers.GetValueOrDefault(indicator, Answer.NotAssessed);
            Write(text, indicator, answer.State, answer.Level, answer.Confidence, answer.Rationale);
            foreach (var piece in pieces[indicator])
                Write(text, [piece.Title, piece.Source, piece.Date, piece.Expiry, piece.Reference, piece.Grade, piece.Bearing, .. Stated(piece.Origin)]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>What an area says to somebody who may see all of it, see <see cref="SealOf(IEnumerable{string}, IEnumerable{Score}, IEnumerable{Evidence})"/>.</summary>
    /// <param name="area">The area.</param>
    /// <param name="seen">The assessment as they see it.</param>
    public static string SealOf(Area area, OpenedSheet seen) => SealOf(area.Indicators.Select(i => i.Code), seen.Scores, seen.Evidence);

    /// <summary>The areas that are signed as they are now, each with its signature.</summary>
    public static ImmutableDictionary<string, Signature> Standing(Framework framework, IEnumerable<Signature> signatures, IReadOnlyCollection<Score> scores, IReadOnlyCollection<Evidence> evidence)
    {
        var given = signatures.Where(s => s.Step == SignOffStep.AreaLead).ToDictionary(s => s.Area);
        return framework.Areas.Where(area => given.TryGetValue(area.Code, out var one) && one.Seal == SealOf(area.Indicators.Select(i => i.Code), scores, evidence))
            .ToImmutableDictionary(area => area.Code, area => given[area.Code]);
    }

    // What says nothing of it is sealed as it was before evidence had an origin: no signature falls by that.
    private static object?[] Stated(EvidenceOrigin origin) => origin == EvidenceOrigin.Unstated ? [] : [origin];

    // Each with its length, so that nothing can move from one field to the next.
    private static void Write(StringBuilder text, params ReadOnlySpan<object?> fields)
    {
        foreach (var field in fields)
        {
            var said = Convert.ToString(field, CultureInfo.InvariantCulture) ?? "";
            text.Append(CultureInfo.InvariantCulture, $"{said.Length}:{said};");
        }

        text.Append('\n');
    }
}
