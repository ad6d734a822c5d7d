namespace Dashboard.Web.Charts;

/// <summary>A mark of a chart and what it means, told once for the page and for the drawing.</summary>
public sealed class KeyEntry
{
    /// <summary>How high all marks of a key are, in pixels.</summary>
    public const int Height = 16;

    /// <param name="width">How wide the mark is, in pixels.</param>
    /// <param name="mark">The mark, around the middle of the height.</param>
    /// <param name="text">What it means.</param>
    internal KeyEntry(int width, Marks mark, string text) => (Width, Mark, Text) = (width, mark, text);

    public int Width { get; }

    public string Text { get; }

    internal Marks Mark { get; }
}
