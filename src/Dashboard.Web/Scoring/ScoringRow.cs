using Dashboard.Core.Assessments;
using Dashboard.Core.Frameworks;
using Dashboard.Web.Scoring.Behind;

namespace Dashboard.Web.Scoring;

/// <summary>One indicator on the scoring page, as it is stored. What its planner has answered and the server not acknowledged is in their browser.</summary>
public sealed class ScoringRow(Indicator indicator, string area)
{
    private const string Comment = "comment-";

    // What is typed and not sent, by the number of the thread that it replies to; 0 begins one.
    private readonly Dictionary<int, string> _said = [];

    public Indicator Indicator { get; } = indicator;

    /// <summary>Code of its area.</summary>
    public string Area { get; } = area;

    /// <summary>What is stored, as far as this page knows; null if nothing was ever saved.</summary>
    public Score? Stored { get; set; }

    /// <summary>Whether a score exists that this planner may not see, and so not change.</summary>
    public bool IsWithheld { get; set; }

    /// <summary>A piece of evidence as far as it is typed; null while none is.</summary>
    public EvidenceDraft? Draft { get; set; }

    /// <summary>Whether its evidence was asked for by its key, and takes the focus next.</summary>
    public bool AsksEvidence { get; set; }

    /// <summary>What is typed as a reply to a thread, or as the beginning of one (0), and not sent.</summary>
    public string Said(int thread) => _said.GetValueOrDefault(thread, "");

    /// <summary>Somebody typed a reply to a thread, or the beginning of one (0); empty for what was sent or given up.</summary>
    public void Say(int thread, string text)
    {
        if (text.Length > 0)
            _said[thread] = text;
        else
            _said.Remove(thread);
    }

    /// <summary>Number of the comment whose thread a reply is being typed to; null for none.</summary>
    public int? RepliesTo { get; set; }

    /// <summary>What the page's script calls a comment that is typed; see <see cref="ThreadOf"/>.</summary>
    public string CommentOf(int thread) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Indicator.Code}/{Comment}{thread}");

    /// <summary>The number of the thread that a typed comment replies to, 0 for one that begins a thread; null if it is the name of no comment of the row.</summary>
    public int? ThreadOf(string thing) =>
        thing.StartsWith($"{Indicator.Code}/{Comment}", StringComparison.Ordinal) && int.TryParse(thing[(Indicator.Code.Length + 1 + Comment.Length)..], out var thread) ? thread : null;

    /// <summary>Whether something is typed behind the answer that is not stored.</summary>
    public bool IsTyped => Draft is { IsTyped: true } || _said.Values.Any(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>The stored answer.</summary>
    public Answer Theirs => Stored?.Answer ?? Answer.NotAssessed;

    /// <summary>Whether the stored answer says anything: a level, or that the question does not apply.</summary>
    public bool IsAnswered => Theirs.IsGiven;
}
