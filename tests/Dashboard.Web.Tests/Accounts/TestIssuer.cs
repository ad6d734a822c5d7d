using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Dashboard.Web.Tests.Accounts;

/// <summary>What can be wrong with a token.</summary>
public enum TokenFlaw
{
    None,
    Nonce,
    Signature,
    SignedWithTheSecret,
    SignedWithAKeyOfItsOwn,
    Unsigned,
    Expired,
    NotYetValid,
    Audience,
    Issuer,
}

/// <summary>
/// A token issuer on Kestrel: discovery document, keys, a page to sign in at, tokens. It checks what it is asked as a real one does
/// (client, address, code, PKCE) and states what the test tells it to.
/// </summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string ClientId = "dashboard";
    public const string ClientSecret = "a client's secret of more than 256 bits";
    private const string KeyId = "key-1";

    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _foreignKey = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Request> _codes = new();
    private readonly WebApplication _app;

    private sealed record Request(string Redirect, string Nonce, string Challenge);

    private TestIssuer()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => SendsElsewhere ? Results.Redirect("/elsewhere", preserveMethod: true) : Results.Json(Discovery()));
        _app.MapGet("/elsewhere", () => { WasFollowed = true; return Discovery(); });
        _app.MapGet("/keys", () => new { keys = new[] { PublicKey(_key) } });
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", TokenAsync);
    }

    public string Address => _app.Urls.Single();

    /// <summary>What is stated about whoever comes.</summary>
    public Dictionary<string, object> Claims { get; set; } = [];

    public TokenFlaw Flaw { get; set; }

    /// <summary>What its discovery document names as the issuer; null for its address.</summary>
    public string? CallsItself { get; set; }

    /// <summary>Whether it has its discovery document at another address, and leads there.</summary>
    public bool SendsElsewhere { get; set; }

    /// <summary>Whether somebody went there.</summary>
    public bool WasFollowed { get; private set; }

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        await issuer._app.StartAsync();
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
        _foreignKey.Dispose();
    }

    private Dictionary<string, object> Discovery() => new()
    {
        ["issuer"] = CallsItself ?? Address, ["authorization_endpoint"] = $"{Address}/authorize", ["token_endpoint"] = $"{Address}/token", ["jwks_uri"] = $"{Address}/keys",
        ["response_types_supported"] = new[] { "code" }, ["subject_types_supported"] = new[] { "public" }, ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    };

    private IResult Authorize(HttpRequest asked)
    {
        string Of(string name) => asked.Query[name].ToString();
        if (Of("client_id") != ClientId || Of("response_type") != "code" || !Of("scope").Split(' ').Contains("openid") || Of("code_challenge_method") != "S256"
            || Of("code_challenge").Length == 0 || Of("nonce").Length == 0 || Of("state").Length == 0 || !Of("redirect_uri").EndsWith("/sign-in/issuer/return", StringComparison.Ordinal))
            return Results.BadRequest("This is not how the client was registered.");
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        _codes[code] = new Request(Of("redirect_uri"), Of("nonce"), Of("code_challenge"));
        string Back(string name, string value) => WebUtility.HtmlEncode(QueryHelpers.AddQueryString(Of("redirect_uri"), new Dictionary<string, string?> { [name] = value, ["state"] = Of("state") }));
        return Results.Content($"<!doctype html><title>Test issuer</title><h1>Test issuer</h1><a id=\"continue\" href=\"{Back("code", code)}\">Continue</a> <a id=\"refuse\" href=\"{Back("error", "access_denied")}\">Turn back</a>", "text/html");
    }

    private async Task<IResult> TokenAsync(HttpRequest asked)
    {
        var form = await asked.ReadFormAsync();
        if (form["client_id"] != ClientId || form["client_secret"] != ClientSecret)
            return Results.Json(new { error = "invalid_client" }, statusCode: StatusCodes.Status401Unauthorized);
        // A code counts once, for the address and the browser that it was made for.
        if (form["grant_type"] != "authorization_code" || !_codes.TryRemove(form["code"].ToString(), out var request) || form["redirect_uri"] != request.Redirect
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != request.Challenge)
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        return Results.Json(new { access_token = "none of ours", token_type = "Bearer", id_token = Token(request.Nonce) });
    }

    private string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime + TimeSpan.FromHours(Flaw switch { TokenFlaw.Expired => -2, TokenFlaw.NotYetValid => 2, _ => 0 });
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Flaw == TokenFlaw.Issuer ? "https://elsewhere.example" : Address,
            Audience = Flaw == TokenFlaw.Audience ? "another client" : ClientId,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object>(Claims) { ["nonce"] = Flaw == TokenFlaw.Nonce ? "another" : nonce },
            // The key in the token's own head: whoever took it from there would take any.
            AdditionalHeaderClaims = Flaw == TokenFlaw.SignedWithAKeyOfItsOwn ? new Dictionary<string, object> { ["jwk"] = PublicKey(_foreignKey) } : null,
            SigningCredentials = Flaw switch
            {
                TokenFlaw.Unsigned => null,
                TokenFlaw.SignedWithTheSecret => new SigningCredentials(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ClientSecret)) { KeyId = KeyId }, SecurityAlgorithms.HmacSha256),
                _ => new SigningCredentials(new RsaSecurityKey(Flaw is TokenFlaw.Signature or TokenFlaw.SignedWithAKeyOfItsOwn ? _foreignKey : _key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256),
            },
        });
    }

    private static Dictionary<string, object> PublicKey(RSA key)
    {
        var open = key.ExportParameters(includePrivateParameters: false);
        return new() { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = KeyId, ["n"] = WebEncoders.Base64UrlEncode(open.Modulus!), ["e"] = WebEncoders.Base64UrlEncode(open.Exponent!) };
    }
}
