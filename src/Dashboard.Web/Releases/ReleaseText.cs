using System.Globalization;
using Dashboard.Core.Countries;
using Dashboard.Core.Language;
using Dashboard.Core.Release;
using Dashboard.Web.Shell;

namespace Dashboard.Web.Releases;

/// <summary>The short texts of the pages on releases.</summary>
internal static class ReleaseText
{
    private static CultureInfo Culture => CultureInfo.CurrentUICulture;

    /// <summary>Groups and nations of a list of releases by name, groups first: "NATO, Switzerland"; a word where it is empty.</summary>
    public static string Names(string releasableTo, IEnumerable<CountryGroup> groups) => releasableTo.Length == 0
        ? Words.Get("Releases.Nobody")
        : List(releasableTo.Split(',').Select(code => (Group: groups.FirstOrDefault(g => g.Code == code), Code: code))
            .Select(x => (IsNation: x.Group is null, Name: x.Group?.Names.In(Culture) ?? Country.NameOf(x.Code, Culture)))
            .OrderBy(x => x.IsNation).ThenBy(x => x.Name, StringComparer.CurrentCulture).Select(x => x.Name));

    /// <summary>Nations by name, in the order of the reader's language.</summary>
    public static string Nations(IEnumerable<string> codes) => List(codes.Select(code => Country.NameOf(code, Culture)).Order(StringComparer.CurrentCulture));

    /// <summary>The classification, and that of the whole where it is higher.</summary>
    public static string Classification(Marking marking) =>
        marking.Classification.ToUpperInvariant() + (marking.Compilation is { } whole ? $" · {Words.Get("Marking.AsAWhole", whole)}" : "");

    /// <summary>The marking of an answer: its classification, and whom it is released to where that differs from its assessment.</summary>
    public static string OfPart(Marking part) => part.FollowsAssessment ? part.Classification.ToUpperInvariant() : part.ToLine();

    private static string List(IEnumerable<string> names) => string.Join(Texts.Get(Culture, "List.Separator"), names);
}
