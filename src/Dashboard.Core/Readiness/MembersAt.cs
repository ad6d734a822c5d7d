using System.Collections.Immutable;

namespace Dashboard.Core.Readiness;

/// <summary>The members whose scores are equal.</summary>
/// <param name="Value">Their score in levels.</param>
/// <param name="Reported">How many of them rest on a report of some kind; 0 or more.</param>
/// <param name="Estimated">How many of them are estimated by another nation; 0 or more.</param>
public readonly record struct MembersAt(double Value, int Reported, int Estimated)
{
    /// <summary>How many they are; at least 1.</summary>
    public int Count => Reported + Estimated;

    /// <summary>The distribution of scores, the lowest first; empty where no member counts.</summary>
    public static ImmutableArray<MembersAt> Of(ImmutableArray<MemberScore> members)
    {
        var levels = ImmutableArray.CreateBuilder<MembersAt>();
        foreach (var member in members.OrderBy(m => m.Value))
        {
            var (reported, estimated) = member.Source.IsEstimated ? (0, 1) : (1, 0);
            if (levels.Count > 0 && member.Value - levels[^1].Value <= Position.Tie)
                levels[^1] = new(levels[^1].Value, levels[^1].Reported + reported, levels[^1].Estimated + estimated);
            else
                levels.Add(new(member.Value, reported, estimated));
        }

        return levels.ToImmutable();
    }
}
