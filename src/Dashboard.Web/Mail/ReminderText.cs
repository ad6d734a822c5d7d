using System.Globalization;
using Dashboard.Data.Tasking;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Mail;

/// <summary>
/// What a reminder says, in its person's language. Mail leaves the protected system: it says how many areas and by when, and names no
/// country, no area, no cycle and nothing that is assessed.
/// </summary>
internal static class ReminderText
{
    public static (string Subject, string Body) Of(Reminder reminder, string? address)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureOf(reminder.Language);
        try
        {
            string?[] lines = [Words.Get($"Mail.Body.{reminder.Kind}", reminder.Tasks.Count, reminder.Due), "", Words.Get("Mail.Foot"), address];
            return (Words.Get($"Mail.Subject.{reminder.Kind}"), string.Join("\r\n", lines.OfType<string>()) + "\r\n");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static CultureInfo CultureOf(string language) =>
        CultureInfo.GetCultureInfo(Preferences.Languages.Select(l => l.Code).FirstOrDefault(code => code == language) ?? "en");
}
