using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;

namespace Dashboard.Core.Wording;

/// <summary>Says a gap report in sentences, the same on page, in workbook and on the command line.</summary>
/// <param name="report">The facts.</param>
/// <param name="culture">The reader's language; English for any but Japanese and French.</param>
public sealed class GapWording(GapReport report, CultureInfo culture)
{
    private const int MostNamed = 4;

    // English names that take the article; all other names stand alone.
    private static readonly HashSet<string> WithArticle =
    [
        "ALA", "ARE", "ATF", "BHS", "CAF", "CCK", "CHN", "COD", "COK", "COM", "CYM", "DOM", "FLK", "FRO", "GBR", "GMB",
        "IOT", "MDV", "MHL", "MNP", "NLD", "PHL", "SLB", "TCA", "UMI", "USA", "VAT", "VGB", "VIR",
    ];

    /// <summary>The subject's short name.</summary>
    public string Subject => field ??= Country.NameOf(report.Question.Subject, culture);

    /// <summary>The benchmark's name, for example "NATO median"; of a single country its name alone, because every statistic of one is the same.</summary>
    public string Benchmark => field ??= IsOne ? Group : Texts.Get(culture, "Benchmark", Group, Texts.Of(report.Question.Statistic, culture));

    /// <summary>The name of the group, or of the single country, that the subject is held against; with its observers if they count.</summary>
    public string Group => field ??= report.Question.WithObservers && report.Question.Group.HasObserversAt(report.Cycle.AsOf)
        ? Texts.Get(culture, "Group.WithObservers", report.Question.Group.Names.In(culture)) : report.Question.Group.Names.In(culture);

    /// <summary>The subject's name inside a sentence, where some English names take the article.</summary>
    public string SubjectInSentence => Named(Code, false);

    /// <summary>The name of what the subject is held against inside a sentence.</summary>
    public string GroupInSentence => IsOne ? Named(report.Question.Group.Code, false) : Group;

    private bool IsOne => report.Question.Group.IsOneCountry;

    private bool IsItself => IsOne && report.Question.Group.Code == report.Question.Subject;

    /// <summary>One sentence that says what is clear, and only that.</summary>
    public string Headline()
    {
        var behind = With(Finding.Behind);
        var ahead = With(Finding.Ahead);
        return report switch
        {
            { Total.ScoreUnknown: Unknown.NotReported } => Texts.Get(culture, "Headline.NotReported", Named(Code, false)),
            { Total.ScoreUnknown: Unknown.Withheld } => Texts.Get(culture, "Headline.Withheld", Named(Code, false)),
            _ when report.Areas.All(row => row.Score.Value is null) => Texts.Get(culture, "Headline.Insufficient", Named(Code, false)),
            _ when IsItself => Texts.Get(culture, "Headline.Itself", Named(Code, false)),
            _ when report.Areas.All(row => row.Gap is null) => Texts.Get(culture, IsOne ? "Headline.NoPeersOne" : "Headline.NoPeers", Named(Code, false), IsOne ? Named(report.Question.Group.Code, false) : Group),
            _ when behind.Count > 0 => Say("Headline.Behind", behind),
            _ when ahead.Count > 0 => Say("Headline.Ahead", ahead),
            _ => Say("Headline.Close", []),
        };

        string Say(string key, List<GapRow> rows) => Texts.Get(culture, rows.Count == 1 ? key + "One" : key,
            SubjectIs, Against, rows.Count, report.Areas.Length, List(rows));
    }

