using System.Globalization;
using System.Text.Json;
using Dashboard.Core;
using Dashboard.Core.Assessments;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Web.Scoring.Saving;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Scoring.Grid;

/// <summary>What the document hands to the page's script: the facts of the sheet, the key of its outbox, words and addresses.</summary>
internal static class PageFacts
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    public static string Of(WorkingSheet sheet, OutboxKey outbox, string? at) => JsonSerializer.Serialize(
        new
        {
            Facts = SheetFacts.Of(sheet, []),
            Outbox = outbox,
            Words = TextsOfScript(),
            Addresses = new { Urls.Changes, Key = Urls.OutboxKey },
            Scale = new { sheet.Report.Framework.Minimum, sheet.Report.Framework.Maximum },
            At = SheetSession.RowAt(sheet, at).Indicator.Code is var code && at is not null ? code : null,
        },
        JsonSerializerOptions.Web);

    /// <summary>A text with its places left open, for the script to fill.</summary>
    public static string Format(string key) => Words.Get(key, "{0}", "{1}");

    /// <summary>What the script says of an answer and of what became of it.</summary>
    public static Dictionary<string, object> TextsOfScript()
    {
        var words = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["whyNot"] = Format("Scoring.WhyNotApplicable"),
            ["signIn"] = Words.Get("SignIn"),
            ["signInAddress"] = Urls.SignIn,
            ["levelWith"] = Format("Scoring.LevelWith"),
            ["also"] = Format("Scoring.Also"),
            ["answered"] = Format("AnswersOf"),
            ["states"] = new Dictionary<string, string>
            {
                [CodeName.Of(ScoreState.NotAssessed)] = Texts.Of(CellState.NotAssessed, Culture),
                [CodeName.Of(ScoreState.NotApplicable)] = Texts.Of(CellState.NotApplicable, Culture),
                [CodeName.Of(ScoreState.Carried)] = Texts.Get(Culture, "CellState.Carried"),
            },
            ["confidence"] = Enum.GetValues<Confidence>().ToDictionary(CodeName.Of, confidence => confidence == Confidence.Unstated ? Words.Get("Scoring.ConfidenceUnstated") : ScoringText.Confidence(confidence)),
        };
        foreach (var key in (string[])["Saving", "Saved", "SavedBy", "NotSaved", "NotYet", "Retry", "GiveUp", "Conflict", "ConflictBy", "ConflictRemoved", "NoConnection", "NotDone", "SignedOut", "OtherAccount", "ServerFault", "TooLong", "Evidence", "Here", "PeopleHere", "OnePerson", "People", "Unsaved", "FirstSave", "ChangedSince", "Next", "Typed", "ShowTyped", "Discard", "Closed", "LevelFirst", "LookAgain"])
            words[char.ToLowerInvariant(key[0]) + key[1..]] = Format($"Scoring.{key}");
        return words;
    }
}
