using Dashboard.Core.Frameworks;
using Microsoft.AspNetCore.Components.Web;

namespace Dashboard.Web.Scoring;

/// <summary>What a key means on a row of the scoring page.</summary>
internal static class AnswerKeys
{
    /// <summary>The level that a key names; null if it names none of the framework's.</summary>
    public static int? LevelOf(KeyboardEventArgs key, Framework framework)
    {
        // On some keyboards a digit needs Shift: there its key counts without it too.
        var digit = key.Key is [>= '0' and <= '9' and var typed] ? typed
            : key is { ShiftKey: false, Code: ['D', 'i', 'g', 'i', 't', >= '0' and <= '9' and var unshifted] } ? unshifted
            : '\0';
        var level = digit - '0';
        return level >= framework.Minimum && level <= framework.Maximum ? level : null;
    }

    /// <summary>Whether the key is meant for the browser or the system.</summary>
    public static bool IsCommand(KeyboardEventArgs key) => key.CtrlKey || key.AltKey || key.MetaKey;
}