    /// <summary>The sentences under the headline: the widest gap, what is too close to call, what cannot be judged, whose word it is.</summary>
    public IEnumerable<string> Lead()
    {
        if (report.IsDraft)
            yield return Texts.Get(culture, "Lead.Draft", Subject);
        if (report.Areas.FirstOrDefault(row => row.Finding == Finding.Behind) is { } widest)
            yield return Texts.Get(culture, "Lead.Widest", AreaName(widest.Code, inSentence: true), By(widest));
        var isCompared = report.Areas.Any(row => row.Gap is not null);
        if (isCompared)
            yield return Texts.Get(culture, "Lead.Counts", With(Finding.Ahead).Count, With(Finding.TooCloseToCall).Count);
        if (report.SubjectSource is not null)
            // Where nothing at all can be compared, the headline has said so once for all areas.
            foreach (var alike in report.Areas.Where(row => row.Gap is null && (isCompared || row.GapUnknown != Unknown.NoPeers)).GroupBy(NotJudgedFor))
                yield return NotJudged(alike.Key, [.. alike]);
        yield return Sources();
    }

    /// <summary>By how much a row is behind, or ahead, "1.8 levels".</summary>
    public string By(GapRow row) => Levels(Shown.Level(Math.Abs(row.Gap!.Value), culture), row);

    /// <summary>The gap of a row with its sign, "−0.2 levels".</summary>
    public string GapOf(GapRow row) => Levels(Shown.Gap(row.Gap!.Value, culture), row);

    // French counts what is less than two as one.
    private string Levels(string shown, GapRow row) => Texts.Get(culture, Math.Abs(Shown.Round(row.Gap!.Value)) < 2 ? "Levels.BelowTwo" : "Levels", shown);

    /// <summary>The word for what moved a gap: of one other country the levels are its own, not the members'; the subject's own may be another's judgement of them.</summary>
    public string CauseOf(Cause cause) => cause switch
    {
        Cause.MembersLevels when IsOne => Texts.Get(culture, "Cause.OtherLevels", GroupInSentence),
        Cause.OwnLevels when report.Changes?.OtherWord is not null => Texts.Get(culture, "Cause.OwnLevels.OtherWord"),
        _ => Texts.Of(cause, culture),
    };

    /// <summary>That the subject's answers are another's word than in the cycle before; null where they are not.</summary>
    public string? OtherWord() => report.Changes is { OtherWord: { } words } changes
        ? Texts.Get(culture, "Changes.OtherWord",
            changes.Since, Texts.Of(words.From.Basis, culture), Country.NameOf(words.From.Assessor, culture),
            report.Cycle.Code, Texts.Of(words.To.Basis, culture), Country.NameOf(words.To.Assessor, culture))
        : null;

    /// <summary>Whose word the members' figures are.</summary>
    public string Sources()
    {
        if (IsItself)
            return Texts.Get(culture, "Lead.Itself");
        if (IsOne)
            return report.Sources is [var other]
                ? Texts.Get(culture, "Lead.One", Group, Texts.Of(other.Basis, culture), Country.NameOf(other.Assessor, culture))
                : Texts.Get(culture, "Lead.NotOne", Named(report.Question.Group.Code, false));
        var counts = report.Sources.GroupBy(s => s.Basis).OrderBy(g => g.Key)
            .Select(g => Texts.Get(culture, $"SourceCount.{g.Key}{(g.Count() == 1 ? "One" : "")}", g.Count()));
        return Texts.Get(culture, report.Sources.IsEmpty ? "Lead.NoSources" : "Lead.Sources",
            report.Sources.Length, report.Members, string.Join(Texts.Get(culture, "List.Separator"), counts));
    }

    /// <summary>What to know when reading the figures: what does not add up, where blanks flatter or harm, the position, what the columns mean.</summary>
    public IEnumerable<string> Notes()
    {
        yield return Texts.Get(culture, "Note.DoNotAddUp");
        if (report.RoundsApart)
            yield return Texts.Get(culture, "Note.Rounded");
        foreach (var row in report.Rows.Where(row => row.MatchedDiffers))
            yield return Texts.Get(culture, "Note.Matched", AreaName(row.Code), Subject, Shown.Gap(row.MatchedGap!.Value, culture));
        if (report.Total.Position is { } place)
            yield return Texts.Get(culture, "Note.Position", place.From == place.To ? place.From : Texts.Get(culture, "Note.Range", place.From, place.To), place.Of);
        yield return Texts.Get(culture, "Note.Legend", GapAnalysis.Draws);
    }

