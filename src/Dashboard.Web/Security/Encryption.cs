using System.Net.Security;
using System.Runtime.Versioning;
using System.Security.Authentication;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Dashboard.Web.Security;

/// <summary>How Kestrel encrypts: TLS 1.3 and 1.2, with forward secrecy and authenticated encryption only.</summary>
internal static class Encryption
{
    public static void Configure(HttpsConnectionAdapterOptions https)
    {
        https.SslProtocols = SslProtocols.Tls13 | SslProtocols.Tls12;
        // On Windows the administrator sets the order of the suites for the whole machine.
        https.OnAuthenticate = (_, ssl) => ssl.CipherSuitesPolicy = OperatingSystem.IsWindows() ? null : Suites();
    }

    [UnsupportedOSPlatform("windows")]
    private static CipherSuitesPolicy Suites() => new(
    [
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_CHACHA20_POLY1305_SHA256,
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
    ]);
}
