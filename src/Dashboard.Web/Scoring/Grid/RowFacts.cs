using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Language;
using Dashboard.Core.Readiness;
using Dashboard.Core.Wording;
using Dashboard.Web.Gaps;
using Dashboard.Web.Opinions;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring.Grid;

/// <summary>A stored answer as the page's script shows it. Version 0: never saved.</summary>
/// <param name="State">Code name of the state.</param>
/// <param name="Level">The level; null unless one is given.</param>
/// <param name="Confidence">Code name of the confidence.</param>
/// <param name="Rationale">Why.</param>
/// <param name="Version">Its version: what a change is held against.</param>
/// <param name="By">Who saved it.</param>
/// <param name="Time">When, in words for the line of its row.</param>
/// <param name="Text">The answer in a few words, for a conflict.</param>
internal sealed record StoredFacts(string State, int? Level, string Confidence, string Rationale, int Version, string By, string Time, string Text)
{
    /// <param name="score">What is stored; null if nothing was ever saved.</param>
    /// <param name="nameOf">A person's name as the page shows it.</param>
    public static StoredFacts Of(Score? score, Func<string, string> nameOf)
    {
        var answer = score?.Answer ?? Answer.NotAssessed;
        return new StoredFacts(CodeName.Of(answer.State), answer.Level, CodeName.Of(answer.Confidence), answer.Rationale, score?.Version ?? 0, score is null ? "" : nameOf(score.ChangedBy),
            score is null ? "" : Words.Get("Scoring.At", score.ChangedAt), ScoringText.Of(answer));
    }

    /// <summary>Of a second opinion: nobody but its reviewer saves one, and it has no confidence.</summary>
    public static StoredFacts Of(OpinionAnswer? stored)
    {
        var answer = stored?.Answer ?? Answer.NotAssessed;
        return new StoredFacts(CodeName.Of(answer.State), answer.Level, CodeName.Of(answer.Confidence), answer.Rationale, stored?.Version ?? 0, "",
            stored is null ? "" : Words.Get("Scoring.At", stored.ChangedAt), OpinionText.Of(answer));
    }
}

/// <summary>One indicator as the page's script shows it.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Stored">What is stored of it, as this planner may see it.</param>
/// <param name="IsOwn">Whether this planner saved it.</param>
/// <param name="IsOpen">Whether this planner may change it now.</param>
/// <param name="IsWithheld">Whether there is an answer that they may not see.</param>
/// <param name="Was">The level of the cycle before; null if there was none.</param>
/// <param name="WasText">What was seen of it in the cycle before, in words; null if it was not asked.</param>
/// <param name="MedianAt">Where the allies' median lies on the keys, in percent; null while the planner has given no level of their own: it would be an anchor.</param>
/// <param name="MedianText">The same in words.</param>
/// <param name="Evidence">How many pieces of evidence there are.</param>
/// <param name="Mark">A classification of its own, in capitals; null if it follows the assessment.</param>
/// <param name="Talk">How many threads of comments are open, in words; null if none is.</param>
internal sealed record RowFacts(string Code, StoredFacts Stored, bool IsOwn, bool IsOpen, bool IsWithheld, int? Was, string? WasText, double? MedianAt, string? MedianText, int Evidence, string? Mark, string? Talk)
{
    public static RowFacts Of(WorkingSheet sheet, ScoringRow row, GapWording wording)
    {
        var (report, code) = (sheet.Report, row.Indicator.Code);
        var figures = report.Indicators[report.Framework.IndexOf(code)];
        var median = row.Theirs.State == ScoreState.Scored ? figures.Benchmark : null;
        return new RowFacts(
            code,
            StoredFacts.Of(row.Stored, sheet.NameOf),
            row.Stored?.ChangedBy == sheet.Viewer.Name,
            sheet.MayScore(row),
            row.IsWithheld,
            figures.Before is { IsScored: true } was ? was.Level : null,
            figures.Before is { } before && report.Changes is { } changes ? $"{changes.Since}: {ScoringText.Of(before)}" : null,
            median is { } at ? Math.Round((at - report.Framework.Minimum + 0.5) / report.Framework.Scale.Length * 100, 2) : null,
            median is { } value ? $"{wording.Benchmark} {Shown.Level(value, CultureInfo.CurrentUICulture)} (n = {figures.N})" : null,
            sheet.Opened.Evidence.Count(piece => piece.Indicator == code),
            row.Stored?.Marking?.Classification.ToUpperInvariant(),
            sheet.Opened.Comments.Count(c => c.IsOpen && c.Indicator == code) is > 0 and var open ? Words.Get(open == 1 ? "Returned.CommentsOne" : "Returned.Comments", open) : null);
    }
}

/// <summary>One figure of an area, in words: "Gap", "behind", "−1.5".</summary>
internal sealed record Figure(string Name, string? Small, string Value, string Tone);

/// <summary>Where an area stands with the answers stored so far.</summary>
/// <param name="Code">Code of the area; empty for the total.</param>
/// <param name="Figures">Its figures, the same that the report shows.</param>
internal sealed record AreaFacts(string Code, IReadOnlyList<Figure> Figures)
{
    public static AreaFacts Of(WorkingSheet sheet, GapRow row, GapWording wording) => new(row.Code ?? "", [.. FiguresOf(sheet, row, wording)]);

    public bool IsAs(AreaFacts other) => Code == other.Code && Figures.SequenceEqual(other.Figures);

    private static IEnumerable<Figure> FiguresOf(WorkingSheet sheet, GapRow row, GapWording wording)
    {
        var culture = CultureInfo.CurrentUICulture;
        yield return new Figure(Words.Get("Score"), ScoringText.Status(sheet.Report), row.Score.Value is { } score ? Shown.Level(score, culture) : Texts.Of(row.ScoreUnknown ?? Unknown.Insufficient, culture), row.Score.Value is null ? "none" : "big");
        if (row.Code is not null && row.Score.Range is { } range && row.Answers.Scored < row.Answers.Applicable)
            yield return new Figure(Words.Get("Scoring.CouldBe", row.Answers.Applicable - row.Answers.Scored), null, Words.Get("Band", Shown.Level(range.Low, culture), Shown.Level(range.High, culture)), "");
        if (row.Score.Value is not null)
            yield return new Figure(wording.Benchmark, $"n = {row.N}", row.Benchmark is { } benchmark ? Shown.Level(benchmark, culture) : Texts.Of(Unknown.NoPeers, culture), row.Benchmark is null ? "none" : "");
        if (row.Gap is { } gap)
            yield return new Figure(Words.Get("Gap"), Texts.Of(row.Finding, culture), Shown.Gap(gap, culture), $"big {GapText.Tone(row)}");
    }
}
