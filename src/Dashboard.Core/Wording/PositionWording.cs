using System.Globalization;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Says where a country lies among the members that count: always as what can be told apart, never as one place where several are open.</summary>
/// <param name="report">The facts.</param>
/// <param name="weights">Its places under other weights.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class PositionWording(GapReport report, WeightRanges weights, CultureInfo culture)
{
    private readonly GapWording _gaps = new(report, culture);

    /// <summary>The places in total and whether they hold under other weights; held against one country alone, who is ahead.</summary>
    public string Headline()
    {
        var total = report.Total;
        if (report.SubjectSource is null || total.Gap is null && report.Areas.All(row => row.Gap is null))
            return _gaps.Headline();
        if (weights.For(total) is not { } range)
            return Texts.Get(culture, "Position.None", _gaps.Starting(report.Question.Subject), Texts.Of(total.GapUnknown!.Value, culture), report.Areas.Count(row => row.Gap is not null), report.Areas.Length);
        if (total.Members is [var other])
            return AgainstOne(total, range, other.Source.Country);
        var tail = range.Holds ? Texts.Get(culture, "Position.TailHolds") : Texts.Get(culture, "Position.TailDepends", Places(range.Range));
        var place = PlaceOf(total, range);
        return place.From == place.To
            ? Texts.Get(culture, "Position.At", _gaps.Starting(report.Question.Subject), Ordinal(place.From), place.Of, tail)
            : Texts.Get(culture, "Position.Between", _gaps.Starting(report.Question.Subject), Ordinal(place.From), Ordinal(place.To), place.Of, tail);
    }

    /// <summary>In which areas it clearly lies in the front or the back half, in how many places the weights do not matter, and whose word the figures are.</summary>
    public IEnumerable<string> Lead()
    {
        if (report.Areas.Any(row => row.Gap is not null))
        {
            if (report.Total.Members is [var only])
            {
                if (!report.Question.Group.IsOneCountry)
                    yield return Texts.Get(culture, "Position.OnlyOne", _gaps.Inside(only.Source.Country), report.Members, _gaps.Group);
                yield return Texts.Get(culture, "Position.AreaByArea", Count(Finding.Ahead), Count(Finding.Behind), Count(Finding.TooCloseToCall));
            }
            else
            {
                foreach (var sentence in Halves())
                    yield return sentence;
            }

            var ranges = report.Areas.Select(weights.For).OfType<WeightRange>().ToList();
            yield return Texts.Get(culture, "Position.HoldsIn", ranges.Count(range => range.Holds), ranges.Count);
        }

        yield return _gaps.Sources();
    }

    /// <summary>The places of a row, for example "20th to 26th of 31"; of two, who is ahead; where there is none, why.</summary>
    public string Place(GapRow row)
    {
        if (weights.For(row) is not { } range)
            return Texts.Get(culture, "Position.Without", Texts.Of(row.GapUnknown!.Value, culture));
        var place = PlaceOf(row, range);
        var places = Texts.Get(culture, "Position.Of", Places(place), place.Of);
        return row.N == 1 ? Texts.Get(culture, "Position.OfTwo", Texts.Of(row.Finding, culture), places) : places;
    }

    /// <summary>What other weights do to a row: that it holds, or which places they open; empty where there is no place.</summary>
    public string Weights(GapRow row) => weights.For(row) switch
    {
        null => "",
        { Holds: true } => Texts.Get(culture, "Position.Holds"),
        var range => Texts.Get(culture, "Position.Depends", Places(range.Range)),
    };

    /// <summary>The row in one sentence, for whoever does not see the drawing.</summary>
    public string Sentence(GapRow row) => weights.For(row) is { } range
        ? Texts.Get(culture, "Position.Row", _gaps.FullName(row.Code), Place(row), Ordinal(range.Plain), Places(range.Range))
        : Texts.Get(culture, "Position.RowWithout", _gaps.FullName(row.Code), Place(row));

    /// <summary>Some places, "20th to 26th"; one alone by itself.</summary>
    public string Places(Position place) => place.From == place.To ? Ordinal(place.From) : Texts.Get(culture, "Note.Range", Ordinal(place.From), Ordinal(place.To));

    /// <summary>The places that the doubt of answers leaves open; the plain one in a report without draws.</summary>
    public static Position PlaceOf(GapRow row, WeightRange range) => row.Position ?? new Position(range.Plain, range.Plain, row.N + 1);

    /// <summary>A place as a number in order: 1st, 2nd, 11th; 1er, 2e; 1位.</summary>
    public string Ordinal(int place) => culture.TwoLetterISOLanguageName switch
    {
        "ja" => string.Create(culture, $"{place}位"),
        "fr" => string.Create(culture, $"{place}{(place == 1 ? "er" : "e")}"),
        _ => string.Create(culture, $"{place}{((place % 10, place % 100) switch { (1, not 11) => "st", (2, not 12) => "nd", (3, not 13) => "rd", _ => "th" })}"),
    };

    // Of two there is no place to speak of: one is ahead, or it is too close.
    private string AgainstOne(GapRow total, WeightRange range, string other)
    {
        var (subject, tail) = (report.Question.Subject, Texts.Get(culture, range.Holds ? "Position.TailHolds" : "Position.TailTurns"));
        return total.Finding switch
        {
            Finding.Ahead => Texts.Get(culture, "Position.Ahead", _gaps.Starting(subject), _gaps.Inside(other), tail),
            Finding.Behind => Texts.Get(culture, "Position.Ahead", _gaps.Starting(other), _gaps.Inside(subject), tail),
            _ => Texts.Get(culture, "Position.Close", _gaps.Starting(subject), _gaps.Inside(other)),
        };
    }

    private IEnumerable<string> Halves()
    {
        var rows = report.Areas.Where(row => row.Position is not null).ToList();
        var front = rows.Where(row => row.Position is { IsInFront: true }).ToList();
        var back = rows.Where(row => row.Position is { IsInBack: true }).ToList();
        if (front.Count > 0)
            yield return Texts.Get(culture, "Position.Front", _gaps.List(front));
        if (back.Count > 0)
            yield return Texts.Get(culture, "Position.Back", _gaps.List(back));
        if (front.Count + back.Count < rows.Count)
            yield return Texts.Get(culture, "Position.Either", rows.Count - front.Count - back.Count);
    }

    private int Count(Finding finding) => report.Areas.Count(row => row.Finding == finding);
}
