using System.Globalization;
using Dashboard.Core.Assessments;
using Dashboard.Core.Language;
using Dashboard.Core.Release;

namespace Dashboard.Core.Tasking;

/// <summary>What a task may say, and who may have it.</summary>
public static class TaskRule
{
    /// <summary>How long before its day a task is called due soon, in days: when its person is reminded by mail too.</summary>
    public const int SoonDays = 3;

    /// <summary>Longest reason, in characters.</summary>
    public const int ReasonLength = 400;

    /// <summary>Furthest day from now, in days: what lies behind it is a slip of the pen.</summary>
    public const int FurthestDays = 731;

    /// <summary>Whether open tasks of an assessment wait for somebody, or will again if it is returned from review: they can be handed over.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="cycle">Its cycle.</param>
    public static bool MayWait(Assessment assessment, Cycle cycle) => assessment.Status != AssessmentStatus.Approved && !cycle.Freezes(assessment);

    /// <summary>
    /// Whether a task asks its coordinator for something while its assessment can still change: it came back as nil, which they decide about
    /// also when it was their own, or somebody else is late with it. With what they are late themselves stands among their own tasks.
    /// </summary>
    /// <param name="viewer">Who looks.</param>
    /// <param name="line">The task, of an assessment that they may open.</param>
    /// <param name="today">The day of looking (UTC).</param>
    public static bool AsksToFollowUp(Viewer viewer, TaskLine line, DateOnly today) =>
        line.MayChange && viewer.MayCoordinate(line.Assessment) && (line.Task.State == TaskState.Nil || (line.Task.IsOverdue(today) && line.Person != viewer.Name));

    /// <summary>The day by which something is to be answered.</summary>
    /// <param name="due">The day.</param>
    /// <param name="today">The day of giving (UTC).</param>
    /// <exception cref="InputException">It has passed, or is further than <see cref="FurthestDays"/> days away.</exception>
    public static DateOnly RequireDue(DateOnly due, DateOnly today) => due >= today && due.DayNumber - today.DayNumber <= FurthestDays
        ? due
        : throw InputException.Of("TaskDue", due, today, today.AddDays(FurthestDays));

    /// <summary>A reason as it is kept: trimmed, on one line; may be empty.</summary>
    /// <exception cref="InputException">It is too long, or holds characters that are not seen.</exception>
    public static string Reason(string given)
    {
        var reason = string.Join(' ', given.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (reason.Length > ReasonLength)
            throw InputException.Of("TaskReasonTooLong", reason.Length, ReasonLength);
        return Unseen.InLine(reason) ? throw InputException.Of("TaskReasonUnseen") : reason;
    }

    /// <summary>The reason with which a person takes a step: nil always needs one, answered where indicators of the area are left open.</summary>
    /// <param name="to">The step.</param>
    /// <param name="given">What the person wrote.</param>
    /// <param name="progress">How far the area is.</param>
    /// <exception cref="InputException">A reason is needed and not given, or cannot be kept.</exception>
    public static string RequireReason(TaskState to, string given, AreaProgress progress)
    {
        var reason = Reason(given);
        if (!Unseen.IsBlank(reason))
            return to == TaskState.Answered && progress.Open.IsEmpty ? "" : reason;
        return to switch
        {
            TaskState.Nil => throw InputException.Of("TaskNilReason", progress.Area.Code),
            TaskState.Answered when !progress.Open.IsEmpty =>
                throw InputException.Of("TaskLeavesOpen", progress.Area.Code, string.Join(Texts.Get(CultureInfo.CurrentUICulture, "List.Separator"), progress.Open)),
            _ => "",
        };
    }

    /// <summary>An area is given to those alone who may answer it: else they would be refused later, in front of the sheet.</summary>
    /// <param name="taker">Who is to have it, as their account stands.</param>
    /// <param name="isClosed">Whether the account is closed.</param>
    /// <param name="assessment">The assessment.</param>
    /// <param name="area">Code of the area.</param>
    /// <param name="terms">Ladder, groups and the day.</param>
    /// <exception cref="InputException">No open account of a planner of the nation, not responsible for the area, or without the clearance; says what an administrator has to change.</exception>
    public static void RequireTaker(Viewer taker, bool isClosed, Assessment assessment, string area, ReleaseTerms terms)
    {
        if (taker.Nation != assessment.Assessor || !taker.Roles.HasFlag(Roles.Planner))
            throw InputException.Of("TaskTaker", InputException.Shorten(taker.Name), assessment.Assessor);
        if (isClosed)
            throw InputException.Of("TaskTakerClosed", taker.Name);
        if (!taker.MayScore(assessment, area))
            throw InputException.Of("TaskTakerScope", taker.Name, area, assessment.Country);
        if (terms.Withholds(taker, assessment.Marking, assessment.Assessor) is not null)
            throw InputException.Of("TaskTakerClearance", taker.Name, area);
    }
}
