using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Release;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring.Behind;

/// <summary>A piece of evidence as far as it is typed. It outlives the form: moving to another row loses nothing.</summary>
/// <param name="original">What is changed; null for a new piece.</param>
public sealed partial class EvidenceDraft(Evidence? original)
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The stored piece that the writer has seen last; null for a new piece, or one that somebody removed meanwhile.</summary>
    public Evidence? Original { get; private set; } = original;

    public string Title { get; set; } = original?.Title ?? "";

    public string Source { get; set; } = original?.Source ?? "";

    // As typed: what is no day is told, and not lost.
    public string Date { get; set; } = Write(original?.Date);

    public string Expiry { get; set; } = Write(original?.Expiry);

    public string Reference { get; set; } = original?.Reference ?? "";

    public SourceReliability Reliability { get; set; } = original?.Reliability ?? SourceReliability.F;

    public int Credibility { get; set; } = original?.Credibility ?? 6;

    public Bearing Bearing { get; set; } = original?.Bearing ?? Bearing.Supports;

    public EvidenceOrigin Origin { get; set; } = original?.Origin ?? EvidenceOrigin.Unstated;

    /// <summary>A classification of its own; empty for as the assessment.</summary>
    public string Classification { get; set; } = original?.Marking?.Classification ?? "";

    /// <summary>Why it is not saved, in one sentence; null otherwise.</summary>
    public string? Why { get; set; }

    /// <summary>Names it among all that is typed: a browser finds by it what it kept of it.</summary>
    public string Name { get; private init; } = string.Create(
        CultureInfo.InvariantCulture, $"evidence-{original?.Id ?? 0}.{original?.Version ?? 0}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}");

    /// <summary>What the page's script calls it.</summary>
    public string ThingOf(ScoringRow row) => $"{row.Indicator.Code}/{Name}";

    /// <summary>A draft that an earlier page began: its texts are the browser's, what it changes is what is stored now.</summary>
    /// <param name="row">The row behind which it was typed.</param>
    /// <param name="thing">What the script calls it.</param>
    /// <param name="stored">The pieces that its writer may see.</param>
    /// <returns>null if it is the name of no draft of the row.</returns>
    public static EvidenceDraft? Resume(ScoringRow row, string thing, IEnumerable<Evidence> stored)
    {
        if (Named().Match(thing) is not { Success: true } name || name.Groups["row"].Value != row.Indicator.Code)
            return null;
        var (id, version) = (int.Parse(name.Groups["id"].Value, CultureInfo.InvariantCulture), int.Parse(name.Groups["version"].Value, CultureInfo.InvariantCulture));
        var piece = stored.FirstOrDefault(piece => piece.Id == id && piece.Indicator == row.Indicator.Code);
        var draft = new EvidenceDraft(piece) { Name = name.Groups["name"].Value };
        if (id > 0 && piece?.Version != version)
        {
            draft.Overtaken(piece);
            draft.Why = Words.Get(piece is null ? "Evidence.GoneMeanwhile" : "Evidence.Meanwhile");
        }

        return draft;
    }

    /// <summary>What somebody else stored meanwhile; null if nobody did.</summary>
    public Evidence? Theirs { get; private set; }

    /// <summary>Whether it is on its way to the store.</summary>
    public bool IsBusy { get; set; }

    /// <summary>Whether it says something that is not stored.</summary>
    public bool IsTyped => new EvidenceDraft(Original) is var stored
        && (Title, Source, Date, Expiry, Reference, Bearing) != (stored.Title, stored.Source, stored.Date, stored.Expiry, stored.Reference, stored.Bearing)
        | (Reliability, Credibility, Origin, Classification) != (stored.Reliability, stored.Credibility, stored.Origin, stored.Classification);

    /// <summary>The next save is over what somebody else stored, which is shown now; or adds the piece, if they removed it.</summary>
    public void Overtaken(Evidence? theirs) => (Original, Theirs) = (theirs, theirs);

    /// <summary>The piece as it is typed.</summary>
    /// <exception cref="InputException">There is no day, or what was typed is none.</exception>
    public Evidence Read(int assessmentId, string indicator) => new()
    {
        Id = Original?.Id ?? 0,
        Version = Original?.Version ?? 0,
        AssessmentId = assessmentId,
        Indicator = indicator,
        Title = Title,
        Source = Source,
        Date = Read(Date) ?? throw InputException.Of("EvidenceDayMissing", indicator),
        Expiry = Read(Expiry),
        Reference = Reference,
        Reliability = Reliability,
        Credibility = Credibility,
        Bearing = Bearing,
        Origin = Origin,
        Marking = Classification.Length > 0 ? Marking.OfPart(Classification) : null,
    };

    private static DateOnly? Read(string typed) => string.IsNullOrWhiteSpace(typed) ? null
        : DateOnly.TryParseExact(typed.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw InputException.Of("NoDay", InputException.Shorten(typed));

    [GeneratedRegex("^(?<row>[^/]{1,40})/(?<name>evidence-(?<id>[0-9]{1,9})\\.(?<version>[0-9]{1,9})-[0-9a-f]{8})$")]
    private static partial Regex Named();

    private static string Write(DateOnly? day) => day?.ToString(Day, CultureInfo.InvariantCulture) ?? "";
}
