using System.Collections.Immutable;
using System.Globalization;
using Dashboard.Core.Countries;

namespace Dashboard.Core.Readiness;

/// <summary>The order of the countries in a table.</summary>
/// <param name="By">The column's name.</param>
/// <param name="Descending">Whether the highest, or the last name, comes first.</param>
public readonly record struct CountryOrder(string By, bool Descending)
{
    /// <summary>The name by which the countries' own names are sorted.</summary>
    public const string ByCountry = "country";

    /// <summary>Reads an order.</summary>
    /// <param name="text">A column's name, with a hyphen before it for descending.</param>
    /// <param name="otherwise">The order where nothing is asked for.</param>
    /// <param name="names">The names of the columns besides the countries' own, which is always there.</param>
    /// <exception cref="InputException">There is no such column.</exception>
    public static CountryOrder Read(string? text, string otherwise, IEnumerable<string> names)
    {
        var asked = string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();
        var descending = asked.StartsWith('-');
        string[] all = [ByCountry, .. names];
        return new CountryOrder(all.FirstOrDefault(name => string.Equals(name, asked[(descending ? 1 : 0)..], StringComparison.OrdinalIgnoreCase))
            ?? throw InputException.UnknownChoice("sort", asked, all), descending);
    }

    /// <summary>The order that a heading leads to: values the highest first, names from A; of the column that is sorted by, the other way round.</summary>
    /// <param name="name">The heading's column.</param>
    public CountryOrder Next(string name) => new(name, name == By ? !Descending : name != ByCountry);

    /// <summary>Sorts rows; those without a value last in either direction, ties by the name in the reader's language.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="country">Alpha-3 of a row's country.</param>
    /// <param name="value">What a row is sorted by in the column; null without a value.</param>
    /// <param name="culture">The reader's language.</param>
    public ImmutableArray<T> Sort<T>(IEnumerable<T> rows, Func<T, string> country, Func<T, double?> value, CultureInfo culture)
    {
        var byName = rows.OrderBy(row => Country.NameOf(country(row), culture), StringComparer.Create(culture, ignoreCase: false));
        if (By == ByCountry)
            return Descending ? [.. byName.Reverse()] : [.. byName];
        var sign = Descending ? -1 : 1;
        return [.. byName.OrderBy(row => value(row) is null).ThenBy(row => (value(row) ?? 0) * sign)];
    }

    /// <summary>As <see cref="Read"/> reads it.</summary>
    public override string ToString() => (Descending ? "-" : "") + By;
}
