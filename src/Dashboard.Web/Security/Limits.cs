namespace Dashboard.Web.Security;

/// <summary>How much one person or address may ask of the server, from the configuration section "Limits".</summary>
public sealed record Limits
{
    /// <summary>Attempts to sign in, to set up or to use a link, from one address in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 20;

    /// <summary>Downloads by one person in a minute.</summary>
    public int ExportsPerMinute { get; init; } = 30;

    /// <summary>Pages, forms and files of every kind by one person, or by one address where nobody is signed in, in a minute.</summary>
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Working pages that one person may have open at once.</summary>
    public int CircuitsPerPerson { get; init; } = 12;
}