    /// <summary>The name of an area for headlines and charts, or the word for the total.</summary>
    /// <param name="code">Code of the area; null for the total.</param>
    /// <param name="inSentence">Whether it stands inside a sentence, where English and French write it small.</param>
    public string AreaName(string? code, bool inSentence = false)
    {
        if (code is null)
            return Texts.Get(culture, "Total");
        var name = report.Framework.ShortNameOf(report.Framework.Areas.First(a => a.Code == code), culture);
        return inSentence && name.Length > 1 && char.IsLower(name[1]) ? char.ToLower(name[0], culture) + name[1..] : name;
    }

    /// <summary>The full name of an area for tables, or the word for the total.</summary>
    /// <param name="code">Code of the area; null for the total.</param>
    public string FullName(string? code) => code is null
        ? Texts.Get(culture, "Total")
        : report.Framework.NameOf(report.Framework.Areas.First(a => a.Code == code), culture);

    /// <summary>The name of an indicator.</summary>
    /// <param name="code">Its code.</param>
    public string IndicatorName(string code) => report.Framework.NameOf(report.Framework.Indicators[report.Framework.IndexOf(code)], culture);

    private bool IsEnglish => culture.TwoLetterISOLanguageName is not ("ja" or "fr");

    /// <summary>The subject at the start of a sentence: in English with its verb, "The United States is".</summary>
    internal string SubjectIs => IsEnglish ? Named(Code, true) + " is" : Subject;

    /// <summary>The subject at the start of a sentence: "The United States".</summary>
    internal string SubjectAtStart => Named(Code, true);

    /// <summary>A country at the start of a sentence: "The United States".</summary>
    internal string Starting(string country) => Named(country, true);

    /// <summary>A country inside a sentence: "the United States".</summary>
    internal string Inside(string country) => Named(country, false);

    private string Code => report.Question.Subject;

    /// <summary>The benchmark inside a sentence: "the NATO median", "the United States".</summary>
    internal string Against => IsOne
        ? Texts.Get(culture, "Against.One", Named(report.Question.Group.Code, false))
        : Texts.Get(culture, "Against.Group", Group, Texts.Of(report.Question.Statistic, culture));

    private string Named(string country, bool atStart)
    {
        var name = Country.NameOf(country, culture);
        return IsEnglish && WithArticle.Contains(country) ? (atStart ? "The " : "the ") + name : name;
    }

    private List<GapRow> With(Finding finding) => [.. report.Areas.Where(row => row.Finding == finding)];

    private string NotJudgedFor(GapRow row) => row.GapUnknown switch
    {
        Unknown.NotApplicable => "Lead.NotApplicable",
        Unknown.NoPeers => IsOne ? "Lead.NoPeersOne" : "Lead.NoPeers",
        _ => "Lead.NotJudged",
    };

    // One area with its counts, several by their names alone: a young draft has many.
    private string NotJudged(string why, List<GapRow> rows) => rows is [var only]
        ? Texts.Get(culture, why, AreaName(only.Code), only.Answers.Scored, only.Answers.Applicable, GroupInSentence)
        : Texts.Get(culture, why + "Many", rows.Count, List(rows), GroupInSentence);

    /// <summary>The names of some areas inside a sentence; of many, how many more there are.</summary>
    internal string List(List<GapRow> rows)
    {
        var names = rows.Select(row => AreaName(row.Code, inSentence: true)).ToList();
        var separator = Texts.Get(culture, "List.Separator");
        return names.Count switch
        {
            0 => "",
            1 => names[0],
            <= MostNamed => Texts.Get(culture, "List.And", string.Join(separator, names[..^1]), names[^1]),
            _ => Texts.Get(culture, "List.More", string.Join(separator, names[..(MostNamed - 1)]), names.Count - MostNamed + 1),
        };
    }
}
