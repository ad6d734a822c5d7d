
using Dashboard.Core.Language;

namespace Dashboard.Core.Assessments;

/// <summary>What somebody who works on an assessment says of an answer: the first of a thread, or a reply. It is seen by whoever sees the answer, and is no part of it.</summary>
public sealed record Comment
{
    /// <summary>Longest text, in characters.</summary>
    public const int TextLength = 4000;

    /// <summary>Most comments on one answer, replies among them.</summary>
    public const int Most = 200;

    /// <summary>Number given by the store; 0 before it is stored.</summary>
    public int Id { get; init; }

    /// <summary>The assessment it belongs to.</summary>
    public required int AssessmentId { get; init; }

    /// <summary>Code of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The comment that begins the thread; null if this one does.</summary>
    public int? ReplyTo { get; init; }

    /// <summary>What is said, line breaks and all.</summary>
    public required string Text { get; init; }

    /// <summary>Name of the person.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who called the thread settled; null while it is open, and in replies.</summary>
    public string? ResolvedBy { get; init; }

    /// <summary>When it was settled, UTC; null while it is open.</summary>
    public DateTime? ResolvedAt { get; init; }

    /// <summary>1 when it was written and one more each time its thread is settled or opened again; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>Whether it begins a thread that is not settled.</summary>
    public bool IsOpen => ReplyTo is null && ResolvedBy is null;

    /// <summary>A text as it is stored: without blanks around it.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="where">What it is about, for the message.</param>
    /// <exception cref="InputException">Nothing is said, or too much, or with characters that are not seen; tabulators and line breaks may be.</exception>
    public static string Check(string text, string where)
    {
        var said = text.Trim().ReplaceLineEndings("\n");
        if (Unseen.IsBlank(said))
            throw InputException.Of("CommentEmpty", where);
        if (said.Length > TextLength)
            throw InputException.Of("CommentTooLong", where, said.Length, TextLength);
        return Unseen.InText(said)
            ? throw InputException.Of("CommentUnseen", where, InputException.Shorten(said))
            : said;
    }
}
