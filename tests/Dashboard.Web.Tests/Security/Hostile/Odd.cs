namespace Dashboard.Web.Tests.Security.Hostile;

/// <summary>What nobody types and somebody sends.</summary>
internal static class Odd
{
    /// <summary>As parts of an address, already encoded: also what is no text at all.</summary>
    public static readonly string[] Encoded =
    [
        "%00", "a%00b", "%E2%80%AE%D8%B9%D9%84", "%FF%FE", "%ED%A0%80", "%0d%0aSet-Cookie:%20session=1", "%3Cscript%3Ealert(1)%3C/script%3E", "%27%3B%20DROP%20TABLE%20Scores%3B--",
        "..%2F..%2Fetc%2Fpasswd", "-1", "99999999999999999999", "1e308", "%F0%9F%98%80", new string('x', 3000), string.Concat(Enumerable.Repeat("%E6%97%A5", 300)), "%25", "%5B%5D", "true", "%2A",
        "/a%00b", "/%E6%97%A5", "/%0d%0aSet-Cookie:%20session=1", "//elsewhere.example/", "/%5Celsewhere.example", "/%09/elsewhere.example", "https://elsewhere.example/",
    ];

    /// <summary>As fields of a form.</summary>
    public static readonly string[] Values =
    [
        "", " ", "\0", "a\0b", "\u202Eعربي", "\uFFFD", "\r\nSet-Cookie: session=1", "<script>alert(1)</script>", "'; DROP TABLE Scores;--", "../../etc/passwd", "-1", "99999999999999999999",
        "LAN-2:99999999999", "LAN-2:-1", ":::", "\U0001F600", new string('x', 59) + "\U0001F600", new string('x', 10_000), new string('x', 100_000), string.Concat(Enumerable.Repeat("日", 5_000)), "*", ",,,,",
    ];
}
