using Dashboard.Data.Accounts;
using Dashboard.Data.Tasking;
using MailKit.Net.Smtp;
using MimeKit;

namespace Dashboard.Web.Mail;

/// <summary>Looks once an hour whom to remind by mail. A server that cannot be reached is noted and tried again at the next look; nothing else stops.</summary>
internal sealed partial class ReminderService(ReminderStore store, MailOptions mail, AccountOptions accounts, TimeProvider clock, ILogger<ReminderService> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private const int Patience = 20_000;

    /// <summary>Looks now, and sends what there is.</summary>
    /// <returns>How many mails the server took.</returns>
    public async Task<int> LookAsync(CancellationToken cancel = default)
    {
        var reminders = await store.TakeAsync(cancel);
        if (reminders.IsEmpty)
            return 0;
        var sent = 0;
        try
        {
            using var client = new SmtpClient { Timeout = Patience };
            await client.ConnectAsync(mail.Host, mail.Port, mail.Wire, cancel);
            if (mail.User.Length > 0)
                await client.AuthenticateAsync(mail.User, mail.Password, cancel);
            foreach (var reminder in reminders)
                sent += await SendAsync(client, reminder, cancel) ? 1 : 0;
            await client.DisconnectAsync(true, cancel);
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            LogUnreachable(fault, mail.Host, mail.Port, reminders.Length - sent);
        }

        return sent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogFailed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    // One address that the server does not take must not keep the others waiting.
    private async Task<bool> SendAsync(SmtpClient client, Reminder reminder, CancellationToken cancel)
    {
        try
        {
            await client.SendAsync(Message(reminder), cancel);
        }
        catch (SmtpCommandException fault)
        {
            LogRefused(fault, reminder.Name);
            return false;
        }

        await store.NoteSentAsync(reminder, cancel);
        return true;
    }

    private MimeMessage Message(Reminder reminder)
    {
        var (subject, body) = ReminderText.Of(reminder, accounts.PublicAddress);
        var message = new MimeMessage { Subject = subject, Body = new TextPart("plain") { Text = body }, Date = clock.GetUtcNow() };
        message.From.Add(MailboxAddress.Parse(mail.From));
        message.To.Add(new MailboxAddress("", reminder.Address));
        // Answers of machines that are away would reach nobody.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    [LoggerMessage(LogLevel.Warning, "The mail server {Host}:{Port} cannot be used now; {Left} reminders are tried again at the next look")]
    private partial void LogUnreachable(Exception fault, string host, int port, int left);

    [LoggerMessage(LogLevel.Warning, "The mail server did not take the reminder for {Person}")]
    private partial void LogRefused(Exception fault, string person);

    [LoggerMessage(LogLevel.Error, "Whom to remind could not be read")]
    private partial void LogFailed(Exception fault);
}
