using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;

namespace Dashboard.Web.Opinions;

/// <summary>One indicator of a second opinion on its reviewer's screen: what is stored, what they want, and what became of it.</summary>
public sealed class OpinionEntry(Indicator indicator, string area, OpinionAnswer? stored)
{
    public Indicator Indicator { get; } = indicator;

    /// <summary>Code of its area.</summary>
    public string Area { get; } = area;

    /// <summary>What is stored, as far as this page knows; null if nothing was ever saved.</summary>
    public OpinionAnswer? Stored { get; set; } = stored;

    /// <summary>What the reviewer says now.</summary>
    public Answer Wanted { get; set; } = stored?.Answer ?? Answer.NotAssessed;

    /// <summary>Whether it is on its way.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether something was saved from this page.</summary>
    public bool IsSaved { get; set; }

    /// <summary>Why it is not saved; null if nothing is wrong.</summary>
    public string? Why { get; set; }

    /// <summary>Whether the reviewer saved something else meanwhile, in another window; <see cref="Stored"/> is that.</summary>
    public bool IsOvertaken { get; set; }

    /// <summary>What is stored says.</summary>
    public Answer Kept => Stored?.Answer ?? Answer.NotAssessed;

    /// <summary>Whether what the reviewer says is not stored.</summary>
    public bool IsUnsaved => Wanted != Kept || IsBusy;
}
