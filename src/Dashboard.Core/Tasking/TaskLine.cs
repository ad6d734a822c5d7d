using Dashboard.Core.Assessments;

namespace Dashboard.Core.Tasking;

/// <summary>A task with what is shown of it to somebody who may open its assessment.</summary>
/// <param name="Task">The task.</param>
/// <param name="Assessment">Its assessment.</param>
/// <param name="Progress">How far its area is.</param>
/// <param name="Person">Name of the person who has it.</param>
/// <param name="IsClosed">Whether the account of that person is closed: somebody else has to take the task over.</param>
/// <param name="MayChange">Whether the assessment can still change: else there is nothing to do about the task any more.</param>
public sealed record TaskLine(AreaTask Task, Assessment Assessment, AreaProgress Progress, string Person, bool IsClosed, bool MayChange);
