using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Titles of slides that say what is to be seen on them.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class SlideWording(GapReport report, CultureInfo culture)
{
    private readonly GapWording _wording = new(report, culture);

    /// <summary>The area whose gap is the widest in either direction, as shown; of equals the first in the report. Where no gap is known, how many members are seen.</summary>
    public string Widest() => report.Areas.Where(row => row.Gap is not null).MaxBy(row => Math.Abs(Shown.Round(row.Gap!.Value))) is { } row
        ? Texts.Get(culture, "Slide.Widest", _wording.AreaName(row.Code, inSentence: true), Shown.Gap(row.Gap!.Value, culture), Texts.Of(row.Finding, culture))
        : _wording.Sources();

    /// <summary>In how many areas the subject is clearly behind, and in how many ahead; where no gap is known, why not: 0 would say that it is nowhere so.</summary>
    public string Clear() => report.Areas.All(row => row.Gap is null) ? _wording.Headline() : Texts.Get(culture, "Slide.Clear",
        report.Areas.Count(row => row.Finding == Finding.Behind), report.Areas.Count(row => row.Finding == Finding.Ahead), report.Areas.Length);

    /// <summary>The area whose gap moved furthest since the cycle before, and by what mostly.</summary>
    public string Moved(Bridge changes) => changes.Moved.FirstOrDefault() is { } row
        ? Texts.Get(culture, "Slide.Moved", changes.Since, _wording.AreaName(row.Code, inSentence: true), Shown.Gap(row.Change!.Value, culture), _wording.CauseOf(row.MainCause!.Value))
        : Texts.Get(culture, "Slide.Unmoved", changes.Since);

    /// <summary>How many answers there are, and how many members are seen.</summary>
    public string Sure()
    {
        var answers = Texts.Get(culture, "AnswersOf", report.Total.Answers.Scored, report.Total.Answers.Applicable);
        return report.Question.Group.IsOneCountry ? answers : Texts.Get(culture, "Slide.Sure", answers, report.Sources.Length, report.Members);
    }

    /// <summary>Which countries a slide shows of those that its title tells of: the first and the last, without an article, which names of countries take each in their way.</summary>
    /// <param name="first">Alpha-3 of the first.</param>
    /// <param name="last">Alpha-3 of the last.</param>
    public string Countries(string first, string last) => Texts.Get(culture, "Slide.Countries", Country.NameOf(first, culture), Country.NameOf(last, culture));

    /// <summary>Which areas a slide shows of all.</summary>
    /// <param name="first">Place of the first in the report, from 1.</param>
    /// <param name="last">Place of the last.</param>
    public string Areas(int first, int last) => Texts.Get(culture, "Slide.Areas", first, last, report.Areas.Length);
}
