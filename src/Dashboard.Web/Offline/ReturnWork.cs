using System.Collections.Immutable;
using Dashboard.Core.Imports;
using Dashboard.Data.Assessments;

namespace Dashboard.Web.Offline;

/// <summary>What a planner decides on, looking at what returned files would change. Nothing of it is stored before they confirm.</summary>
public sealed class ReturnWork(ReturnPlan plan)
{
    /// <summary>Instead of a file's answer: what is stored stays.</summary>
    public const int Keep = -1;

    private readonly Dictionary<string, int> _chosen = plan.Cells.Where(cell => cell.Kind == ReturnKind.Change).ToDictionary(cell => cell.Indicator, _ => 0);

    public ReturnPlan Plan => plan;

    /// <summary>What is chosen for an indicator: a place in <see cref="ReturnedCell.Changes"/>, or <see cref="Keep"/>; null while nobody has.</summary>
    public int? ChosenOf(ReturnedCell cell) => _chosen.TryGetValue(cell.Indicator, out var chosen) ? chosen : null;

    public void Choose(ReturnedCell cell, int change) => _chosen[cell.Indicator] = change;

    /// <summary>How many still wait for a choice.</summary>
    public int Undecided => plan.Cells.Count(cell => cell.AsksChoice && ChosenOf(cell) is null);

    /// <summary>The answers that would be saved, each against the version that is shown.</summary>
    public ImmutableArray<DecidedAnswer> Decided =>
    [
        .. from cell in plan.Cells
           let chosen = ChosenOf(cell)
           where chosen >= 0
           select new DecidedAnswer(cell.Indicator, cell.Changes[chosen.Value].Answer, cell.Version),
    ];

    /// <summary>The same choices, where they were made, for a plan that was read anew; what somebody changed meanwhile is chosen anew.</summary>
    public ReturnWork Again(ReturnPlan anew)
    {
        var work = new ReturnWork(anew);
        foreach (var cell in anew.Cells)
            if (plan.Cells.FirstOrDefault(old => old.Indicator == cell.Indicator && old.Version == cell.Version && old.Kind == cell.Kind) is { } same && ChosenOf(same) is { } chosen)
                work.Choose(cell, chosen);
        return work;
    }
}
