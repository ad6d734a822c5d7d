namespace Dashboard.Core.Forms;

/// <summary>What is written into a form.</summary>
public enum FormValueKind
{
    /// <summary>A text, also the word for why a figure is unknown.</summary>
    Text,
    /// <summary>A level of the scale, unrounded.</summary>
    Level,
    /// <summary>A difference of levels, unrounded.</summary>
    Gap,
    /// <summary>A whole number.</summary>
    Count,
    /// <summary>A day.</summary>
    Day,
}

/// <summary>The answer to something that a form asks for.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is said inside a text, in the reader's language.</param>
/// <param name="Number">The number of a level, gap or count; 0 and without meaning for any other.</param>
/// <param name="Day">The day where it is one.</param>
public readonly record struct FormValue(FormValueKind Kind, string Text, double Number = 0, DateOnly Day = default);
