using System.Collections.Immutable;
using Dashboard.Core.Forms;

namespace Dashboard.Exports.Forms;

/// <summary>A place of a form that asks for something.</summary>
/// <param name="Sheet">Name of its sheet.</param>
/// <param name="Cell">Its cell, "B4".</param>
/// <param name="Asked">What is written there: "{{LAN.gap}}", or the cell's name "acr.LAN.gap".</param>
/// <param name="Field">What that is; null if nothing answers to it.</param>
/// <param name="IsWhole">Whether the answer is all that the cell holds, and a number stays one; else it stands in a text.</param>
/// <param name="Near">Names that are written alike, where nothing answers to it.</param>
public sealed record FormSpot(string Sheet, string Cell, string Asked, FormField? Field, bool IsWhole, ImmutableArray<string> Near);

/// <summary>What was found in a form.</summary>
/// <param name="Spots">Every place that asks, sheet by sheet.</param>
public sealed record FormCheck(ImmutableArray<FormSpot> Spots)
{
    /// <summary>The places to which an answer is known.</summary>
    public IEnumerable<FormSpot> Known => Spots.Where(spot => spot.Field is not null);

    /// <summary>The places that ask for what nobody knows: they stay as they are.</summary>
    public IEnumerable<FormSpot> Unknown => Spots.Where(spot => spot.Field is null);
}
