using Dashboard.Core;
using MailKit.Security;
using MimeKit;

namespace Dashboard.Web.Mail;

/// <summary>The mail server by which people are reminded, from the configuration section "Mail".</summary>
public sealed record MailOptions
{
    private const string Rule = "Host must be the name of a mail server, Port 1 to 65535, From an address such as readiness@host.example, Encryption start-tls, tls or none, and none goes without a User";

    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>The address that mails come from.</summary>
    public string From { get; init; } = "";

    /// <summary>start-tls, tls, or none for a server that is reached without leaving the machine or a trusted wire.</summary>
    public string Encryption { get; init; } = "start-tls";

    /// <summary>Who signs in at the server; empty for nobody.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    internal SecureSocketOptions Wire => Encryption switch
    {
        "tls" => SecureSocketOptions.SslOnConnect,
        "none" => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>The section of a configuration, checked; null if it names no server.</summary>
    /// <exception cref="InputException">It cannot be used.</exception>
    public static MailOptions? Read(IConfiguration configuration)
    {
        try
        {
            return configuration.GetSection("Mail").Get<MailOptions>() is { Host.Length: > 0 } options
                ? options.IsWhole ? options : throw Refuse(null)
                : null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or FormatException)
        {
            throw Refuse(fault);
        }
    }

    // A password never goes over an open wire.
    private bool IsWhole => Port is > 0 and <= 65535 && MailboxAddress.TryParse(From, out _) && Encryption is "start-tls" or "tls" or "none" && (Encryption != "none" || User.Length == 0);

    private static InputException Refuse(Exception? fault) => new($"The configuration 'Mail' cannot be read: {Rule}.", fault);
}
