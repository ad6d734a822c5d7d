using System.Collections.Immutable;
using Dashboard.Core.Frameworks;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tasking;

/// <summary>How far an area of an assessment is answered, of what one reader may see.</summary>
/// <param name="Framework">The framework of its cycle.</param>
/// <param name="Area">The area.</param>
/// <param name="Open">Codes of the indicators without an answer, in framework order; what was carried over is none until it is confirmed. One that is withheld from the reader counts as answered: it is not known to be missing.</param>
public sealed record AreaProgress(Framework Framework, Area Area, ImmutableArray<string> Open)
{
    /// <summary>Indicators of the area.</summary>
    public int Of => Area.Indicators.Length;

    /// <summary>Indicators with an answer: a level, or not applicable.</summary>
    public int Answered => Of - Open.Length;

    /// <summary>Every area of an assessment, in framework order.</summary>
    public static ImmutableArray<AreaProgress> All(Framework framework, OpenedSheet sheet)
    {
        var answered = sheet.Scores.Where(s => s.Answer.IsGiven).Select(s => s.Indicator).Concat(sheet.Withheld).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. framework.Areas.Select(area => new AreaProgress(framework, area, [.. area.Indicators.Select(i => i.Code).Where(code => !answered.Contains(code))]))];
    }
}
