using System.Globalization;
using Dashboard.Core;
using Dashboard.Core.Countries;
using Dashboard.Core.Wording;
using Dashboard.Data.Audit;

namespace Dashboard.Web.Audit;

/// <summary>What is asked of the audit in an address, as it was typed; the same for the page and for every format of it.</summary>
public sealed record AuditQuery(
    string? Actor = null, string? Action = null, string? Subject = null, string? From = null, string? To = null, string? Nation = null)
{
    private const int Longest = 100;

    /// <exception cref="InputException">An unknown action or nation, a day that is none, or days in the wrong order.</exception>
    public AuditFilter Of()
    {
        var filter = new AuditFilter(
            Part(Actor),
            Given(Action) is not { } action ? null : AuditWording.Actions.Contains(action) ? action : throw InputException.UnknownChoice("action", action, AuditWording.Actions),
            Part(Subject),
            Day(From),
            Day(To),
            Given(Nation) is { } nation ? Country.Require(nation).Alpha3 : null);
        return filter is { From: { } from, To: { } to } && to < from ? throw InputException.Of("DaysReversed", Text(from), Text(to)) : filter;
    }

    /// <summary>A place in the chain.</summary>
    /// <exception cref="InputException">A number that is none.</exception>
    public static AuditPlace PlaceOf(string? before, string? after) => new(Number(before), Number(after));

    /// <summary>A day as addresses and the form write it.</summary>
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string? Part(string? text) => Given(text) is { Length: > Longest } ? throw InputException.Of("SearchTooLong", Longest) : Given(text);

    private static DateOnly? Day(string? text) => Given(text) is not { } day ? null
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) ? parsed
        : throw InputException.Of("NoDay", InputException.Shorten(day));

    private static long? Number(string? text) => Given(text) is not { } number ? null
        : long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed
        : throw InputException.Of("NoEntryNumber", InputException.Shorten(number));
}
