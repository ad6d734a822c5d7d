using System.Collections.Immutable;
using Dashboard.Core;
using Dashboard.Core.Release;

namespace Dashboard.Web.Accounts;

/// <summary>The token issuer that vouches for people, from the configuration section "OpenIdConnect".</summary>
public sealed record IssuerOptions
{
    private const string Section = "OpenIdConnect";

    private static readonly string[] Names = [.. typeof(IssuerOptions).GetProperties().Where(p => p.CanWrite).Select(p => p.Name)];

    /// <summary>The issuer's address, as it calls itself.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    public string ClientSecret { get; init; } = "";

    /// <summary>What people know it as; its host unless it is given.</summary>
    public string Name { get; init; } = "";

    /// <summary>What the issuer is asked for; it may have to be more for the claims below.</summary>
    public string Scope { get; init; } = "openid profile";

    public string NationClaim { get; init; } = "nation";

    public string ClearanceClaim { get; init; } = "clearance";

    public string RolesClaim { get; init; } = "roles";

    /// <summary>What planners are responsible for, each value as JPN or JPN:LAN,INF.</summary>
    public string ScopesClaim { get; init; } = "scopes";

    /// <summary>From the issuer's words to our roles, with commas; to nothing for a word that counts for none.</summary>
    public Dictionary<string, string> RoleMap { get; init; } = [];

    /// <summary>From the issuer's words to our clearances.</summary>
    public Dictionary<string, string> ClearanceMap { get; init; } = [];

    /// <summary>Whether an administrator from there may be the first person, without the set-up link.</summary>
    public bool FirstAdministrator { get; init; }

    /// <summary>What people know it as.</summary>
    public string Title => Name.Length > 0 ? Name : new Uri(Authority).Host;

    /// <summary>The section of a configuration, checked; null if there is none.</summary>
    /// <exception cref="InputException">It cannot be used; the sentence names what.</exception>
    public static IssuerOptions? Read(IConfiguration configuration, ClassificationLadder ladder)
    {
        var section = configuration.GetSection(Section);
        if (!section.Exists())
            return null;
        // A setting whose name is mistyped would be left at its default.
        if (section.GetChildren().FirstOrDefault(given => !Names.Contains(given.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw Refuse($"'{InputException.Shorten(unknown.Key)}' is none of its settings: {string.Join(", ", Names)}");
        try
        {
            var options = section.Get<IssuerOptions>() ?? new IssuerOptions();
            options.Check();
            options.Terms(ladder);
            return options;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException)
        {
            throw Refuse("FirstAdministrator must be true or false, RoleMap and ClearanceMap words of the issuer with ours, everything else text", fault);
        }
    }

    /// <summary>Which of the issuer's words stand for what.</summary>
    /// <exception cref="InputException">A word stands for a role or clearance that there is none of.</exception>
    public IssuerTerms Terms(ClassificationLadder ladder) => new()
    {
        RoleMap = Mapped(nameof(RoleMap), RoleMap, RoleText.Parse),
        ClearanceMap = Mapped(nameof(ClearanceMap), ClearanceMap, ladder.Require),
        FirstAdministrator = FirstAdministrator,
    };

    private void Check()
    {
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || Authority.Length > IssuerClaims.IssuerLength
            || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            || address.Query.Length + address.Fragment.Length + address.UserInfo.Length > 0)
            throw Refuse($"Authority must be the issuer's https address of at most {IssuerClaims.IssuerLength} characters, such as https://login.example/realms/readiness, and is '{InputException.Shorten(Authority)}'");
        if (new (string Name, string Value)[]
            {
                (nameof(ClientId), ClientId), (nameof(ClientSecret), ClientSecret), (nameof(NationClaim), NationClaim),
                (nameof(ClearanceClaim), ClearanceClaim), (nameof(RolesClaim), RolesClaim), (nameof(ScopesClaim), ScopesClaim),
            }.FirstOrDefault(o => string.IsNullOrWhiteSpace(o.Value)) is { Name: { } missing })
            throw Refuse($"{missing} is missing");
        if (!Scope.Split(' ').Contains("openid"))
            throw Refuse($"Scope must hold 'openid', as in 'openid profile', and is '{InputException.Shorten(Scope)}'");
    }

    private static ImmutableDictionary<string, T> Mapped<T>(string name, Dictionary<string, string> map, Func<string, T> read)
    {
        try
        {
            return map.ToImmutableDictionary(pair => pair.Key, pair => read(pair.Value), StringComparer.Ordinal);
        }
        catch (InputException fault)
        {
            throw Refuse($"{name}: {fault.Message.TrimEnd('.')}", fault);
        }
    }

    private static InputException Refuse(string why, Exception? fault = null) => new($"The configuration '{Section}' cannot be used: {why}.", fault);
}
