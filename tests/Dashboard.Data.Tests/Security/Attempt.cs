using Dashboard.Core.Assessments;
using Dashboard.Core.Forms;
using Dashboard.Core.Release;
using Dashboard.Core.Tasking;

namespace Dashboard.Data.Tests.Security;

/// <summary>What attempts are made on: all of Japan's, restricted, with an answer to LAN-1 that rests on a piece of evidence; and the account of an executive who is signed in, has one-time codes and is locked.</summary>
/// <param name="Draft">Still open.</param>
/// <param name="InReview">In review.</param>
/// <param name="Approved">Approved, and released to nobody.</param>
/// <param name="Piece">The evidence of the draft.</param>
/// <param name="Carried">An answer of the draft that was carried over; more can be.</param>
/// <param name="Person">The name of the account.</param>
/// <param name="Task">An area of the draft, given to the planner.</param>
/// <param name="ToAgree">In review, and its LAN-2 is said not to apply.</param>
/// <param name="Comment">Begins a thread on the draft's LAN-1.</param>
/// <param name="Opinion">The reviewer's second opinion on the draft, under way, with an answer to LAN-1.</param>
public sealed record Targets(Assessment Draft, Assessment InReview, Assessment Approved, Evidence Piece, Score Carried, string Person, AreaTask Task, Assessment ToAgree, Comment Comment, Opinion Opinion)
{
    /// <summary>Another planner of Japan.</summary>
    public const string Successor = "successor";

    /// <summary>The draft as the home nation's operator sees it.</summary>
    public required OpenedSheet Seen { get; init; }

    /// <summary>A form that is there.</summary>
    public required Form Form { get; init; }
}

/// <summary>One way to write, and who may.</summary>
/// <param name="Method">The store's method.</param>
/// <param name="What">To what it is tried.</param>
/// <param name="May">Those of <see cref="Actor"/> who may; nobody else.</param>
/// <param name="TryAsync">Tries it by the stores that it is given.</param>
public sealed record Attempt(string Method, string What, string[] May, Func<IServiceProvider, Viewer, Targets, Task> TryAsync)
{
    /// <summary>What the attempt is called among the tests.</summary>
    public string Name => $"{Method} {What}".TrimEnd();
}
