using Dashboard.Web.Shell;

namespace Dashboard.Web.MyAccount;

/// <summary>What a browser says of itself, in two words that a person recognises.</summary>
internal static class DeviceText
{
    // In this order: each also names those behind it, to be taken for them.
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Windows", "Windows"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Mac OS", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    public static string Of(string device)
    {
        string?[] known = [Find(Browsers, device), Find(Systems, device)];
        var text = string.Join(" · ", known.Where(name => name is not null));
        return text.Length > 0 ? text : device.Length > 0 ? Core.InputException.Shorten(device) : Words.Get("Sessions.UnknownDevice");
    }

    private static string? Find((string Mark, string Name)[] known, string device) =>
        known.FirstOrDefault(k => device.Contains(k.Mark, StringComparison.Ordinal)).Name;
}
