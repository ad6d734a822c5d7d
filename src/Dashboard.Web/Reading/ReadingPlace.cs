namespace Dashboard.Web.Reading;

/// <summary>The pages that tell one report; their names are the first part of their addresses.</summary>
public enum ReadingPlace
{
    /// <summary>What to know before the meeting.</summary>
    Overview,
    /// <summary>Every area against the benchmark.</summary>
    Gaps,
    /// <summary>Countries by areas.</summary>
    Compare,
    /// <summary>Areas over the cycles.</summary>
    Trend,
    /// <summary>The place among the members.</summary>
    Position,
    /// <summary>What is asked for one purpose, by whom it is met.</summary>
    Requirements,
}
