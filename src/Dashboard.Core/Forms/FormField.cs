namespace Dashboard.Core.Forms;

/// <summary>What a figure that a form asks for is about.</summary>
public enum FormScope
{
    /// <summary>The report as a whole.</summary>
    Report,
    /// <summary>An area, or the total.</summary>
    Row,
    /// <summary>An indicator.</summary>
    Indicator,
    /// <summary>A requirement profile.</summary>
    Profile,
}

/// <summary>One thing that a form can ask for.</summary>
/// <param name="Scope">What it is about.</param>
/// <param name="Code">Code of the area, indicator or profile; null for the report and for the total.</param>
/// <param name="Key">What of it, for example "gap"; empty for a profile as a whole.</param>
public sealed record FormField(FormScope Scope, string? Code, string Key)
{
    /// <summary>How it is written between double braces: "headline", "LAN.gap", "total.score", "LAN-1.level", "profile.STORYLINE-LEAD.met".</summary>
    public string Name => Scope switch
    {
        FormScope.Report => Key,
        FormScope.Row => $"{Code ?? Readiness.GapRow.TotalCode}.{Key}",
        FormScope.Indicator => $"{Code}.{Key}",
        _ => Key.Length == 0 ? $"profile.{Code}" : $"profile.{Code}.{Key}",
    };

    /// <summary>The same as a named cell, of the characters that such a name takes: "acr.LAN_1.level".</summary>
    public string CellName => FormVocabulary.CellPrefix + string.Concat(Name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' ? c : '_'));
}
