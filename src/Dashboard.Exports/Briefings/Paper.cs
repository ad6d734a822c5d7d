using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Exports.Briefings;

/// <summary>What every sheet of a workbook has in common: language and face, marking, title and date; and what only the finished file can be given: formulas and charts.</summary>
internal abstract class Paper(CultureInfo culture)
{
    public CultureInfo Culture => culture;

    /// <summary>The marking, and whatever else must stand above every figure.</summary>
    public abstract string Marking { get; }

    /// <summary>The marking alone.</summary>
    public abstract string Classification { get; }

    public abstract string Title { get; }

    /// <summary>The day that the figures are of.</summary>
    public abstract DateOnly Day { get; }

    /// <summary>Words by which the file is found again, besides its title.</summary>
    public abstract IEnumerable<string> Keywords { get; }

    public string AsOf => Say("Briefing.AsOf", Day);

    /// <summary>An East Asian face for Japanese, so that one is not picked by chance.</summary>
    public string Font => culture.TwoLetterISOLanguageName == "ja" ? "Yu Gothic" : "Calibri";

    /// <summary>The cells that are formulas, with the values that stand in them.</summary>
    public LiveCells Live { get; } = new();

    /// <summary>The charts, in the order in which they are read.</summary>
    public List<Chart> Charts { get; } = [];

    public string Say(string key, params ReadOnlySpan<object?> values) => Texts.Get(culture, key, values);

    /// <summary>Why a number is unknown, in words.</summary>
    public string Word(Unknown? why) => Texts.Of(why ?? Unknown.NoPeers, culture);
}
