namespace Dashboard.Data.Accounts;

/// <summary>How long sessions hold and where the product is reached, from the configuration section "Accounts".</summary>
public sealed record AccountOptions
{
    /// <summary>A session ends this long after it began, whatever its person does.</summary>
    public TimeSpan SessionLife { get; init; } = TimeSpan.FromHours(12);

    /// <summary>A session ends when its person has not been seen for this long.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>How often an interactive page looks whether its session still holds.</summary>
    public TimeSpan Revalidation { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The address under which people reach the product, for links that are handed out; null if it is not known.</summary>
    public string? PublicAddress { get; init; }
}
