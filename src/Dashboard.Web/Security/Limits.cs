namespace Dashboard.Web.Security;

/// <summary>How much one person or address may ask of the server, from the configuration section "Limits".</summary>
public sealed record Limits
{
    /// <summary>Attempts to sign in, to set up or to use a link, from one address in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>Downloads by one person in a minute.</summary>
    public int ExportsPerMinute { get; init; } = 30;

    /// <summary>Working pages that one person may have open at once.</summary>
    public int CircuitsPerPerson { get; init; } = 12;
}
