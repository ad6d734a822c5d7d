using Dashboard.Core.Release;

namespace Dashboard.Web.Shell;

/// <summary>A marking as it is written above everything.</summary>
internal static class MarkingText
{
    public static string Of(Marking marking)
    {
        var releases = string.Join(", ", marking.Releases);
        return marking.Classification.ToUpperInvariant() + (releases.Length > 0 ? $" · REL TO {releases}" : "");
    }
}
