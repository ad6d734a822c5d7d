using System.Globalization;

namespace Dashboard.Core.Countries;

/// <summary>A country's part in a group between two dates.</summary>
/// <param name="Country">ISO 3166-1 alpha-3 code.</param>
/// <param name="Role">What the country is in the group.</param>
/// <param name="From">First day, inclusive; null is unbounded.</param>
/// <param name="To">First day no longer covered, exclusive; null is unbounded.</param>
public sealed record Membership(string Country, MembershipRole Role, DateOnly? From = null, DateOnly? To = null)
{
    /// <summary>Whether the role counts into a benchmark without being asked for: all but observer and partner.</summary>
    public bool Counts => Role is not (MembershipRole.Observer or MembershipRole.Partner);

    /// <summary>Whether the membership holds on <paramref name="day"/>.</summary>
    public bool Covers(DateOnly day) => (From is null || From <= day) && (To is null || day < To);

    /// <summary>Whether both memberships hold on some day.</summary>
    public bool Overlaps(Membership other) => (From is null || other.To is null || From < other.To) && (other.From is null || To is null || other.From < To);

    /// <summary>The days in one text, "2004-01-01 – 2020-02-01", the last exclusive; "…" where there is no bound.</summary>
    public string PeriodText() => $"{Day(From)} – {Day(To)}";

    /// <summary>Reads a date of a membership: empty is null (unbounded), "2023" is 1 January 2023, else yyyy-MM-dd.</summary>
    /// <exception cref="InputException">The text is none of these.</exception>
    public static DateOnly? ParseDate(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0)
            return new DateOnly(year, 1, 1);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw InputException.Of("MembershipDay", InputException.Shorten(text));
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "…";
}
